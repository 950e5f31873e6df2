/** Measures for the second look: what the first look thought of a line, of its neighbours and of the page around it. */
import { CORE_MEASURES, coreMeasures, type WriteLine } from './core-measures.ts';
import { MeasureRoom, type MeasureTable } from './measure-table.ts';
import type { PageFacts } from './page-facts.ts';

const NEAR = [
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

/** Names of the measures that follow those of the first look. */
export const SECOND_MEASURES: readonly string[] = [...NEAR, ...CORE_MEASURES];

/** Measures of the second look from the chances of the first; only the lines that are wanted are filled. Linear in the page. */
export function secondMeasures(
  chances: Float64Array,
  page: PageFacts,
  isWanted: (line: number) => boolean = () => true,
  room = new MeasureRoom(),
): MeasureTable {
  const table = room.table(chances.length, SECOND_MEASURES.length);
  const writeNear = nearMeasures(
    chances,
    page.lines.map((l) => l.count),
  );
  const writeCore = coreMeasures(chances, page);
  for (let i = 0; i < chances.length; i++) {
    if (!isWanted(i)) continue;
    table.go(i, 0);
    writeNear(i, table);
    writeCore(i, table);
  }
  return table;
}

function nearMeasures(chances: Float64Array, counts: readonly number[]): WriteLine {
  const n = chances.length;
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
  const one = (k: number): number => (k >= 0 && k < n ? chances[k]! : -1);
  const since = distances(chances, 1);
  const until = distances(chances, -1);
  const core = coreOf(chances, counts);
  const total = Math.max(1, words[n]!);
  return (i, table) => {
    // In the order of NEAR.
    table.put(chances[i]!);
    for (let k = 3; k > 0; k--) table.put(one(i - k));
    for (let k = 1; k <= 3; k++) table.put(one(i + k));
    table.put(mean(i - 5, i));
    table.put(mean(i + 1, i + 6));
    table.put(mean(i - 15, i));
    table.put(mean(i + 1, i + 16));
    table.put(words[i]! / total);
    table.put(1 - words[i + 1]! / total);
    table.put(since[i]!);
    table.put(until[i]!);
    table.put(Math.max(-30, Math.min(30, i - core[0])));
    table.put(Math.max(-30, Math.min(30, core[1] - i)));
  };
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
