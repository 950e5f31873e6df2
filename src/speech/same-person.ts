/** Whether two voices may be one person. In: voices. Out: a judgement by names and states. */
import { fold } from './person-name.ts';
import type { Voice } from './phrase.ts';

/** Spellings of one given name differ in at most so many letters: Sergei and Sergey, Yury and Iurii. */
const MOST_APART = 2;

/** False where given names or stated states part them: "Nadia Brunner" and "Karl Brunner", "King Hussein" and "Saddam Hussein". */
export function mayBeSame(earlier: Voice, now: Voice, stated: boolean): boolean {
  const [was, is] = [earlier.links[0], now.links[0]];
  if (stated && was.state !== null && is.state !== null && was.state !== is.state) return false;
  const [one, two] = [given(was.name), given(is.name)];
  return one === null || two === null || alike(one, two);
}

/** "Ratu Peni" of "Ratu Peni Vakalala", "Suu Kyi" of "Aung San Suu Kyi": the one person whose name has all these words. */
export function byPartOfName(voice: Voice, people: readonly Voice[]): Voice | undefined {
  const wordsOf = (v: Voice): string[] => (v.links[0].name ?? '').split(/\s+/);
  const found = people.filter((v) => wordsOf(voice).every((w) => wordsOf(v).includes(w)));
  return new Set(found.map((v) => v.surname)).size === 1 ? found[0] : undefined;
}

/** The first given name, or null where only a surname is known. */
function given(name: string | null): string | null {
  const words = (name ?? '').trim().split(/\s+/);
  return words.length < 2 ? null : fold(words[0]!).replace(/[^\p{L}]/gu, '');
}

function alike(one: string, two: string): boolean {
  if (one[0] === two[0] && (one.length === 1 || two.length === 1)) return true;
  return one.startsWith(two) || two.startsWith(one) || distance(one, two) <= Math.min(MOST_APART, one.length - 2);
}

/** Letters to change, add or drop. */
function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let k = 1; k <= two.length; k += 1)
      next.push(Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + (one[i - 1] === two[k - 1] ? 0 : 1)));
    row = next;
  }
  return row[two.length]!;
}
