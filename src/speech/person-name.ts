/** The person a phrase names, by a mention or by capitals. In: a phrase. Out: name and place, or null. */
import type { ActorMention } from '../model/actor.ts';
import { isPreposition, type Placed, type Region, textOf } from './line.ts';
import { isPersonNoun, lastOf, type Phrase } from './phrase.ts';

const NAME_PARTICLE = /^(?:al|bin|ibn|van|von|de|da|di|del|der|den|el|la|le|ter|ould|abu|ben|bint)$/i;

export const TITLE =
  /^(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Sir|Dame|Lord|Lady|Gen|Brig|Col|Lt|Maj|Capt|Cpt|Cmdr|Sgt|Adm|Gov|Sen|Rep|Amb|Rev|Hon|Prince|Princess|Sheikh|Sheik|King|Queen|Ayatollah|General|Colonel|Major|Captain|Admiral|President|Premier|Chancellor)\.?$/;

export interface NamedPerson {
  readonly name: string;
  readonly region: Region;
  readonly placed: Placed | null;
}

/** A person named in the phrase: by a mention, or by capitals beside a noun for persons. */
export function personIn(phrase: Phrase): NamedPerson | null {
  const people = phrase.mentions.filter(
    (m) => m.mention.kind === 'person' && m.mention.form === 'person' && isPrimary(phrase, m.mention),
  );
  const inCore = people.find((m) => m.mention.first < phrase.core.end);
  // "Teresa Quispe, a follower of President Arce": whom the core names speaks, not whom the apposition names.
  const named = inCore === undefined && people.length > 0 ? capitalsAtEnd(phrase, phrase.core) : null;
  if (named !== null) return { name: withoutTitle(textOf(phrase.line, named)), region: named, placed: null };
  const placed = inCore ?? people[0];
  if (placed !== undefined) {
    const pair = twoPersons(phrase);
    if (pair !== null) return pair;
    const region = { start: placed.mention.first, end: placed.mention.last };
    return { name: withoutTitle(placed.mention.name ?? textOf(phrase.line, region)), region, placed };
  }
  return namedByCapitals(phrase);
}

/** "Okafor and Brandt": both names stand in one link. */
function twoPersons(phrase: Phrase): NamedPerson | null {
  const people = phrase.mentions.filter((m) => m.mention.form === 'person' && m.mention.first < phrase.core.end);
  const [one, two] = people;
  if (
    people.length !== 2 ||
    phrase.line.low[one!.mention.last] !== 'and' ||
    two!.mention.first !== one!.mention.last + 1
  )
    return null;
  const name = people.map((m) => withoutTitle(m.mention.name ?? m.mention.text)).join(' and ');
  return { name, region: { start: one!.mention.first, end: two!.mention.last }, placed: null };
}

export function withoutTitle(name: string): string {
  return name.replace(
    /^(?:(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Sir|Gen|Brig|Col|Lt|Maj|Capt|Cpt|Cmdr|Sgt|Adm|Gov|Sen|Rep|Amb|Rev|Hon)\.?\s+)+/u,
    '',
  );
}

/** A person inside "X's spokesman" or "an aide to X" is not the one who speaks. */
function isPrimary(phrase: Phrase, mention: ActorMention): boolean {
  const { line } = phrase;
  if (/^['’]s?$/.test(line.low[mention.last] ?? '') && mention.last < phrase.all.end) return false;
  if (phrase.beside !== null && mention.first >= phrase.beside.start && mention.last <= phrase.beside.end) return true;
  return mention.first < phrase.core.end || lastOf(phrase, phrase.core, 'person') < 0;
}

function namedByCapitals(phrase: Phrase): NamedPerson | null {
  const candidates = [
    capitalsAtEnd(phrase, phrase.core),
    ...(phrase.beside === null ? [] : [capitalsAtEnd(phrase, phrase.beside)]),
    capitalsAtEnd(phrase, { start: phrase.core.start, end: phrase.beside?.start ?? phrase.all.end }),
  ];
  for (const region of candidates)
    if (region !== null) return { name: withoutTitle(textOf(phrase.line, region)), region, placed: null };
  return null;
}

/** The run of capitalised words that ends a region, cut off after a title or a noun for persons; two words, or one after such a noun. */
function capitalsAtEnd(phrase: Phrase, region: Region): Region | null {
  const { line } = phrase;
  let start = region.end;
  while (start > region.start && isNamePart(phrase, start - 1)) start -= 1;
  while (start < region.end && NAME_PARTICLE.test(line.low[start]!) && !/^\p{Lu}/u.test(line.tokens[start]!.text))
    start += 1;
  const length = region.end - start;
  if (length === 0 || (start > region.start && (isPreposition(line, start - 1) || line.low[start - 1] === 'the')))
    return null;
  const titled = start > region.start && (TITLE.test(line.tokens[start - 1]!.text) || isPersonNoun(line, start - 1));
  if (length === 1) return titled ? { start, end: region.end } : null;
  return { start, end: region.end };
}

function isNamePart(phrase: Phrase, i: number): boolean {
  const { line } = phrase;
  const word = line.tokens[i]!.text;
  if (word === '-' && i > phrase.all.start)
    return /^\p{Lu}/u.test(line.tokens[i - 1]!.text) && line.tokens[i - 1]!.end === line.tokens[i]!.start;
  if (!/^\p{Lu}/u.test(word) && !NAME_PARTICLE.test(word) && line.low[i - 1] !== '-') return false;
  if (TITLE.test(word) || isPersonNoun(line, i)) return false;
  const low = line.low[i]!;
  if (
    line.lexicon.has('organ', low) ||
    line.lexicon.has('outlet', low) ||
    line.lexicon.has('agency-name', word) ||
    line.lexicon.texts.has(low)
  )
    return false;
  return !phrase.mentions.some((m) => {
    const part = m.mention.first <= i && i < m.mention.last;
    return (
      part && m.mention.kind !== 'person' && !(m.mention.reading === 'place' && m.mention.last - m.mention.first === 1)
    );
  });
}

export function isPair(person: NamedPerson): boolean {
  return person.placed === null && / and /.test(person.name);
}

export function surnameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? name;
  return fold(/^(?:Jr|Sr|II|III|IV)\.?$/.test(last) ? (words.at(-2) ?? last) : last);
}

/** Lower case, without accents. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
