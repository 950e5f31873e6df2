/** A sentence as the stage reads it: words in lower case, quotations and mentions laid over its tokens. */
import type { ActorMention } from '../model/actor.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import type { Lexicon } from './lexicon.ts';
import type { Quotation } from './marks.ts';

/** A mention with its place in the report's list of actors. */
export interface Placed {
  readonly index: number;
  readonly mention: ActorMention;
}

/** Tokens [start, end) of a line. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/** The phrase that names a speaker, with a phrase set beside it by commas. */
export interface Subject extends Region {
  /** "the foreign minister, Besa Krelani": the part after the comma. */
  readonly beside: Region | null;
}

export interface Line {
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly low: readonly string[];
  /** Per token: index of the quotation whose words it belongs to, or -1. */
  readonly quotation: readonly number[];
  /** Per token: true for the marks themselves. */
  readonly mark: readonly boolean[];
  readonly mentions: readonly Placed[];
  /** "– We have time, she said.": direct speech opened by a dash. */
  readonly dash: boolean;
  /** An opening mark in it is never closed. */
  readonly lost: boolean;
  /** Where the text proper begins, after a place line such as "VILNIUS, Aug 14 (AFP) - ". */
  readonly textStart: number;
  /** False while the parser gives words without tags. */
  readonly tagged: boolean;
  readonly lexicon: Lexicon;
}

const FINITE_TAGS: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
const FINITE_WORDS: ReadonlySet<string> = new Set(
  'is are was were am has have had does do did will would can could may might shall should must ca wo said'.split(' '),
);
const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '--', '_', '―']);
const MARKS: ReadonlySet<string> = new Set(['"', '“', '”', '„', '«', '»', '``', "''", '‘', '’', "'", '`', '‟']);

/** Lays quotations (in order of start) and mentions over the sentences. */
export function linesOf(
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  actors: readonly ActorMention[],
  lexicon: Lexicon,
): Line[] {
  const bySentence: Placed[][] = sentences.map(() => []);
  actors.forEach((mention, index) => {
    bySentence[mention.sentence]?.push({ index, mention });
  });
  let first = 0;
  return sentences.map((sentence, index) => {
    while (first < quotations.length && quotations[first]!.end <= sentence.start) first += 1;
    const { tokens } = sentence;
    const quotation = new Array<number>(tokens.length).fill(-1);
    const mark = tokens.map((t) => MARKS.has(t.text));
    let lost = false;
    for (let q = first; q < quotations.length && quotations[q]!.start < sentence.end; q += 1) {
      if (quotations[q]!.kind !== 'unclosed') overlay(tokens, quotations[q]!, q, quotation);
      else if (quotations[q]!.start >= sentence.start) lost = true;
    }
    const tagged = tokens.some((t) => t.xpos !== 'FW' && t.upos !== 'X');
    const low = tokens.map((t) => t.text.toLowerCase());
    const dash = DASHES.has(tokens[0]?.text ?? '') && /^[\p{Lu}\p{N}]/u.test(tokens[1]?.text ?? '');
    const bare = {
      index,
      sentence,
      tokens,
      low,
      quotation,
      mark,
      dash,
      lost,
      mentions: bySentence[index]!,
      tagged,
      lexicon,
    };
    return { ...bare, textStart: placeLineEnd({ ...bare, textStart: 0 }) };
  });
}

/** "VILNIUS, Aug 14 (AFP) - ", "BAKU: ", "Djibouti – ": where the text proper begins. */
function placeLineEnd(line: Line): number {
  if (!/^\p{Lu}/u.test(line.tokens[0]?.text ?? '')) return 0;
  for (let i = 1; i < Math.min(line.tokens.length, 16); i += 1) {
    if (isFiniteVerb(line, i) || line.mark[i]) return 0;
    const spaced = isDash(line, i) && line.tokens[i]!.start > line.tokens[i - 1]!.end;
    const border = spaced || /^(?::|_|\.-|\.—|\.–)$/.test(line.low[i]!) || (isDash(line, i) && line.low[i - 1] === '.');
    if (!border) continue;
    const placed =
      line.low[i - 1] === ')' ||
      line.low[i - 1] === '.' ||
      /^\p{Lu}{2,}/u.test(line.tokens[0]!.text) ||
      /\d/.test(line.low[i - 1]!);
    const place = line.mentions.some(
      (m) => m.mention.first === 0 && m.mention.last === i && m.mention.form !== 'organ',
    );
    return (placed && i < 16) || (place && spaced) ? i + 1 : 0;
  }
  return 0;
}

