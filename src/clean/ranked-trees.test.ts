import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankTrees, treeSums } from './ranked-trees.ts';
import { loadTrees, treeSum } from './trees.ts';

// The first tree asks measure 0, then 2 on the right; the second is a single leaf; the third asks measure 1.
const TREES = loadTrees({
  base: 0.1,
  roots: [0, 5, 6],
  measure: [0, -1, 2, -1, -1, -1, 1, -1, -1],
  limit: [0.5, 0.3, 7, -0.2, 1.7, 0.01, -3, 2.2, -0.7],
  left: [1, 0, 3, 0, 0, 0, 7, 0, 0],
});

test('ranked trees give the sums of the plain ones to the last bit', () => {
  const value = fc.oneof(fc.double(), fc.integer({ min: -70, max: 1000 }), fc.constantFrom(0.5, 7, -3));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1 }), (list) => {
      const lines = Int32Array.from(list.keys());
      const near = { rows: Float64Array.from(list.flatMap((r) => r.slice(0, 2))), width: 2 };
      const behind = { rows: Float64Array.from(list.map((r) => r[2])), width: 1 };
      const sums = treeSums(rankTrees(TREES), lines, near, behind);
      const plain = list.map((r) => treeSum(TREES, Float64Array.from(r), 0));
      expect([...sums]).toEqual(plain);
    }),
  );
});

test('only the lines asked for are summed, in the order asked', () => {
  const table = { rows: Float64Array.from([0, 0, 0, 1, 0, 9, 1, -5, 0]), width: 3 };
  const sums = treeSums(rankTrees(TREES), Int32Array.from([2, 0]), table);
  expect([...sums]).toEqual([treeSum(TREES, table.rows, 6), treeSum(TREES, table.rows, 0)]);
});
