/** The sums of `trees.ts` for many lines at once: tables of measures in, log odds out, the same to the last bit. */
import { LANES, type MeasureTable } from './measure-table.ts';
import { type TreeWalk, treeWalk } from './tree-kernel.ts';
import type { Trees } from './trees.ts';

/** Trees that are ready to be walked for sixteen lines at a time. */
export interface RankedTrees {
  readonly base: number;
  readonly walk: TreeWalk;
}

/** Trees over rows of `width` measures. */
export function rankTrees(trees: Trees, width: number): RankedTrees {
  const roots = [...trees.roots].map((r) => r * 3);
  const depth = Math.max(1, ...roots.map((r) => depthOf(trees.nodes, r)));
  const size = 2 ** depth;
  const measures = new Int32Array(roots.length * size).fill(-1);
  const limits = new Float64Array(roots.length * size);
  const leaves = new Float64Array(roots.length * size);
  const place = (tree: number, node: number, at: number): void => {
    const measure = trees.nodes[at]!;
    const leaf = measure < 0;
    if (node >= size) {
      leaves[tree * size + node - size] = trees.nodes[at + 1]!;
      return;
    }
    if (!leaf) {
      measures[tree * size + node] = measure;
      limits[tree * size + node] = trees.nodes[at + 1]!;
    }
    // A leaf that lies higher up stands below itself twice, down to the depth of all.
    place(tree, 2 * node, leaf ? at : trees.nodes[at + 2]!);
    place(tree, 2 * node + 1, leaf ? at : trees.nodes[at + 2]! + 3);
  };
  roots.forEach((root, t) => {
    place(t, 1, root);
  });
  return { base: trees.base, walk: treeWalk({ count: roots.length, depth, width, measures, limits, leaves }) };
}

function depthOf(nodes: Float64Array, at: number): number {
  if (nodes[at]! < 0) return 0;
  return 1 + Math.max(depthOf(nodes, nodes[at + 2]!), depthOf(nodes, nodes[at + 2]! + 3));
}

/**
 * Log odds of the lines; measures behind those of the first table stand in the second. Lines that lie together are summed
 * together where one of them is wanted, others are left at 0.
 */
export function treeSums(
  trees: RankedTrees,
  tables: readonly MeasureTable[],
  isWanted: (line: number) => boolean = () => true,
): Float64Array {
  const { values, sums, add } = trees.walk;
  const { lines } = tables[0]!;
  const out = new Float64Array(lines);
  for (let from = 0; from < lines; from += LANES) {
    const to = Math.min(lines, from + LANES);
    if (!isAnyWanted(from, to, isWanted)) continue;
    let at = 0;
    for (const { width, values: all } of tables) {
      values.set(all.subarray(from * width, (from + LANES) * width), at);
      at += width * LANES;
    }
    sums.fill(trees.base);
    add();
    for (let i = from; i < to; i++) out[i] = sums[i - from]!;
  }
  return out;
}

function isAnyWanted(from: number, to: number, isWanted: (line: number) => boolean): boolean {
  for (let i = from; i < to; i++) if (isWanted(i)) return true;
  return false;
}
