/** A sum of small decision trees over the measures of a line. */

/** Trees as flat lists: node `i` asks `measure[i] <= limit[i]`, goes to `left[i]` or `left[i] + 1`; a leaf has measure -1. */
export interface Trees {
  readonly base: number;
  /** First node of each tree. */
  readonly roots: Int32Array;
  readonly measure: Int16Array;
  /** Limit of a question, or the value of a leaf. */
  readonly limit: Float64Array;
  readonly left: Int32Array;
}

/** Measures behind those of the row: number `width` and on are looked up here. */
export interface MoreMeasures {
  readonly more: Float64Array;
  readonly from: number;
  readonly width: number;
}

/** Log odds for one row of measures that starts at `from`. */
export function treeSum(trees: Trees, rows: Float64Array, from: number, also?: MoreMeasures): number {
  const { measure, limit, left, roots } = trees;
  const width = also ? also.width : 0x7fff;
  const more = also ? also.more : rows;
  const behind = also ? also.from - also.width : 0;
  let sum = trees.base;
  for (let t = 0; t < roots.length; t++) {
    let i = roots[t]!;
    for (let m = measure[i]!; m >= 0; m = measure[i]!) {
      const x = m < width ? rows[from + m]! : more[behind + m]!;
      i = left[i]! + (x <= limit[i]! ? 0 : 1);
    }
    sum += limit[i]!;
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

export function loadTrees(saved: SavedTrees): Trees {
  return {
    base: saved.base,
    roots: Int32Array.from(saved.roots),
    measure: Int16Array.from(saved.measure),
    limit: Float64Array.from(saved.limit),
    left: Int32Array.from(saved.left),
  };
}
