import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANES, MeasureTable } from './measure-table.ts';
import { plainWalk, simdWalk } from './tree-kernel.ts';
import { rankTrees, treeSums } from './tree-sums.ts';
import { loadTrees, treeSum } from './trees.ts';

// The first tree asks measure 0, then 2 on the right; the second is a single leaf; the third asks measure 1.
const TREES = loadTrees({
  base: 0.1,
  roots: [0, 5, 6],
  measure: [0, -1, 2, -1, -1, -1, 1, -1, -1],
  limit: [0.5, 0.3, 7, -0.2, 1.7, 0.01, -3, 2.2, -0.7],
  left: [1, 0, 3, 0, 0, 0, 7, 0, 0],
});

const value = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -70, max: 1000 }),
  fc.constantFrom(0.5, 7, -3, -0),
);

test('many lines at once have the sums of the plain trees to the last bit', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 50 }), (list) => {
      const near = MeasureTable.of(Float64Array.from(list.flatMap((r) => r.slice(0, 2))), 2);
      const behind = MeasureTable.of(Float64Array.from(list.map((r) => r[2])), 1);
      const sums = treeSums(rankTrees(TREES, 3), [near, behind]);
      expect([...sums]).toEqual(list.map((r) => treeSum(TREES, Float64Array.from(r), 0)));
    }),
  );
});

test('lines that lie together with none that is wanted are left out', () => {
  const table = MeasureTable.of(new Float64Array(3 * LANES).fill(1), 1).beside(new MeasureTable(3 * LANES, 2));
  const sums = treeSums(rankTrees(TREES, 3), [table], (i) => i === LANES + 1);
  expect([...sums].map((s) => s !== 0)).toEqual(Array.from(sums, (_, i) => i >= LANES && i < 2 * LANES));
});

/** A small fixed generator, so that a failing case can be run again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test.each([1, 2, 4, 5])('trees %i deep: vectors and plain code give the same bits', (depth) => {
  const next = numbers(depth);
  const [count, width] = [30, 12];
  const size = count << depth;
  const trees = {
    count,
    depth,
    width,
    measures: Int32Array.from({ length: size }, () => Math.floor(next() * (width + 1)) - 1),
    limits: Float64Array.from({ length: size }, () => Math.floor(next() * 40) / 4),
    leaves: Float64Array.from({ length: size }, () => next() - 0.5),
  };
  const [fast, plain] = [simdWalk(trees)!, plainWalk(trees)];
  for (let round = 0; round < 5; round++) {
    for (const walk of [fast, plain]) walk.sums.fill(round);
    plain.values.set(Float64Array.from(plain.values, () => Math.floor(next() * 44) / 4));
    fast.values.set(plain.values);
    fast.add();
    plain.add();
    expect(fast.sums).toEqual(plain.sums);
  }
});
