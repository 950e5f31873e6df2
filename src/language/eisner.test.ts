import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTree } from './eisner.ts';

/** All heads of `n` words that make one projective tree with one root; -1 is the root. */
function allTrees(n: number): number[][] {
  let partial: number[][] = [[]];
  for (let i = 0; i < n; i += 1) {
    partial = partial.flatMap((heads) => Array.from({ length: n + 1 }, (_, h) => [...heads, h - 1]));
  }
  return partial.filter((heads) => isTree(heads) && isProjective(heads));
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter((h) => h === -1).length !== 1) return false;
  return heads.every((_, i) => {
    let at = i;
    for (let steps = 0; at >= 0 && steps <= heads.length; steps += 1) at = heads[at]!;
    return at < 0;
  });
}

function isProjective(heads: readonly number[]): boolean {
  return heads.every((h, d) => {
    if (h < 0) return true;
    const [from, to] = [Math.min(h, d), Math.max(h, d)];
    return heads.every((other, i) => i <= from || i >= to || (other >= from && other <= to));
  });
}

const worth = (scores: Float32Array, heads: readonly number[], n: number): number =>
  heads.reduce((sum, h, d) => sum + scores[d * (n + 1) + h + 1]!, 0);

describe('bestTree', () => {
  it('finds what trying every tree finds', () => {
    const trees = new Map([1, 2, 3, 4, 5].map((n) => [n, allTrees(n)]));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.integer({ min: -50, max: 50 })), (n, values) => {
        const scores = Float32Array.from({ length: n * (n + 1) }, () => values.next().value as number);
        const found = [...bestTree(scores, n)];
        const best = Math.max(...trees.get(n)!.map((heads) => worth(scores, heads, n)));
        expect(isTree(found) && isProjective(found)).toBe(true);
        expect(worth(scores, found, n)).toBe(best);
      }),
    );
  });
});
