/** Turns the phrase that names a speaker into links of a chain. In: a line and a phrase. Out: a voice, or null. */
import type { ActorCode, ActorMention } from '../model/actor.ts';
import type { AttributionLink } from '../model/speech.ts';
import type { Lexicon } from './lexicon.ts';
import { isPreposition, isTime, type Line, type Placed, type Region, type Subject, textOf } from './line.ts';

export type Links = readonly [AttributionLink, ...AttributionLink[]];

/** Somebody who speaks in the report. */
export interface Voice {
  readonly links: Links;
  /** Index of the speaker's mention in the report's actors. */
  readonly mention: number | null;
  readonly kind: 'person' | 'unnamed' | 'organ' | 'media' | 'text';
  /** Nouns that may point back to it: "minister", "ministry", "statement". */
  readonly nouns: ReadonlySet<string>;
  readonly plural: boolean;
  /** Last word of a person's name in lower case, without accents. */
  readonly surname: string | null;
}

/** A phrase taken apart. */
export interface Phrase {
  readonly line: Line;
  readonly all: Region;
  /** The words before the first preposition or relative word. */
  readonly core: Region;
  readonly beside: Region | null;
  readonly mentions: readonly Placed[];
}

const NAME_PARTICLE = /^(?:al|bin|ibn|van|von|de|da|di|del|der|den|el|la|le|ter|ould|abu|ben|bint)$/i;
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|Gen|Col|Lt|Maj|Capt|Adm|Prince|Princess|Sheikh|Sheik|King|Queen|Ayatollah|General|Colonel|Major|Captain|Admiral|President|Premier|Chancellor)\.?$/;

export function phraseOf(line: Line, subject: Subject): Phrase {
  const all = { start: subject.start, end: subject.beside?.end ?? subject.end };
  const stop = { start: subject.start, end: subject.end };
  let core = stop.start;
  while (core < stop.end && !(core > stop.start && breaksCore(line, core))) core += 1;
  const mentions = line.mentions.filter((m) => m.mention.first < all.end && m.mention.last > all.start);
  return { line, all, core: { start: stop.start, end: core }, beside: subject.beside, mentions };
}

function breaksCore(line: Line, i: number): boolean {
  return (
    isPreposition(line, i) ||
    /^(?:of|who|which|that|briefed|close|familiar|based|speaking|whose|signed|issued|released|carried|seen|read|obtained|quoted|quoting|citing)$/.test(
      line.low[i]!,
    )
  );
}

/** Words of the lexicon's class `list` in a region: index of the last one, or -1. */
function lastOf(phrase: Phrase, region: Region, list: string): number {
  for (let i = region.end - 1; i >= region.start; i -= 1)
    if (phrase.line.lexicon.has(list, phrase.line.low[i]!)) return i;
  return -1;
}

/** Reads a phrase on its own, without looking at what was said earlier in the report. */
export function readVoice(phrase: Phrase, anyNoun = false): Voice | null {
  const { line } = phrase;
  const lexicon = line.lexicon;
  const text = lastIn(phrase, phrase.core, lexicon.texts);
  const person = personIn(phrase);
  if (person !== null) return personVoice(phrase, person);
  const media = mediaIn(phrase);
  const human = lastOf(phrase, phrase.core, 'person');
  const organ = lastOf(phrase, phrase.core, 'organ');
  const last = phrase.core.end - 1;
  if (text === last || (text >= 0 && text > Math.max(human, organ))) return textVoice(phrase, text);
  if (media !== null && human !== last) return media;
  if (human >= 0 && human >= organ) return unnamedVoice(phrase, human);
  if (organ >= 0) return organVoice(phrase, organ);
  const side =
    phrase.mentions.find((m) => m.mention.reading !== 'place' && m.mention.form !== 'reference') ??
    phrase.mentions.find(
      (m) =>
        m.mention.reading === 'actor' ||
        (m.mention.last === phrase.core.end && ['capital', 'name', 'metonym'].includes(m.mention.form)),
    );
  return side === undefined ? (bareName(phrase) ?? (anyNoun ? plainNoun(phrase) : null)) : sideVoice(phrase, side);
}

