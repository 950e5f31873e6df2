/** Measures for the second look: what the first look thought of a line, of its neighbours and of the page around it. */

/** Names of the measures that follow those of the first look. */
export const SECOND_MEASURES = [
  'first',
  'first-3',
  'first-2',
  'first-1',
  'first+1',
  'first+2',
  'first+3',
  'firstBefore5',
  'firstAfter5',
  'firstBefore15',
  'firstAfter15',
  'bodyBefore',
  'bodyAfter',
  'sinceBody',
  'untilBody',
  'coreFrom',
  'coreTo',
] as const;

/** Rows of the second look: chances of the first look in, one row a line out. */
export function secondMeasures(chances: Float64Array, counts: readonly number[]): Float64Array {
  const n = chances.length;
  const width = SECOND_MEASURES.length;
  const rows = new Float64Array(n * width);
  const words = new Float64Array(n + 1);
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    words[i + 1] = words[i]! + chances[i]! * Math.min(60, counts[i]!);
    sums[i + 1] = sums[i]! + chances[i]!;
  }
  const mean = (from: number, to: number): number => {
    const [a, b] = [Math.max(0, from), Math.min(n, to)];
    return b > a ? (sums[b]! - sums[a]!) / (b - a) : 0;
  };
  const since = distances(chances, 1);
  const until = distances(chances, -1);
  const core = coreOf(chances, counts);
  const total = Math.max(1, words[n]!);
  for (let i = 0; i < n; i++) {
    const at = (k: number): number => (k >= 0 && k < n ? chances[k]! : -1);
    rows.set(
      [
        ...[chances[i]!, at(i - 3), at(i - 2), at(i - 1), at(i + 1), at(i + 2), at(i + 3)],
        ...[mean(i - 5, i), mean(i + 1, i + 6), mean(i - 15, i), mean(i + 1, i + 16)],
        ...[words[i]! / total, 1 - words[i + 1]! / total],
        ...[since[i]!, until[i]!, Math.max(-30, Math.min(30, i - core[0])), Math.max(-30, Math.min(30, core[1] - i))],
      ],
      i * width,
    );
  }
  return rows;
}

function distances(chances: Float64Array, step: 1 | -1): number[] {
  const out: number[] = new Array(chances.length);
  let distance = 99;
  for (let k = 0; k < chances.length; k++) {
    const i = step > 0 ? k : chances.length - 1 - k;
    out[i] = distance;
    distance = chances[i]! > 0.5 ? 0 : Math.min(99, distance + 1);
  }
  return out;
}

/** The run of lines with the largest sum of words that the first look holds for body, less what it holds for furniture. */
function coreOf(chances: Float64Array, counts: readonly number[]): [number, number] {
  let best = { sum: 0, first: 0, last: -1 };
  let sum = 0;
  let first = 0;
  for (let i = 0; i < chances.length; i++) {
    const value = (chances[i]! - 0.35) * Math.min(60, counts[i]! + 4);
    if (sum <= 0) [sum, first] = [0, i];
    sum += value;
    if (sum > best.sum) best = { sum, first, last: i };
  }
  return [best.first, best.last];
}

/** Where hardly anything passes the threshold, it comes down to this share of the best chance on the page. */
const RELATIVE = 0.6;
const FEW_WORDS = 25;

/** Lines held for body. A page with text is not left without a body: the threshold sinks until something passes. */
export function keepLines(chances: Float64Array, counts: readonly number[], threshold: number): boolean[] {
  let words = 0;
  let best = 0;
  chances.forEach((c, i) => {
    if (c >= threshold) words += counts[i]!;
    if (counts[i]! >= 8 && c > best) best = c;
  });
  const least = words >= FEW_WORDS ? threshold : Math.min(threshold, best * RELATIVE);
  return Array.from(chances, (c) => c >= least && c > 0.02);
}
