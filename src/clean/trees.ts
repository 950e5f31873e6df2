/** A sum of small decision trees over the measures of a line. */

/** Trees as one flat list: three numbers a node lie together, because the walk is bound by memory. */
export interface Trees {
  readonly base: number;
  /** Number of the first node of each tree. */
  readonly roots: Int32Array;
  /** For each node: the measure it asks (-1 in a leaf), its limit (or the leaf's value), where its left child starts. */
  readonly nodes: Float64Array;
}

/** Measures behind those of the row: number `width` and on are looked up here. */
export interface MoreMeasures {
  readonly more: Float64Array;
  readonly from: number;
  readonly width: number;
}

/** Log odds for one row of measures that starts at `from`. */
export function treeSum(trees: Trees, rows: Float64Array, from: number, also?: MoreMeasures): number {
  const { nodes, roots } = trees;
  const width = also ? also.width : 0x7fff;
  const more = also ? also.more : rows;
  const behind = also ? also.from - also.width : 0;
  let sum = trees.base;
  for (let t = 0; t < roots.length; t++) {
    let i = roots[t]! * 3;
    for (let m = nodes[i]!; m >= 0; m = nodes[i]!) {
      const x = m < width ? rows[from + m]! : more[behind + m]!;
      i = nodes[i + 2]! + (x <= nodes[i + 1]! ? 0 : 3);
    }
    sum += nodes[i + 1]!;
  }
  return sum;
}

/** Trees as kept in a file. */
export interface SavedTrees {
  readonly base: number;
  readonly roots: readonly number[];
  readonly measure: readonly number[];
  readonly limit: readonly number[];
  readonly left: readonly number[];
}

/** A node goes to `left` where `measure <= limit`, else to the node after it. */
export function loadTrees(saved: SavedTrees): Trees {
  const nodes = new Float64Array(saved.measure.length * 3);
  for (let i = 0; i < saved.measure.length; i++) {
    nodes.set([saved.measure[i]!, saved.limit[i]!, saved.left[i]! * 3], i * 3);
  }
  return { base: saved.base, roots: Int32Array.from(saved.roots), nodes };
}