function lastIn(phrase: Phrase, region: Region, words: ReadonlySet<string>): number {
  for (let i = region.end - 1; i >= region.start; i -= 1) if (words.has(phrase.line.low[i]!)) return i;
  return -1;
}

interface NamedPerson {
  readonly name: string;
  readonly region: Region;
  readonly placed: Placed | null;
}

/** A person named in the phrase: by a mention, or by capitals beside a noun for persons. */
function personIn(phrase: Phrase): NamedPerson | null {
  const placed = phrase.mentions.find(
    (m) => m.mention.kind === 'person' && m.mention.form === 'person' && isPrimary(phrase, m.mention),
  );
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
  return name.replace(/^(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.?\s+)+/u, '');
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
  if (length === 0) return null;
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

function isPersonNoun(line: Line, i: number): boolean {
  return line.lexicon.has('person', line.low[i]!);
}

function personVoice(phrase: Phrase, person: NamedPerson): Voice {
  const role = person.placed?.mention.office ?? roleOf(phrase, person.region);
  const outside = phrase.mentions.filter((m) => m === person.placed || !within(m.mention, person.region));
  const state = stateOf({ ...phrase, mentions: isPair(person) ? phrase.mentions : outside }, person.region);
  const speaker: AttributionLink = { link: 'speaker', name: person.name, role, state };
  const organ = lastOf(phrase, phrase.all, 'spokesman') >= 0 ? organLink(phrase, state) : null;
  return {
    links: organ === null ? [speaker] : [speaker, organ],
    mention: person.placed?.index ?? null,
    kind: 'person',
    nouns: nounsIn(phrase),
    plural: isPair(person),
    surname: isPair(person) ? null : surnameOf(person.name),
  };
}

function within(mention: ActorMention, region: Region): boolean {
  return mention.reading === 'place' && mention.first >= region.start && mention.last <= region.end;
}

function isPair(person: NamedPerson): boolean {
  return person.placed === null && / and /.test(person.name);
}

export function surnameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? name;
  return fold(/^(?:Jr|Sr|II|III|IV)\.?$/.test(last) ? (words.at(-2) ?? last) : last);
}

export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What is left of the phrase beside the name: "deputy foreign minister". */
function roleOf(phrase: Phrase, name: Region): string | null {
  const { line } = phrase;
  const parts: Region[] = [];
  if (name.start > phrase.core.start)
    parts.push({ start: phrase.core.start, end: Math.min(name.start, phrase.core.end) });
  if (phrase.beside !== null && !(name.start >= phrase.beside.start && name.end <= phrase.beside.end))
    parts.push(phrase.beside);
  else if (parts.length === 0 && name.start >= (phrase.beside?.start ?? Number.POSITIVE_INFINITY))
    parts.push(phrase.core);
  for (const part of parts) {
    const role = described(line, part);
    if (role !== '') return role;
  }
  return null;
}

