/** Reads on after reporting words. In: a line and a cue. Out: who is told, when and where, and what kind of content begins where. */

import type { Cue } from './cues.ts';
import {
  hasFinite,
  isComma,
  isDash,
  isFiniteVerb,
  isPreposition,
  isStop,
  isTime,
  type Line,
  type Region,
} from './line.ts';
import { hasQuoted, hasWord, regionTo, untilComma } from './regions.ts';
import { phraseOn } from './tree.ts';

export interface After {
  readonly addressee: Region | null;
  readonly tail: Region;
  /** Where the content begins; the end of the line where there is none. */
  readonly content: number;
  readonly kind: 'clause' | 'object' | 'quotation' | 'parenthesis' | 'none';
}

/** Reads on after the cue: addressee, tail, and what kind of content begins where. */
export function afterCue(line: Line, cue: Cue, from: number): After {
  const length = line.tokens.length;
  const addressee = cue.verb.addressee || isToSomebody(line, from) ? addresseeAt(line, cue, from) : null;
  const start = addressee?.end ?? from;
  const parsed = clauseByParse(line, cue, start);
  const skipped = skipTail(line, start);
  const tailEnd = parsed >= 0 ? Math.min(parsed, skipped) : skipped;
  const make = (at: number, kind: After['kind']): After => ({
    addressee,
    tail: { start: addressee?.start ?? from, end: Math.min(at, length) },
    content: at,
    kind,
  });
  for (let i = start; i <= tailEnd; i += 1) if (isByDeed(line, i)) return make(line.tokens.length, 'none');
  const word = line.low[tailEnd] ?? '.';
  if (word === 'that' || word === 'whether' || word === 'if')
    return make(tailEnd + (word === 'that' ? 1 : 0), 'clause');
  if (line.mark[tailEnd] && tailEnd + 1 < length && line.quotation[tailEnd + 1]! >= 0)
    return make(tailEnd, 'quotation');
  if (line.quotation[tailEnd] !== undefined && line.quotation[tailEnd]! >= 0) return make(tailEnd, 'quotation');
  if (word === ':') return make(tailEnd + 1, hasWord(line, regionTo(line, tailEnd + 1)) ? 'clause' : 'none');
  if (isComplementPhrase(line, cue, start)) return make(start, 'object');
  if (isComma(line, tailEnd) || isDash(line, tailEnd)) return afterComma(line, tailEnd, make);
  if (isStop(line, tailEnd) || opensSource(line, start) || opensSource(line, tailEnd)) return make(tailEnd, 'none');
  const plain = addressee === null ? start : tailEnd;
  const rest = regionTo(line, plain);
  if (!hasWord(line, rest)) return make(length, 'none');
  if (/^(?:as|when|while|after|before)$/.test(word) && !cue.verb.object) return make(tailEnd, 'none');
  if (cue.verb.object && (!isPreposition(line, start) || tailEnd === start)) return make(start, 'object');
  if (cue.verb.object && (startsNoun(line, tailEnd) || line.low[tailEnd] === 'to')) return make(tailEnd, 'object');
  if (cue.verb.only === 'clause' && !hasClause(line, cue, rest) && !opensClause(line, tailEnd, rest))
    return hasQuoted(line, rest) ? make(plain, 'object') : make(tailEnd, 'none');
  if (hasFinite(line, untilComma(line, rest)) || hasClause(line, cue, rest))
    return make(Math.min(tailEnd, line.tokens.length), 'clause');
  if (hasQuoted(line, rest)) return make(plain, 'object');
  return startsNoun(line, tailEnd) && addressee === null && (cue.verb.lemma === 'say' || cue.verb.only === 'mind')
    ? make(tailEnd, 'object')
    : make(tailEnd, 'none');
}

/** "with reference to the press service": whoever reports names its source. */
function opensSource(line: Line, at: number): boolean {
  const phrases = line.lexicon.citing.get(line.low[at] ?? '') ?? [];
  return phrases.some((p) => p.words.every((w, k) => line.low[at + 1 + k] === w));
}

/** "agreed on first steps", "offered to host": the phrase is what the deed is about. */
function isComplementPhrase(line: Line, cue: Cue, at: number): boolean {
  if (cue.verb.told !== 'reporter' || cue.verb.addressee || isTime(line, at + 1)) return false;
  return /^(?:to|on|with|over|for)$/.test(line.low[at] ?? '');
}

/** An article, a pronoun or a noun: what is said, where the parse saw no clause. */
function startsNoun(line: Line, i: number): boolean {
  return /^(?:DT|PRP|NN|JJ|CD|EX)/.test(line.tokens[i]?.xpos ?? '');
}

/** Where the clause that completes the verb begins by the parse; -1 where only words of time and place could not stand before it. */
function clauseByParse(line: Line, cue: Cue, from: number): number {
  if (!line.tagged) return -1;
  for (let i = from; i < line.tokens.length; i += 1) {
    if (line.tokens[i]!.head !== cue.first || line.tokens[i]!.rel !== 'ccomp') continue;
    const start = Math.max(from, phraseOn(line, i).start);
    for (let k = from; k < start; k += 1) if (line.mark[k] || isComma(line, k) || isFiniteVerb(line, k)) return -1;
    return start;
  }
  return -1;
}

