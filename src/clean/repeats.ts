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
  const runs = new Map<number, { first: number; last: number }>();
  const hashes = words.map((w) => runHashes(w));
  const keys = stretches.map((s) => s.text.toLowerCase());
  for (let i = 0; i < stretches.length; i++) {
    note(seen, keys[i]!, i);
    for (const h of hashes[i]!) note(runs, h, i);
  }
  return stretches.map((_, i) => {
    const place = seen.get(keys[i]!)!;
    const found = hashes[i]!;
    if (place.first === place.last && found.length === 0) return NONE;
    let earlier = 0;
    let later = 0;
    for (const h of found) {
      const p = runs.get(h)!;
      if (p.first < i) earlier++;
      if (p.last > i) later++;
    }
    const n = Math.max(1, found.length);
    return { doubleBefore: place.first < i, doubleAfter: place.last > i, earlier: earlier / n, later: later / n };
  });
}

function note<K>(map: Map<K, { first: number; last: number }>, key: K, i: number): void {
  const place = map.get(key);
  if (place) place.last = i;
  else map.set(key, { first: i, last: i });
}

/** Rolling hashes over runs of five words; marks do not count. */
function runHashes(words: readonly PageWord[]): number[] {
  const forms: number[] = [];
  for (const w of words) if (!w.mark) forms.push(hashForm(w.form));
  const out: number[] = [];
  for (let i = 0; i + RUN <= forms.length; i++) {
    let h = 17;
    for (let k = 0; k < RUN; k++) h = (Math.imul(h, 0x01000193) ^ forms[i + k]!) | 0;
    out.push(h);
  }
  return out;
}

function hashForm(form: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) h = Math.imul(h ^ form.charCodeAt(i), 0x01000193);
  return h;
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