/** The words of a description, without article, titles of courtesy and the state it belongs to. */
function described(line: Line, region: Region): string {
  let { start } = region;
  let { end } = region;
  while (
    end > start &&
    TITLE.test(line.tokens[end - 1]!.text) &&
    /\.$|^(?:Mr|Mrs|Ms|Dr)$/.test(line.tokens[end - 1]!.text)
  )
    end -= 1;
  while (start < end && /^(?:the|a|an|its|his|her|their|,|and|but|that|both)$/.test(line.low[start]!)) start += 1;
  const leading = line.mentions.find(
    (m) =>
      m.mention.first === start && m.mention.last < end && ['adjective', 'name', 'capital'].includes(m.mention.form),
  );
  for (let i = start + 1; i < Math.min(end, start + 5); i += 1) {
    if (/^['’]s?$/.test(line.low[i]!) && line.mentions.some((m) => m.mention.first === start)) start = i + 1;
  }
  if (leading !== undefined && leading.mention.last > start) {
    start = leading.mention.last;
    if (/^['’]s?$/.test(line.low[start] ?? '')) start += 1;
  }
  return textOf(line, { start: afterState(line, start, end), end });
}

/** Steps over "South Korean" and the like where more follows. */
function afterState(line: Line, start: number, end: number): number {
  for (let k = Math.min(end - 1, start + 3); k > start; k -= 1) {
    if (line.lexicon.stateWords.has(textOf(line, { start, end: k }).toLowerCase())) return k;
  }
  return start;
}

/** "the Foreign Ministry" of a spokesman's phrase, as a link of its own. */
function organLink(phrase: Phrase, state: ActorCode | null): AttributionLink | null {
  const { line } = phrase;
  for (let i = phrase.all.start; i < phrase.all.end; i += 1) {
    if (!line.lexicon.has('organ', line.low[i]!)) continue;
    let start = i;
    while (
      start > phrase.all.start &&
      /^\p{L}/u.test(line.tokens[start - 1]!.text) &&
      !isPreposition(line, start - 1) &&
      !/^(?:of|the|a|an|and)$/.test(line.low[start - 1]!)
    )
      start -= 1;
    return { link: 'organ', name: described(line, { start, end: i + 1 }), role: null, state };
  }
  return null;
}

function unnamedVoice(phrase: Phrase, noun: number): Voice {
  const { line } = phrase;
  const state = stateOf(phrase, { start: noun, end: noun + 1 });
  const role = textOf(line, trimArticle(line, { start: phrase.core.start, end: descriptionEnd(phrase) }));
  const speaker: AttributionLink = { link: 'speaker', name: null, role, state };
  const organ = line.lexicon.has('spokesman', line.low[noun]!) ? organLink(phrase, state) : null;
  return {
    links: organ === null ? [speaker] : [speaker, organ],
    mention: mentionAt(phrase, noun),
    kind: 'unnamed',
    nouns: nounsIn(phrase),
    plural: /s$/.test(line.low[noun]!) || /^(?:people|authorities)$/.test(line.low[noun]!),
    surname: null,
  };
}

/** The description runs over prepositional phrases up to a relative clause. */
function descriptionEnd(phrase: Phrase): number {
  const { line, all } = phrase;
  const stop = phrase.beside?.start ?? all.end;
  for (let i = all.start; i < stop; i += 1) if (/^(?:who|which|whose|,)$/.test(line.low[i]!)) return i;
  return stop;
}

function trimArticle(line: Line, region: Region): Region {
  let { start } = region;
  while (start < region.end && /^(?:the|a|an|and|but|that)$/.test(line.low[start]!)) start += 1;
  return { start, end: region.end };
}

function organVoice(phrase: Phrase, noun: number): Voice {
  const { line } = phrase;
  const placed = phrase.mentions.find((m) => m.mention.first <= noun && noun < m.mention.last);
  const name = described(line, {
    start: phrase.core.start,
    end: fullName(phrase, Math.max(noun + 1, phrase.core.end)),
  });
  const state = stateOf(phrase, { start: noun, end: noun + 1 });
  const link: AttributionLink = {
    link: 'organ',
    name: name === '' ? textOf(line, phrase.core) : name,
    role: null,
    state,
  };
  const plural = /(?:s|ies)$/.test(line.low[noun]!) && !/(?:ss|us|is)$/.test(line.low[noun]!);
  return {
    links: [link],
    mention: placed?.index ?? mentionAt(phrase, noun),
    kind: 'organ',
    nouns: nounsIn(phrase),
    plural,
    surname: null,
  };
}

/** "Ministry of Foreign Affairs": the name of an organ runs over "of" and capitals. */
function fullName(phrase: Phrase, from: number): number {
  const { line } = phrase;
  const stop = phrase.beside?.start ?? phrase.all.end;
  if (line.low[from] !== 'of' || from + 1 >= stop) return from;
  let end = from + 1;
  while (end < stop && (/^\p{Lu}/u.test(line.tokens[end]!.text) || /^(?:the|of|and|for)$/.test(line.low[end]!)))
    end += 1;
  while (end > from && /^(?:the|of|and|for)$/.test(line.low[end - 1]!)) end -= 1;
  return end > from + 1 ? end : from;
}

/** "a joint statement", "a ministry statement": the text speaks; the organ behind it where it is named. */
function textVoice(phrase: Phrase, noun: number): Voice {
  const { line } = phrase;
  const state = stateOf(phrase, { start: noun, end: noun + 1 });
  const organ = organLink({ ...phrase, all: phrase.all }, state);
  const name = textOf(line, trimArticle(line, { start: phrase.core.start, end: Math.max(phrase.core.end, noun + 1) }));
  const link: AttributionLink =
    organ === null ? { link: 'organ', name, role: null, state } : { ...organ, role: line.low[noun]! };
  return {
    links: [link],
    mention: phrase.mentions[0]?.index ?? null,
    kind: 'text',
    nouns: nounsIn(phrase),
    plural: false,
    surname: null,
  };
}

/** A state, capital or organisation that speaks by its name. */
function sideVoice(phrase: Phrase, placed: Placed): Voice {
  const { mention, index } = placed;
  const sides = phrase.mentions.filter((m) => m.mention.form !== 'adjective' && m.mention.first < phrase.core.end);
  const all = new Set(sides.flatMap((m) => m.mention.codes));
  const state = all.size <= 1 ? (mention.codes.length === 1 ? mention.codes[0]! : null) : null;
  const name = textOf(
    phrase.line,
    trimArticle(phrase.line, all.size > 1 ? phrase.core : { start: mention.first, end: mention.last }),
  );
  const link: AttributionLink = { link: 'organ', name, role: null, state };
  return {
    links: [link],
    mention: index,
    kind: 'organ',
    nouns: nounsIn(phrase),
    plural: all.size > 1 || mention.codes.length > 1,
    surname: null,
  };
}

/** A lone capitalised name that no table knows. */
function bareName(phrase: Phrase): Voice | null {
  const { line, core } = phrase;
  const start = trimArticle(line, core).start;
  if (start >= core.end) return null;
  const first = line.tokens[start]!.text;
  if (!/^\p{Lu}/u.test(first) || line.lexicon.has('pronoun', line.low[start]!) || first === 'I' || isTime(line, start))
    return null;
  const region = { start: TITLE.test(first) && start + 1 < core.end ? start + 1 : start, end: core.end };
  const name = textOf(line, region);
  const link: AttributionLink = { link: 'speaker', name, role: null, state: stateOf(phrase, region) };
  return {
    links: [link],
    mention: phrase.mentions[0]?.index ?? null,
    kind: 'person',
    nouns: nounsIn(phrase),
    plural: false,
    surname: surnameOf(name),
  };
}

/** A speaker of a kind that no list knows: "the harbour master". */
function plainNoun(phrase: Phrase): Voice | null {
  const { line, core } = phrase;
  const last = core.end - 1;
  const noun = /^NN/.test(line.tokens[last]?.xpos ?? '') && !isTime(line, last);
  return noun && !line.lexicon.has('pronoun', line.low[last]!) ? unnamedVoice(phrase, last) : null;
}

/** An agency, a paper or a station, by name or by noun. */
export function mediaIn(phrase: Phrase): Voice | null {
  const { line, core, all } = phrase;
  const name = mediaName(line, all.start, phrase.beside?.start ?? all.end);
  const noun = Math.max(lastOf(phrase, all, 'outlet'), agencyNoun(phrase));
  if (name === null && (noun < 0 || noun >= all.end)) return null;
  if (name === null && !headsMedia(line, noun, core.end)) return null;
  const agency = name?.agency ?? agencyNoun(phrase) >= 0;
  const state = stateOf(phrase, { start: noun, end: noun + 1 });
  const printed = name?.text ?? textOf(line, trimTime(line, trimArticle(line, core)));
  const link: AttributionLink = {
    link: agency ? 'agency' : 'outlet',
    name: printed,
    role: name === null || noun < 0 ? null : line.low[noun]!,
    state,
  };
  return { links: [link], mention: null, kind: 'media', nouns: nounsIn(phrase), plural: false, surname: null };
}

/** The noun ends the phrase, or only the outlet's own name follows: "the daily Sawt Al-Mogran", not "the press unit". */
function headsMedia(line: Line, noun: number, end: number): boolean {
  for (let i = noun + 1; i < end; i += 1)
    if (!/^\p{Lu}|^[-’']/u.test(line.tokens[i]!.text) && !isTime(line, i)) return false;
  return noun + 1 >= end || isTime(line, noun + 1) || !/^(?:press|media|news)$/.test(line.low[noun]!);
}

function trimTime(line: Line, region: Region): Region {
  let { end } = region;
  while (end > region.start + 1 && isTime(line, end - 1)) end -= 1;
  return { start: region.start, end };
}

function agencyNoun(phrase: Phrase): number {
  const { line, all } = phrase;
  for (let i = all.start; i < all.end; i += 1) {
    if (!/^(?:agency|agencies|service|newswire)$/.test(line.low[i]!)) continue;
    if (
      /^(?:news|press|wire|information)$/.test(line.low[i - 1] ?? '') ||
      (i > all.start && line.lexicon.has('agency-name', line.tokens[i - 1]!.text))
    )
      return i;
  }
  return -1;
}

/** The name of an agency or outlet between two tokens: at most four words. */
export function mediaName(
  line: Line,
  start: number,
  end: number,
): { readonly text: string; readonly agency: boolean; readonly region: Region } | null {
  for (let i = start; i < end; i += 1) {
    for (let k = Math.min(end, i + 4); k > i; k -= 1) {
      const text = textOf(line, { start: i, end: k });
      const agency = line.lexicon.has('agency-name', text);
      if (agency || line.lexicon.has('outlet-name', text)) return { text, agency, region: { start: i, end: k } };
    }
  }
  return null;
}

function nounsIn(phrase: Phrase): ReadonlySet<string> {
  const { line, all } = phrase;
  const out = new Set<string>();
  for (let i = all.start; i < all.end; i += 1) {
    const low = line.low[i]!;
    if (isNoun(line.lexicon, low)) out.add(singular(low));
  }
  return out;
}

function isNoun(lexicon: Lexicon, low: string): boolean {
  return (
    lexicon.has('person', low) ||
    lexicon.has('organ', low) ||
    lexicon.has('outlet', low) ||
    lexicon.has('agency', low) ||
    lexicon.texts.has(low)
  );
}

export function singular(noun: string): string {
  if (/ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  return /[^s]s$/.test(noun) ? noun.slice(0, -1) : noun;
}

function mentionAt(phrase: Phrase, token: number): number | null {
  return (
    (phrase.mentions.find((m) => m.mention.first <= token && token < m.mention.last) ?? phrase.mentions[0])?.index ??
    null
  );
}

/**
 * The state a speaker belongs to: of the mention over the head; of an adjective, name or possessive before it;
 * after "of"; the place only for an organ ("the ministry in Baku") or an official. Two states give none.
 */
export function stateOf(phrase: Phrase, head: Region): ActorCode | null {
  const told = phrase.mentions.filter((m) => m.mention.codes.length > 0 && !isMerelyThere(phrase, m.mention));
  const named = told.filter((m) => m.mention.resolved === 'named');
  if (named.length > 0) return statedState(phrase, head, named);
  return statedState(phrase, head, isOneKnown(phrase) ? told : told.filter((m) => m.mention.form === 'reference'));
}

/** What the actors stage inferred holds for named and definite speakers; "two officials" may be anybody's. */
export function isOneKnown(phrase: Phrase): boolean {
  const { line, core } = phrase;
  if (/^(?:the|his|her|its|their|this|that|he|she|it|they|him|her|them)$/.test(line.low[core.start] ?? '')) return true;
  return (
    phrase.mentions.some((m) => m.mention.kind === 'person' && m.mention.name !== undefined) ||
    lastOf(phrase, core, 'person') < 0
  );
}

/** The state that the phrase itself names, by the mentions given. */
function statedState(phrase: Phrase, head: Region, mentions: readonly Placed[]): ActorCode | null {
  const { line } = phrase;
  const codesOf = (list: readonly Placed[]): ActorCode | null => one(list.flatMap((m) => m.mention.codes));
  const over = mentions.filter((m) => m.mention.first < head.end && m.mention.last > head.start);
  if (over.length > 0) return codesOf(over);
  const inCore = mentions.filter((m) => m.mention.first < phrase.core.end && m.mention.first >= phrase.core.start);
  if (inCore.length > 0) return codesOf(inCore);
  const { beside } = phrase;
  const belongs = mentions.filter((m) => isAffiliation(line, m.mention));
  const besides = belongs.filter((m) => beside !== null && m.mention.first >= beside.start);
  if (besides.length > 0) return codesOf(besides.slice(0, 1));
  if (belongs.length > 0) return codesOf(belongs);
  const local = mentions.filter(
    (m) => m.mention.first < (beside?.start ?? phrase.all.end) && isPlaceOf(line, m.mention.first),
  );
  return speaksForItsPlace(phrase) ? codesOf(local) : null;
}

/** "a diplomat in Addis Ababa": where he is does not tell whose he is. */
function isMerelyThere(phrase: Phrase, mention: ActorMention): boolean {
  return (
    mention.form === 'office' &&
    mention.name === undefined &&
    mention.last - mention.first === 1 &&
    phrase.mentions.some((m) => m.mention.form === 'capital') &&
    !speaksForItsPlace(phrase)
  );
}

/** "of Kosovo", "at the Japanese foreign ministry", "in the Serbian government": belongs to it, and is not merely there or sent there. */
function isAffiliation(line: Line, mention: ActorMention): boolean {
  const before = wordBefore(line, mention.first);
  if (line.low[mention.last] === '-' && line.low[mention.last + 1] === 'based') return false;
  if (/^(?:of|for|from)$/.test(before)) return true;
  if (/^(?:to|on|with|between|and)$/.test(before)) return false;
  if (!/^(?:in|at|inside|within)$/.test(before)) return true;
  return (
    mention.form === 'organ' ||
    mention.form === 'metonym' ||
    line.lexicon.has('organ', line.low[mention.last] ?? '') ||
    line.lexicon.has('organ', line.low[mention.last + 1] ?? '')
  );
}

/** "in Riga", also the second of "in Riga and Tallinn". */
function isPlaceOf(line: Line, first: number): boolean {
  const before = wordBefore(line, first);
  return before === 'in' || (before === 'and' && isPlaceOf(line, first - 2));
}

/** True where the phrase names its state itself, in words. */
export function namesState(phrase: Phrase): boolean {
  return phrase.mentions.some((m) => m.mention.resolved === 'named' && m.mention.codes.length > 0);
}

function wordBefore(line: Line, first: number): string {
  const before = line.low[first - 1] ?? '';
  return /^(?:the|its)$/.test(before) ? (line.low[first - 2] ?? '') : before;
}

function speaksForItsPlace(phrase: Phrase): boolean {
  const { line, core } = phrase;
  for (let i = core.start; i < core.end; i += 1) {
    if (
      /^(?:diplomats?|sources?|ambassadors?|envoys?|analysts?|observers?|embassy|mission|consulate|traders?|residents?|witness(?:es)?|correspondents?)$/.test(
        line.low[i]!,
      )
    )
      return false;
  }
  return true;
}

function one(codes: readonly ActorCode[]): ActorCode | null {
  const set = new Set(codes);
  return set.size === 1 ? [...set][0]! : null;
}