/** The parse hangs a clause to the right on the verb. */
function hasClause(line: Line, cue: Cue, region: Region): boolean {
  if (!line.tagged) return hasFinite(line, region);
  for (let i = region.start; i < region.end; i += 1) {
    if (line.tokens[i]!.head === cue.first && line.tokens[i]!.rel === 'ccomp') return true;
  }
  return false;
}

/** A noun phrase and a finite verb of its own before any comma: a clause that the parse took apart. */
function opensClause(line: Line, at: number, rest: Region): boolean {
  if (!startsNoun(line, at)) return false;
  const { end } = untilComma(line, rest);
  for (let i = at; i < end; i += 1) {
    if (/^(?:which|that|who|whose|where|when|as|to|and|or|but|after|before|while|because|if)$/.test(line.low[i]!))
      return false;
    if (isFiniteVerb(line, i)) return i > at;
  }
  return false;
}

/** "said to reporters", not "agreed to lend". */
function isToSomebody(line: Line, from: number): boolean {
  return line.low[from] === 'to' && !/^(?:VB|RB)$/.test(line.tokens[from + 1]?.xpos ?? 'VB');
}

/** "answered by closing the office": told by a deed, not by words. */
function isByDeed(line: Line, at: number): boolean {
  return /^(?:by|with)$/.test(line.low[at] ?? '') && /^(?:VBG)$/.test(line.tokens[at + 1]?.xpos ?? '');
}

function afterComma(line: Line, comma: number, make: (at: number, kind: After['kind']) => After): After {
  if (line.mark[comma + 1] && (line.quotation[comma + 2] ?? -1) >= 0) return make(comma + 1, 'quotation');
  return hasWord(line, regionTo(line, comma)) ? make(comma, 'parenthesis') : make(comma, 'none');
}

const ADDRESSEE_END =
  /^(?:that|whether|if|how|why|what|about|of|to|on|in|at|during|after|before|by|from|via|through|when|while|as|without|with)$/;

/** Who is told: up to "that", a comma, a preposition, or a new subject after a pronoun. */
function addresseeAt(line: Line, cue: Cue, from: number): Region | null {
  const start = line.low[from] === 'to' ? from + 1 : from;
  let end = start;
  while (
    end < line.tokens.length &&
    !isComma(line, end) &&
    !isStop(line, end) &&
    !line.mark[end] &&
    !ADDRESSEE_END.test(line.low[end]!)
  ) {
    if (end > start && startsSubject(line, start, end)) break;
    end += 1;
  }
  if (end === start) return null;
  const region = { start, end };
  if (!hasFinite(line, region)) return region;
  // No "that": the addressee is the first word where it is a pronoun, a usual listener or a mention.
  const known = line.mentions.find((m) => m.mention.first === start)?.mention.last;
  if (line.lexicon.has('addressee', line.low[start]!)) return { start, end: start + 1 };
  if (known !== undefined && known < end) return { start, end: known };
  return cue.verb.addressee ? { start, end: Math.min(end, start + 1) } : null;
}

function startsSubject(line: Line, start: number, at: number): boolean {
  if (line.lexicon.has('addressee', line.low[at - 1]!) && at - start <= 2) return true;
  return /^(?:the|a|an|he|she|it|they|we|his|her|its|their|there|no|this|these)$/.test(line.low[at]!) && at > start;
}

/** Skips adverbs and phrases of time, place and occasion after the cue. */
function skipTail(line: Line, from: number): number {
  let at = from;
  for (let guard = 0; guard < 12; guard += 1) {
    const next = skipTailOnce(line, at);
    if (next === at) return at;
    at = next;
  }
  return at;
}

function skipTailOnce(line: Line, at: number): number {
  if (at >= line.tokens.length || line.mark[at] || line.quotation[at]! >= 0) return at;
  if (isTime(line, at) && !/^(?:this|last|next|late|early|day|days|year|years|months|weeks|hours)$/.test(line.low[at]!))
    return at + 1;
  if (/^(?:this|last|next|late|early|earlier|later)$/.test(line.low[at]!) && isTime(line, at + 1)) return at + 2;
  if (
    /^(?:yesterday|today|tonight|also|again|later|earlier|bluntly|publicly|privately|meanwhile|however|repeatedly|recently|here)$/.test(
      line.low[at]!,
    )
  )
    return at + 1;
  if (!isPreposition(line, at) || line.low[at] === 'to' || line.low[at] === 'as') return at;
  return skipPhrase(line, at);
}

/** Skips a preposition with its noun phrase; gives `at` back where a clause begins there instead. */
function skipPhrase(line: Line, at: number): number {
  let i = at + 1;
  while (i < line.tokens.length && isTime(line, i)) i += 1;
  if (i > at + 1) return i;
  for (; i < line.tokens.length; i += 1) {
    const word = line.low[i]!;
    if (word === 'that' && line.low[i - 1] === 'condition')
      return untilComma(line, { start: i, end: regionTo(line, i).end }).end;
    if (isComma(line, i) || isStop(line, i) || line.mark[i] || isDash(line, i) || word === 'that') break;
    if (i > at + 1 && (isTime(line, i) || (isPreposition(line, i) && word !== 'of' && word !== 'for'))) break;
    if (i > at + 2 && /^(?:the|he|she|it|they|there|his|its|their|both|no)$/.test(word) && line.low[i - 1] !== 'of')
      break;
    if (isFiniteVerb(line, i))
      return at + 1 < i - 1 && /^\p{Lu}/u.test(line.tokens[i - 1]!.text) && i - 1 > at + 1 ? i - 1 : at;
  }
  return i;
}
