/** Finds where the name of a person begins and ends, by capitals, particles and initials. In: a place. Out: tokens of the name. */
import { fold } from './fold.ts';
import { capitalised } from './hits.ts';
import { glued, hitFrom, isHyphen, type Scene } from './scene.ts';
import { isCalendarWord, isTownOnly } from './senses.ts';

const LONGEST_NAME = 7;

/** The tokens [first, last) of a person's name that begins at `from`, or null. */
export function nameRun(scene: Scene, from: number): readonly [number, number] | null {
  const person = hitFrom(scene, from)?.person;
  if (person) return [from, hitFrom(scene, from)!.last];
  let end = from;
  let words = 0;
  for (let t = from; t < scene.tokens.length && t - from < LONGEST_NAME * 2 && words < LONGEST_NAME; ) {
    const next = step(scene, t, words);
    if (next === 0) break;
    t += next;
    if (isNameWord(scene, t - 1)) {
      end = t;
      words += 1;
    }
  }
  // "two ministers Thursday": a day is nobody's name.
  if (words === 1 && isCalendarWord(scene, from) && end - from === 1) return null;
  if (words === 0 || isOneInitial(scene, from, end)) return null;
  return trimmed(scene, from, end);
}

/** How many tokens the name goes on for at `t`: 0 where it ends. */
function step(scene: Scene, t: number, words: number): number {
  const token = scene.tokens[t]!;
  if (isNameWord(scene, t)) return stopsName(scene, t, words) ? 0 : 1;
  if (isHyphen(scene, t) && words > 0) return 2;
  const particle = scene.tables.words('particle').has(fold(token.text));
  if (particle && (words > 0 || t + 1 < scene.tokens.length)) {
    const next = isHyphen(scene, t + 1) ? t + 2 : t + 1;
    return next < scene.tokens.length && isNameWord(scene, next) && !stopsName(scene, next, words) ? next - t + 1 : 0;
  }
  return 0;
}

function isNameWord(scene: Scene, t: number): boolean {
  const word = scene.tokens[t]?.text ?? '';
  if (!/^\p{L}/u.test(word)) return false;
  // "Seo-hyun": what stands behind a hyphen belongs to the word before it.
  return capitalised(word) || (t > 0 && isHyphen(scene, t - 1) && glued(scene, t));
}

/** Words of the tables and of the calendar end a name, unless they can be part of one ("Israel Katz"). */
function stopsName(scene: Scene, t: number, words: number): boolean {
  if (isCalendarWord(scene, t) && words > 0) return true;
  const hit = scene.scanned.at[t];
  if (scene.titled && scene.tokens[t]!.upos === 'VERB') return true;
  if (hit === undefined)
    return scene.tables.words('function').has(fold(scene.tokens[t]!.text)) && !scene.titled && words > 0;
  if (hit.person !== null) return false;
  // "Ana Van Berg": a town by that name is no end to it.
  if (words > 0 && isTownOnly(hit) && scene.tables.words('particle').has(fold(scene.tokens[t]!.text))) return false;
  const given =
    scene.tables.words('clash-context', 'given').has(fold(scene.tokens[t]!.text)) || (words === 0 && isTownOnly(hit));
  if (hit.actors.length > 0) return !(given && hit.last - hit.first === 1);
  return words > 0 ? hit.words.some((g) => HEADS.has(g.use)) : !hit.words.every((g) => g.use === 'honorific');
}

const HEADS: ReadonlySet<string> = new Set(['official', 'organ', 'mission', 'force', 'national', 'group']);

function isOneInitial(scene: Scene, from: number, end: number): boolean {
  return end - from === 1 && scene.tokens[from]!.text.replace('.', '').length === 1;
}

/** Drops what cannot stand at the end of a name. */
function trimmed(scene: Scene, from: number, end: number): readonly [number, number] {
  const title = hitFrom(scene, from);
  // "Defence chief Gen. Perić": the rank is no part of the name.
  if (title !== null && title.last < end && title.words.some((g) => g.use === 'honorific')) {
    const start = scene.tokens[title.last]?.text === '.' ? title.last + 1 : title.last;
    if (start < end) return trimmed(scene, start, end);
  }
  let last = end;
  while (
    last - 1 > from &&
    scene.tables.words('particle').has(fold(scene.tokens[last - 1]!.text)) &&
    !capitalised(scene.tokens[last - 1]!.text)
  ) {
    last -= 1;
  }
  return [from, last];
}
