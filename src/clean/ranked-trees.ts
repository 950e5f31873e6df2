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
  /** For each inner node: the place of its measure in `scales` times 256, plus the rank up to which one goes left. */
  readonly nodes: Int32Array;
  readonly leaves: Float64Array;
  readonly scales: Scales;
}

/**
 * The measures that the trees ask, each with its limits in order. Between its outer limits a measure is cut into cells
 * of one width, which know how many limits lie in cells before them: few limits are left to compare. All in flat lists,
 * because this is asked for every measure of every line.
 */
interface Scales {
  readonly measures: Int32Array;
  /** Limits of measure `k` are `limits[from[k]..from[k + 1]]`. */
  readonly limits: Float64Array;
  readonly from: Int32Array;
  /** A value lies in the cell `(value - least) * factor`. */
  readonly least: Float64Array;
  readonly factor: Float64Array;
  readonly cells: Uint8Array;
  /** Ranks of the value that most measures have. */
  readonly zeros: Uint8Array;
}

const CELLS = 128;
const MOST_LIMITS = 255;

/** @throws Error where one measure has more limits than a byte can count. */
export function rankTrees(trees: Trees): RankedTrees {
  const limits = limitsOf(trees);
  const places = new Map([...limits.keys()].map((measure, k) => [measure, k]));
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
  return { base: trees.base, count: roots.length, depth, nodes, leaves, scales: scalesOf(limits) };
}

function depthOf(nodes: Float64Array, at: number): number {
  if (nodes[at]! < 0) return 0;
  return 1 + Math.max(depthOf(nodes, nodes[at + 2]!), depthOf(nodes, nodes[at + 2]! + 3));
}

/** The distinct limits of each measure, smallest first; measures in the order of a row. */
function limitsOf(trees: Trees): Map<number, Float64Array> {
  const found = new Map<number, Set<number>>();
  for (let at = 0; at < trees.nodes.length; at += 3) {
    const measure = trees.nodes[at]!;
    if (measure < 0) continue;
    const list = found.get(measure) ?? new Set();
    found.set(measure, list.add(trees.nodes[at + 1]!));
  }
  for (const list of found.values()) if (list.size > MOST_LIMITS) throw new Error('A measure has over 255 limits.');
  return new Map(
    [...found].sort(([a], [b]) => a - b).map(([measure, list]) => [measure, Float64Array.from(list).sort()]),
  );
}

function scalesOf(limits: ReadonlyMap<number, Float64Array>): Scales {
  const lists = [...limits.values()];
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, k) => {
    from[k + 1] = from[k]! + list.length;
  });
  const least = Float64Array.from(lists, (list) => list[0]!);
  const factor = Float64Array.from(lists, (list) => CELLS / Math.max(list.at(-1)! - list[0]!, Number.MIN_VALUE));
  const scales: Scales = {
    measures: Int32Array.from(limits.keys()),
    limits: Float64Array.from(lists.flatMap((list) => [...list])),
    from,
    least,
    factor: factor.map((f) => (Number.isFinite(f) ? f : 1)),
    cells: new Uint8Array(lists.length * CELLS),
    zeros: Uint8Array.from(lists, (list) => list.filter((limit) => limit < 0).length),
  };
  lists.forEach((list, k) => {
    const at = [...list].map((limit) => cellOf(scales, k, limit));
    for (let c = 0; c < CELLS; c++) scales.cells[k * CELLS + c] = at.filter((cell) => cell < c).length;
  });
  return scales;
}

/** Grows with the value, so that a limit in a cell before is smaller for certain. */
function cellOf(scales: Scales, k: number, value: number): number {
  const cell = (value - scales.least[k]!) * scales.factor[k]!;
  return cell >= CELLS - 1 ? CELLS - 1 : cell > 0 ? cell | 0 : 0;
}

/** A table of measures: `width` numbers a line. */
export interface MeasureTable {
  readonly rows: Float64Array;
  readonly width: number;
}

/** Log odds of each of `lines`; measures behind those of the first table stand in the second. */
export function treeSums(trees: RankedTrees, lines: Int32Array, table: MeasureTable, more = table): Float64Array {
  const width = trees.scales.measures.length;
  const ranks = new Uint8Array(lines.length * width);
  for (let i = 0; i < lines.length; i++) fillRanks(ranks, i * width, trees.scales, lines[i]!, table, more);
  const sums = new Float64Array(lines.length).fill(trees.base);
  for (let t = 0; t < trees.count; t++) addTree(trees, t, ranks, width, sums);
  return sums;
}

/** How many of its limits each measure of a line exceeds. */
function fillRanks(
  ranks: Uint8Array,
  at: number,
  scales: Scales,
  line: number,
  table: MeasureTable,
  more: MeasureTable,
): void {
  const { measures, limits, from, cells, zeros } = scales;
  const [near, behind] = [line * table.width, line * more.width - table.width];
  for (let k = 0; k < measures.length; k++) {
    const measure = measures[k]!;
    const x = measure < table.width ? table.rows[near + measure]! : more.rows[behind + measure]!;
    if (x === 0) {
      ranks[at + k] = zeros[k]!;
      continue;
    }
    const end = from[k + 1]!;
    let i = from[k]! + cells[k * CELLS + cellOf(scales, k, x)]!;
    while (i < end && !(x <= limits[i]!)) i++;
    ranks[at + k] = i - from[k]!;
  }
}

/**
 * One tree over all lines: it stays in the fastest memory, and no step waits for a guess which way it goes. Four lines
 * walk side by side, because each step of one waits for the step before.
 */
function addTree(trees: RankedTrees, tree: number, ranks: Uint8Array, width: number, sums: Float64Array): void {
  const { depth, nodes, leaves } = trees;
  const from = tree << depth;
  const inLeaves = from - (1 << depth);
  const n = sums.length;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    const row = i * width;
    let [a, b, c, d] = [1, 1, 1, 1];
    for (let step = 0; step < depth; step++) {
      const [na, nb, nc, nd] = [nodes[from + a]!, nodes[from + b]!, nodes[from + c]!, nodes[from + d]!];
      a = 2 * a + (((na & 255) - ranks[row + (na >> 8)]!) >>> 31);
      b = 2 * b + (((nb & 255) - ranks[row + width + (nb >> 8)]!) >>> 31);
      c = 2 * c + (((nc & 255) - ranks[row + 2 * width + (nc >> 8)]!) >>> 31);
      d = 2 * d + (((nd & 255) - ranks[row + 3 * width + (nd >> 8)]!) >>> 31);
    }
    sums[i]! += leaves[inLeaves + a]!;
    sums[i + 1]! += leaves[inLeaves + b]!;
    sums[i + 2]! += leaves[inLeaves + c]!;
    sums[i + 3]! += leaves[inLeaves + d]!;
  }
  for (; i < n; i++) {
    let node = 1;
    for (let step = 0; step < depth; step++) {
      const at = nodes[from + node]!;
      node = 2 * node + (((at & 255) - ranks[i * width + (at >> 8)]!) >>> 31);
    }
    sums[i]! += leaves[inLeaves + node]!;
  }
}
