/** A phrase that names a speaker, taken apart: core, apposition, mentions, nouns. In: a line and a subject. Out: a phrase. */
import type { AttributionLink } from '../model/speech.ts';
import type { Lexicon } from './lexicon.ts';
import { isPreposition, type Line, type Placed, type Region, type Subject } from './line.ts';

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
  /** Set for one who is described but not named: "the minister" and "Turkey's envoy", not "an envoy". */
  readonly definite?: boolean;
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

export function phraseOf(line: Line, subject: Subject): Phrase {
  const start = afterQuantity(line, subject);
  const all = { start, end: subject.beside?.end ?? subject.end };
  const stop = { start, end: subject.end };
  let core = stop.start;
  while (core < stop.end && !(core > stop.start && breaksCore(line, core))) core += 1;
  const mentions = line.mentions.filter((m) => m.mention.first < all.end && m.mention.last > all.start);
  return { line, all, core: { start: stop.start, end: core }, beside: subject.beside, mentions };
}

const QUANTITY =
  /^(?:string|handful|number|couple|majority|succession|spate|raft|dozens|scores|hundreds|thousands|pair|trio)$/;

/** "a string of envoys", "dozens of officials": those who are counted speak, not the count. */
function afterQuantity(line: Line, subject: Region): number {
  const { start, end } = subject;
  const noun = /^(?:a|an|the)$/.test(line.low[start] ?? '') ? start + 1 : start;
  return QUANTITY.test(line.low[noun] ?? '') && line.low[noun + 1] === 'of' && noun + 2 < end ? noun + 2 : start;
}

function breaksCore(line: Line, i: number): boolean {
  return (
    line.low[i] === '(' ||
    isPreposition(line, i) ||
    /^(?:of|who|which|that|briefed|close|familiar|based|speaking|whose|signed|issued|released|carried|seen|read|obtained|quoted|quoting|citing)$/.test(
      line.low[i]!,
    )
  );
}

/** Words of the lexicon's class `list` in a region: index of the last one, or -1. */
export function lastOf(phrase: Phrase, region: Region, list: string): number {
  for (let i = region.end - 1; i >= region.start; i -= 1)
    if (phrase.line.lexicon.has(list, phrase.line.low[i]!)) return i;
  return -1;
}

export function lastIn(phrase: Phrase, region: Region, words: ReadonlySet<string>): number {
  for (let i = region.end - 1; i >= region.start; i -= 1) if (words.has(phrase.line.low[i]!)) return i;
  return -1;
}

export function isPersonNoun(line: Line, i: number): boolean {
  return line.lexicon.has('person', line.low[i]!);
}

export function trimArticle(line: Line, region: Region): Region {
  let { start } = region;
  while (start < region.end && /^(?:the|a|an|and|but|that)$/.test(line.low[start]!)) start += 1;
  return { start, end: region.end };
}

export function nounsIn(phrase: Phrase): ReadonlySet<string> {
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

export function mentionAt(phrase: Phrase, token: number): number | null {
  return (
    (phrase.mentions.find((m) => m.mention.first <= token && token < m.mention.last) ?? phrase.mentions[0])?.index ??
    null
  );
}

export function wordBefore(line: Line, first: number): string {
  const before = line.low[first - 1] ?? '';
  return /^(?:the|its)$/.test(before) ? (line.low[first - 2] ?? '') : before;
}
