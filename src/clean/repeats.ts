/** Finds lines that say again what other lines of the page say: the body repeated on one line, and exact doubles. */

import type { LineNumbers } from './line-facts.ts';
import type { Stretch } from './stretches.ts';

/** How much of a line stands elsewhere. */
export interface Repeat {
  /** The same line stands earlier or later. */
  readonly doubleBefore: boolean;
  readonly doubleAfter: boolean;
  /** Shares of its five-word runs that stand in earlier and in later lines. */
  readonly earlier: number;
  readonly later: number;
}

const RUN = 5;
const NONE: Repeat = { doubleBefore: false, doubleAfter: false, earlier: 0, later: 0 };

/** One entry for each stretch: what its words and its text as a whole hash to. Linear in the words of the page. */
export function findRepeats(stretches: readonly Stretch[], words: LineNumbers, texts: Int32Array): Repeat[] {
  const seen = new Map<number, Place>();
  const places = stretches.map((s, i) => note(seen, texts[i]!, s.text, i));
  const runs = placeRuns(words);
  return places.map((place, i) => {
    const [from, to] = [runs.from[i]!, runs.from[i + 1]!];
    if (place.first === place.last && from === to) return NONE;
    let earlier = 0;
    let later = 0;
    for (let k = from; k < to; k++) {
      const slot = runs.slots[k]!;
      if (runs.first[slot]! < i) earlier++;
      if (runs.last[slot]! > i) later++;
    }
    const n = Math.max(1, to - from);
    return { doubleBefore: place.first < i, doubleAfter: place.last > i, earlier: earlier / n, later: later / n };
  });
}

/** First and last line of the page that have a text. */
interface Place {
  readonly text: string;
  readonly first: number;
  last: number;
}

function note(seen: Map<number, Place>, hash: number, text: string, i: number): Place {
  const known = seen.get(hash);
  if (known && (known.text === text || known.text.toLowerCase() === text.toLowerCase())) {
    known.last = i;
    return known;
  }
  const place = { text, first: i, last: i };
  if (!known) seen.set(hash, place);
  return place;
}

/** All runs of five words of a page; equal ones share a slot, which knows their first and last line. */
interface Runs {
  /** Slots of the runs of line `i` are `slots[from[i]..from[i + 1]]`. */
  readonly from: Int32Array;
  readonly slots: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Runs are told apart by rolling hashes, kept in one open table for the page; marks do not count. */
function placeRuns({ items, from: starts }: LineNumbers): Runs {
  const lines = starts.length - 1;
  const from = new Int32Array(lines + 1);
  for (let i = 0; i < lines; i++) from[i + 1] = from[i]! + Math.max(0, starts[i + 1]! - starts[i]! - RUN + 1);
  const slots = new Int32Array(from[lines]!);
  let size = 16;
  while (size < 2 * slots.length) size *= 2;
  const keys = new Int32Array(size);
  const first = new Int32Array(size).fill(-1);
  const last = new Int32Array(size);
  for (let i = 0, at = 0; i < lines; i++) {
    for (let k = starts[i]!; k + RUN <= starts[i + 1]!; k++) {
      const slot = slotOf(keys, first, runHash(items, k));
      if (first[slot] === -1) first[slot] = i;
      last[slot] = i;
      slots[at++] = slot;
    }
  }
  return { from, slots, first, last };
}

function runHash(hashes: Int32Array, from: number): number {
  let h = 17;
  for (let k = from; k < from + RUN; k++) h = Math.imul(h, 0x01000193) ^ hashes[k]!;
  return h;
}

/** Where a key stands in the table, or is put now. */
function slotOf(keys: Int32Array, first: Int32Array, key: number): number {
  const mask = keys.length - 1;
  let slot = (key ^ (key >>> 15)) & mask;
  while (first[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask;
  keys[slot] = key;
  return slot;
}

/** Short lines that stand on a page more often than this are furniture, wherever they stand. */
const OFTEN = 4;

/** True for short lines that the page repeats over and over ("Advertisement 3", "Article content"); figures do not count. */
export function findStuck(stretches: readonly Stretch[]): boolean[] {
  const heads = stretches.map((s) => (s.text.length > 80 ? -1 : headOf(s.text)));
  const alike = countOf(heads);
  const keys = stretches.map(({ text }, i) =>
    heads[i]! >= 0 && alike.get(heads[i]!)! >= OFTEN ? text.toLowerCase().replace(/\d+/g, '#') : '',
  );
  const uses = countOf(keys);
  return keys.map((k) => k !== '' && uses.get(k)! >= OFTEN);
}

function countOf<T>(keys: readonly T[]): Map<T, number> {
  const uses = new Map<T, number>();
  for (const k of keys) uses.set(k, (uses.get(k) ?? 0) + 1);
  return uses;
}

/** How much of a line is compared before the whole of it. */
const HEAD = 5;

/** The beginning of a line as a number, the same for lines that differ in capitals and figures only; it tells most lines apart. */
function headOf(text: string): number {
  let head = 0;
  for (let i = 0, n = 0; i < text.length && n < HEAD; i++) {
    const c = text.charCodeAt(i);
    const digit = isDigit(c);
    if (digit && isDigit(text.charCodeAt(i - 1))) continue;
    head = head * 64 + (digit ? 0 : c > 127 ? 1 : 2 + (c & 31));
    n++;
  }
  return head;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
