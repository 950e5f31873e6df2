/**
 * The sums of `trees.ts` for many lines at once: rows of measures in, log odds out, the same to the last bit. Trees ask
 * a measure only how many of its limits it exceeds, so that each value becomes this small number once a page.
 */
import type { Trees } from './trees.ts';

/** Trees of one depth in heap order: the children of node `n` are `2n` and `2n + 1`. */
export interface RankedTrees {
  readonly base: number;
  readonly count: number;
  readonly depth: number;
  /** For each inner node: the place of its measure in `measures` times 256, plus the rank up to which one goes left. */
  readonly nodes: Int32Array;
  readonly leaves: Float64Array;
  readonly measures: readonly RankedMeasure[];
}

/** A measure that the trees ask, with its limits in order and the ranks of small whole numbers ready. */
interface RankedMeasure {
  readonly measure: number;
  readonly limits: Float64Array;
  readonly whole: Uint8Array;
}

/** Whole numbers of this range get their rank from a list: nearly all measures are counts. */
const [LEAST, MOST] = [-40, 120];
const MOST_LIMITS = 255;

/** @throws Error where one measure has more limits than a byte can count. */
export function rankTrees(trees: Trees): RankedTrees {
  const limits = limitsOf(trees);
  const measures = [...limits].map(([measure, list]) => ({ measure, limits: list, whole: wholeRanks(list) }));
  const places = new Map(measures.map((m, k) => [m.measure, k]));
  const roots = [...trees.roots].map((r) => r * 3);
  const depth = Math.max(0, ...roots.map((r) => depthOf(trees.nodes, r)));
  const size = 2 ** depth;
  const nodes = new Int32Array(roots.length * size);
  const leaves = new Float64Array(roots.length * size);
  const place = (tree: number, node: number, at: number): void => {
    const measure = trees.nodes[at]!;
    const leaf = measure < 0;
    if (node >= size) leaves[tree * size + node - size] = trees.nodes[at + 1]!;
    else {
      const rank = leaf ? MOST_LIMITS : limits.get(measure)!.indexOf(trees.nodes[at + 1]!);
      nodes[tree * size + node] = leaf ? rank : places.get(measure)! * 256 + rank;
      // A leaf that lies higher up stands below itself twice, down to the depth of all.
      place(tree, 2 * node, leaf ? at : trees.nodes[at + 2]!);
      place(tree, 2 * node + 1, leaf ? at : trees.nodes[at + 2]! + 3);
    }
  };
  roots.forEach((root, t) => {
    place(t, 1, root);
  });
  return { base: trees.base, count: roots.length, depth, nodes, leaves, measures };
}

function depthOf(nodes: Float64Array, at: number): number {
  if (nodes[at]! < 0) return 0;
  return 1 + Math.max(depthOf(nodes, nodes[at + 2]!), depthOf(nodes, nodes[at + 2]! + 3));
}

/** The distinct limits of each measure, smallest first. */
function limitsOf(trees: Trees): Map<number, Float64Array> {
  const found = new Map<number, Set<number>>();
  for (let at = 0; at < trees.nodes.length; at += 3) {
    const measure = trees.nodes[at]!;
    if (measure < 0) continue;
    const list = found.get(measure) ?? new Set();
    found.set(measure, list.add(trees.nodes[at + 1]!));
  }
  for (const list of found.values()) if (list.size > MOST_LIMITS) throw new Error('A measure has over 255 limits.');
  return new Map([...found].map(([measure, list]) => [measure, Float64Array.from(list).sort()]));
}

function wholeRanks(limits: Float64Array): Uint8Array {
  return Uint8Array.from({ length: MOST - LEAST }, (_, i) => rankOf(i + LEAST, limits));
}

/** How many limits a value exceeds. */
function rankOf(x: number, limits: Float64Array): number {
  let rank = 0;
  while (rank < limits.length && !(x <= limits[rank]!)) rank++;
  return rank;
}

/** A table of measures: `width` numbers a line. */
export interface MeasureTable {
  readonly rows: Float64Array;
  readonly width: number;
}

/** Log odds of each of `lines`; measures behind those of the first table stand in the second. */
export function treeSums(trees: RankedTrees, lines: Int32Array, table: MeasureTable, more = table): Float64Array {
  const width = trees.measures.length;
  const ranks = new Uint8Array(lines.length * width);
  lines.forEach((line, i) => {
    fillRanks(ranks, i * width, trees.measures, line, table, more);
  });
  const sums = new Float64Array(lines.length).fill(trees.base);
  for (let t = 0; t < trees.count; t++) addTree(trees, t, ranks, width, sums);
  return sums;
}

function fillRanks(
  ranks: Uint8Array,
  at: number,
  measures: readonly RankedMeasure[],
  line: number,
  table: MeasureTable,
  more: MeasureTable,
): void {
  const [near, behind] = [line * table.width, line * more.width - table.width];
  for (let k = 0; k < measures.length; k++) {
    const { measure, limits, whole } = measures[k]!;
    const x = measure < table.width ? table.rows[near + measure]! : more.rows[behind + measure]!;
    const n = x | 0;
    ranks[at + k] = n === x && n >= LEAST && n < MOST ? whole[n - LEAST]! : rankOf(x, limits);
  }
}

/** One tree over all lines: it stays in the fastest memory, and no step waits for a guess which way it goes. */
function addTree(trees: RankedTrees, tree: number, ranks: Uint8Array, width: number, sums: Float64Array): void {
  const { depth, nodes, leaves } = trees;
  const size = 1 << depth;
  const from = tree * size;
  for (let i = 0, row = 0; i < sums.length; i++, row += width) {
    let node = 1;
    for (let d = 0; d < depth; d++) {
      const n = nodes[from + node]!;
      node = 2 * node + (((n & 255) - ranks[row + (n >> 8)]!) >>> 31);
    }
    sums[i]! += leaves[from + node - size]!;
  }
}
