/** Finds lines that say again what other lines of the page say: the body repeated on one line, and exact doubles. */
import type { Stretch } from './stretches.ts';
import type { PageWord } from './words.ts';

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

/** One entry for each stretch. Linear in the words of the page. */
export function findRepeats(stretches: readonly Stretch[], words: readonly (readonly PageWord[])[]): Repeat[] {
  const seen = new Map<string, { first: number; last: number }>();
  const places = stretches.map((s, i) => note(seen, s.text.toLowerCase(), i));
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

function note(map: Map<string, { first: number; last: number }>, key: string, i: number) {
  let place = map.get(key);
  if (place) place.last = i;
  else {
    place = { first: i, last: i };
    map.set(key, place);
  }
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
function placeRuns(words: readonly (readonly PageWord[])[]): Runs {
  const most = words.reduce((n, w) => n + Math.max(0, w.length - RUN + 1), 0);
  let size = 16;
  while (size < 2 * most) size *= 2;
  const keys = new Int32Array(size);
  const first = new Int32Array(size).fill(-1);
  const last = new Int32Array(size);
  const slots = new Int32Array(most);
  const from = new Int32Array(words.length + 1);
  const hashes: number[] = [];
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    hashes.length = 0;
    for (const w of words[i]!) if (!w.mark) hashes.push(w.hash);
    for (let k = 0; k + RUN <= hashes.length; k++) {
      const slot = slotOf(keys, first, runHash(hashes, k));
      if (first[slot] === -1) first[slot] = i;
      last[slot] = i;
      slots[at++] = slot;
    }
    from[i + 1] = at;
  }
  return { from, slots, first, last };
}

function runHash(hashes: readonly number[], from: number): number {
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
  const keys = stretches.map((s) => (s.text.length > 80 ? '' : s.text.toLowerCase().replace(/\d+/g, '#')));
  const uses = new Map<string, number>();
  for (const k of keys) uses.set(k, (uses.get(k) ?? 0) + 1);
  return keys.map((k) => k !== '' && uses.get(k)! >= OFTEN);
}