function overlay(tokens: readonly Token[], q: Quotation, index: number, quotation: number[]): void {
  for (const part of q.parts) {
    let lo = firstFrom(tokens, part.start);
    for (; lo < tokens.length && tokens[lo]!.end <= part.end; lo += 1) quotation[lo] = index;
  }
}

/** First token that starts at or after `at`. */
function firstFrom(tokens: readonly Token[], at: number): number {
  let lo = 0;
  let hi = tokens.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (tokens[mid]!.start < at) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

export function isWord(line: Line, i: number): boolean {
  return /[\p{L}\p{N}]/u.test(line.tokens[i]?.text ?? '');
}

/** A verb that makes a clause of its own. */
export function isFiniteVerb(line: Line, i: number): boolean {
  const token = line.tokens[i]!;
  if (line.tagged) return FINITE_TAGS.has(token.xpos) && !/^d['’]/i.test(token.text);
  return (
    FINITE_WORDS.has(line.low[i]!) || (/[a-z]ed$/.test(token.text) && !/^(?:a|an|the)$/.test(line.low[i - 1] ?? ''))
  );
}

/** "two people briefed on the talks": they were told, and tell nobody. */
export function isBriefed(line: Line, i: number): boolean {
  return /^(?:briefed|advised)$/.test(line.low[i]!) && /^(?:on|about|by)$/.test(line.low[i + 1] ?? '');
}

export function hasFinite(line: Line, region: Region): boolean {
  for (let i = region.start; i < region.end; i += 1) if (isFiniteVerb(line, i)) return true;
  return false;
}

/** A dash between words; the hyphen of a compound is none. */
export function isDash(line: Line, i: number): boolean {
  const token = line.tokens[i];
  if (token === undefined || !DASHES.has(token.text)) return false;
  const before = line.tokens[i - 1];
  const after = line.tokens[i + 1];
  return (
    token.text.length > 1 ||
    before === undefined ||
    after === undefined ||
    before.end < token.start ||
    token.end < after.start
  );
}

export function isComma(line: Line, i: number): boolean {
  return line.low[i] === ',';
}

export function isStop(line: Line, i: number): boolean {
  return /^[.!?;:…]+$/.test(line.low[i] ?? '.');
}

/** A time word or number that may stand between subject and verb or after the verb. */
export function isTime(line: Line, i: number): boolean {
  const word = line.tokens[i]?.text ?? '';
  return line.lexicon.has('time', word) || /^\d{1,4}(?:st|nd|rd|th)?$/.test(word);
}

export function isBetween(line: Line, i: number): boolean {
  return line.lexicon.has('between', line.low[i] ?? '') || (line.tagged && line.tokens[i]?.xpos === 'RB');
}

/** We, our, I: words that stand in reported speech only where its marks were lost. "US" is a state. */
export function isFirstPerson(line: Line, i: number): boolean {
  return /^(?:[Ww]e|[Oo]urs?|us|I|[Mm]y|me|mine|ourselves|myself)$/.test(line.tokens[i]!.text);
}

export function isPreposition(line: Line, i: number): boolean {
  return line.lexicon.has('preposition', line.low[i] ?? '');
}

export function isOpener(line: Line, i: number): boolean {
  return line.lexicon.has('opener', line.low[i] ?? '');
}

export function textOf(line: Line, region: Region): string {
  const out: string[] = [];
  for (let i = region.start; i < region.end; i += 1) {
    const token = line.tokens[i]!;
    const glued = i > region.start && line.tokens[i - 1]!.end === token.start;
    out.push((glued || i === region.start ? '' : ' ') + token.text);
  }
  return out.join('').trim();
}
