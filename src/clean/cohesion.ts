/** Whether lines speak of one matter: content words shared with the running text above and below, and the headline. */
import type { LineFacts, Matters } from './line-facts.ts';
import type { Repeat } from './repeats.ts';

/** Content words shared with the last and the next few lines of running text. */
export interface Cohesion {
  readonly before: number;
  readonly after: number;
  /** Mean of both over the running text around. */
  readonly around: number;
}

/** The likeliest headline: its line, and how well the text below takes them up. */
export interface Title {
  readonly line: number;
  readonly score: number;
}

/** Lines of running text that are compared, and how far off they may be. */
const TEXT_LINES = 3;
const REACH = 14;
const TEXT = 8;

/** The matters of some lines, marked. */
export function markMatters(matters: Matters, lines: Iterable<number>): Uint8Array {
  const marks = new Uint8Array(matters.total);
  const { items, from } = matters;
  for (const i of lines) for (let k = from[i]!; k < from[i + 1]!; k++) marks[items[k]!] = 1;
  return marks;
}

/** How many matters of a line are marked. */
export function countMarked({ items, from }: Matters, line: number, marks: Uint8Array): number {
  let n = 0;
  for (let k = from[line]!; k < from[line + 1]!; k++) n += marks[items[k]!]!;
  return n;
}

/** One entry a line. Linear: each line is compared with a bounded number of others. */
export function cohesionOf(matters: Matters, mass: readonly number[]): Cohesion[] {
  const texts: number[] = [];
  for (let i = 0; i < mass.length; i++) if (mass[i]! >= TEXT) texts.push(i);
  const shared = sharedCounter(matters);
  const n = mass.length;
  const before = new Int32Array(n);
  const after = new Int32Array(n);
  for (let i = 0, next = 0; i < n; i++) {
    while (next < texts.length && texts[next]! < i) next++;
    let from = Math.max(0, next - TEXT_LINES);
    while (from < next && i - texts[from]! > REACH) from++;
    before[i] = shared(i, texts, from, next);
    const below = texts[next] === i ? next + 1 : next;
    let to = Math.min(texts.length, below + TEXT_LINES);
    while (to > below && texts[to - 1]! - i > REACH) to--;
    after[i] = shared(i, texts, below, to);
  }
  const values = texts.map((i) => Math.min(8, before[i]!) + Math.min(8, after[i]!));
  const out: Cohesion[] = [];
  for (let i = 0, next = 0; i < n; i++) {
    while (next < texts.length && texts[next]! < i) next++;
    const [from, to] = [Math.max(0, next - 3), Math.min(values.length, next + 4)];
    let sum = 0;
    for (let k = from; k < to; k++) sum += values[k]!;
    out.push({ before: before[i]!, after: after[i]!, around: to <= from ? 0 : sum / (to - from) });
  }
  return out;
}

/** Counts the matters that a line shares with any of `texts[from..to]`. */
function sharedCounter(matters: Matters) {
  const round = matterRounds(matters);
  return (own: number, texts: readonly number[], from: number, to: number): number => {
    if (from >= to) return 0;
    round.begin();
    for (let k = from; k < to; k++) round.add(texts[k]!);
    return round.count(own);
  };
}

/** Counts what a line shares with some others, round after round. */
function matterRounds({ items, from, total }: Matters) {
  const seen = new Int32Array(total);
  let round = 0;
  return {
    begin: (): void => {
      round++;
    },
    add: (line: number): void => {
      for (let k = from[line]!; k < from[line + 1]!; k++) seen[items[k]!] = round;
    },
    count: (line: number): number => {
      let n = 0;
      for (let k = from[line]!; k < from[line + 1]!; k++) if (seen[items[k]!] === round) n++;
      return n;
    },
  };
}

/** The best headline of the page, or null where no short line is taken up by running text below it. */
export function findTitle(
  lines: readonly LineFacts[],
  matters: Matters,
  mass: readonly number[],
  repeats: readonly Repeat[],
): Title | null {
  const below = textBelow(matters, mass);
  let best: Title | null = null;
  for (let i = 0; i < lines.length; i++) {
    const own = matters.from[i + 1]! - matters.from[i]!;
    if (!mayBeTitle(lines[i]!, own)) continue;
    const { found, text } = below(i);
    if (found < 2) continue;
    const doubled = repeats[i]!.doubleAfter || repeats[i]!.doubleBefore ? 1.15 : 1;
    const score = (found / Math.sqrt(own + 1)) * doubled * Math.min(1, text / 80);
    if (score > (best?.score ?? 0)) best = { line: i, score };
  }
  return best;
}

function mayBeTitle(line: LineFacts, matters: number): boolean {
  if (line.count < 4 || line.count > 28 || matters < 2) return false;
  if (line.look === 'furniture' || line.look === 'credit' || line.look === 'stamp' || line.look === 'read-more')
    return false;
  return line.end !== 'stop' || line.count < 14;
}

/** How many matters of a line the first lines of running text below it take up, where they begin near; and their weight. */
function textBelow(matters: Matters, mass: readonly number[]) {
  const round = matterRounds(matters);
  return (from: number): { found: number; text: number } => {
    round.begin();
    let [text, lines, last] = [0, 0, from];
    for (let k = from + 1; k < mass.length && lines < 8 && k - last <= REACH; k++) {
      if (mass[k]! < TEXT) continue;
      round.add(k);
      text += mass[k]!;
      lines++;
      last = k;
    }
    return { found: round.count(from), text };
  };
}
