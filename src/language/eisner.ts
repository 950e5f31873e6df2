/** The best projective tree with one root, by Eisner's chart. In: arc scores. Out: heads. */

/** A chart for sentences of up to `n` words, kept between calls. */
interface Chart {
  size: number;
  /** Best scores and split points of complete and incomplete spans, to the right and to the left. */
  complete: [Float64Array, Float64Array];
  open: [Float64Array, Float64Array];
  completeAt: [Int16Array, Int16Array];
  openAt: [Int16Array, Int16Array];
}

const RIGHT = 0;
const LEFT = 1;
let chart: Chart = newChart(48);

function newChart(size: number): Chart {
  const cells = size * size;
  const scores = (): [Float64Array, Float64Array] => [new Float64Array(cells), new Float64Array(cells)];
  const places = (): [Int16Array, Int16Array] => [new Int16Array(cells), new Int16Array(cells)];
  return { size, complete: scores(), open: scores(), completeAt: places(), openAt: places() };
}

/**
 * Finds the best tree.
 *
 * @param scores `scores[d * (n + 1) + h]` is what head `h` (0 is the root, 1 the first word) is worth to word `d` (from 0).
 * @returns the head of each word, counted from 0; -1 for the one root.
 * @example
 * bestTree(new Float32Array([0, 0, 5, 5, 0, 0]), 2); // word 0 hangs on word 1, word 1 is the root: [1, -1]
 */
export function bestTree(scores: Float32Array, n: number): Int16Array {
  if (n > chart.size) chart = newChart(n);
  fill(scores, n);
  const heads = new Int16Array(n).fill(-1);
  const root = bestRoot(scores, n);
  follow(heads, 0, root, LEFT);
  follow(heads, root, n - 1, RIGHT);
  return heads;
}

/** Fills the chart bottom up: `complete[RIGHT]` of (i, j) has its head at i, `complete[LEFT]` at j. */
function fill(scores: Float32Array, n: number): void {
  const { size, complete, open, completeAt, openAt } = chart;
  const [right, left] = complete;
  for (let i = 0; i < n; i += 1) {
    right[i * size + i] = 0;
    left[i * size + i] = 0;
  }
  for (let width = 1; width < n; width += 1) {
    for (let i = 0; i + width < n; i += 1) {
      const j = i + width;
      const at = i * size + j;
      let best = Number.NEGATIVE_INFINITY;
      let where = i;
      for (let k = i; k < j; k += 1) {
        const v = right[i * size + k]! + left[(k + 1) * size + j]!;
        if (v > best) {
          best = v;
          where = k;
        }
      }
      open[RIGHT][at] = best + scores[j * (n + 1) + i + 1]!;
      open[LEFT][at] = best + scores[i * (n + 1) + j + 1]!;
      openAt[RIGHT][at] = where;
      openAt[LEFT][at] = where;
      closeSpan(i, j, at, completeAt);
    }
  }
}

function closeSpan(i: number, j: number, at: number, completeAt: [Int16Array, Int16Array]): void {
  const { size, complete, open } = chart;
  let best = Number.NEGATIVE_INFINITY;
  for (let k = i + 1; k <= j; k += 1) {
    const v = open[RIGHT][i * size + k]! + complete[RIGHT][k * size + j]!;
    if (v > best) {
      best = v;
      completeAt[RIGHT][at] = k;
    }
  }
  complete[RIGHT][at] = best;
  best = Number.NEGATIVE_INFINITY;
  for (let k = i; k < j; k += 1) {
    const v = complete[LEFT][i * size + k]! + open[LEFT][k * size + j]!;
    if (v > best) {
      best = v;
      completeAt[LEFT][at] = k;
    }
  }
  complete[LEFT][at] = best;
}

/** The word that makes the best whole tree as its only root. */
function bestRoot(scores: Float32Array, n: number): number {
  const { size, complete } = chart;
  let best = Number.NEGATIVE_INFINITY;
  let root = 0;
  for (let r = 0; r < n; r += 1) {
    const v = complete[LEFT][r]! + complete[RIGHT][r * size + n - 1]! + scores[r * (n + 1)]!;
    if (v > best) {
      best = v;
      root = r;
    }
  }
  return root;
}

/** Reads the heads of a complete span off the chart, with a stack of its own: spans can nest as deep as the sentence. */
function follow(heads: Int16Array, from: number, to: number, side: number): void {
  const { size, completeAt, openAt } = chart;
  const stack: [number, number, number, boolean][] = [[from, to, side, true]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [i, j, way, isComplete] = next;
    if (i >= j) continue;
    const at = i * size + j;
    if (isComplete) {
      const k = completeAt[way === RIGHT ? RIGHT : LEFT][at]!;
      if (way === RIGHT) stack.push([i, k, RIGHT, false], [k, j, RIGHT, true]);
      else stack.push([i, k, LEFT, true], [k, j, LEFT, false]);
      continue;
    }
    if (way === RIGHT) heads[j] = i;
    else heads[i] = j;
    const k = openAt[way === RIGHT ? RIGHT : LEFT][at]!;
    stack.push([i, k, RIGHT, true], [k + 1, j, LEFT, true]);
  }
}
