/** What can be told of a line only from the whole page: where the running text lies, what it is about, what is said twice. */
import type { Rules } from '../rules/rules.ts';
import { type Cohesion, cohesionOf, findTitle, type Title } from './cohesion.ts';
import type { Part } from './inline.ts';
import { type LineFacts, type Matters, pageLines } from './line-facts.ts';
import { findRepeats, type Repeat } from './repeats.ts';

/** Facts of a page, one entry a part in each list. */
export interface PageFacts {
  readonly lines: readonly LineFacts[];
  /** Content words of each line. */
  readonly matters: Matters;
  readonly repeats: readonly Repeat[];
  /** Weight of each line as running text, repeats left out. */
  readonly masses: readonly number[];
  /** Share of the page's running text before the line; 0 at its start, 1 after its end. */
  readonly before: readonly number[];
  /** Running text within a few lines, this line left out. */
  readonly around: readonly number[];
  /** Share of the line's content words that the core of the page uses elsewhere, and their number. */
  readonly topic: readonly number[];
  readonly topicWords: readonly number[];
  /** How a line hangs together with the running text next to it. */
  readonly cohesion: readonly Cohesion[];
  /** The line that most looks like the headline of the running text below it. */
  readonly title: Title | null;
  /** Bounds of the densest stretch of running text, strict and generous: [first, last]. */
  readonly dense: readonly [number, number];
  readonly wide: readonly [number, number];
  /** Share of lines with an empty line before them. */
  readonly airy: number;
  /** Share of lines that are running text. */
  readonly plain: number;
  /** Sum of the weights of all running text. */
  readonly total: number;
}

/** How far neighbours count. */
const REACH = 6;

/** Measures a page. Linear in its words. */
export function pageFacts(parts: readonly Part[], rules: Rules): PageFacts {
  const { lines, matters, hashes, texts } = pageLines(parts, rules);
  const repeats = findRepeats(parts, hashes, texts);
  const mass = lines.map((l, i) => (isRepeat(repeats[i]!) ? 0 : l.mass));
  const total = mass.reduce((a, b) => a + b, 0);
  const dense = densest(mass, 12);
  const topicWords = topicWordsOf(matters, mass, dense);
  return {
    lines,
    matters,
    repeats,
    masses: mass,
    before: sharesBefore(mass, total),
    around: massAround(mass),
    topic: topicWords.map((n, i) => (n === 0 ? 0 : n / (matters.from[i + 1]! - matters.from[i]!))),
    topicWords,
    cohesion: cohesionOf(matters, mass),
    title: findTitle(lines, matters, mass, repeats),
    dense,
    wide: densest(mass, 4),
    airy: lines.filter((l) => l.part.gap > 0).length / Math.max(1, lines.length),
    plain: mass.filter((m) => m > 0).length / Math.max(1, lines.length),
    total,
  };
}

/** Most of a longer line stands earlier on the page. */
export function isRepeat(r: Repeat): boolean {
  return r.doubleBefore || r.earlier > 0.7;
}

function sharesBefore(mass: readonly number[], total: number): number[] {
  let sum = 0;
  return mass.map((m) => {
    const share = total === 0 ? 0 : (sum + m / 2) / total;
    sum += m;
    return share;
  });
}

function massAround(mass: readonly number[]): number[] {
  return mass.map((_, i) => {
    let sum = 0;
    for (let k = 1; k <= REACH; k++) sum += ((mass[i - k] ?? 0) + (mass[i + k] ?? 0)) / (k + 1);
    return sum;
  });
}

/** The run of lines with the largest sum of weights, each line without running text costing `penalty`. */
function densest(mass: readonly number[], penalty: number): [number, number] {
  let best = { sum: 0, first: 0, last: -1 };
  let sum = 0;
  let first = 0;
  for (let i = 0; i < mass.length; i++) {
    const value = mass[i]! > 0 ? mass[i]! : -penalty;
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += value;
    if (sum > best.sum) best = { sum, first, last: i };
  }
  return [best.first, best.last];
}

/** How many matters of each line the core of the page has elsewhere. */
function topicWordsOf(matters: Matters, mass: readonly number[], core: readonly [number, number]): number[] {
  const { items, from, total } = matters;
  const uses = new Int32Array(total);
  const inCore = (i: number): boolean => i >= core[0] && i <= core[1] && mass[i]! > 0;
  for (let i = core[0]; i <= core[1]; i++) {
    if (inCore(i)) for (let k = from[i]!; k < from[i + 1]!; k++) uses[items[k]!]!++;
  }
  return mass.map((_, i) => {
    const least = inCore(i) ? 1 : 0;
    let n = 0;
    for (let k = from[i]!; k < from[i + 1]!; k++) if (uses[items[k]!]! > least) n++;
    return n;
  });
}
