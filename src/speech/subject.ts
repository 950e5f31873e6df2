/** Finds whose words a cue hands over: the noun phrase left or right of the verb. In: line and token. Out: token regions. */

import {
  hasFinite,
  isBetween,
  isBriefed,
  isComma,
  isDash,
  isFiniteVerb,
  isOpener,
  isPreposition,
  isStop,
  isTime,
  type Line,
  type Region,
  type Subject,
} from './line.ts';
import { hangsOn, treeSubject } from './tree.ts';

const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'whose', 'whom', 'that']);
const CLAUSE_WORDS =
  /^(?:that|which|who|whom|whose|if|whether|because|although|though|while|when|where|whereas|unless|but|than|so|yet|what|as|after|before|since)$/;

/** The subject left of token `verb`, or null: by the parse where it has one, else by the marks of the clause. */
export function subjectBefore(line: Line, verb: number): Subject | null {
  const parsed = treeSubject(line, verb);
  if (parsed !== null && parsed.start < verb && plausible(line, parsed, verb)) return parsed;
  return surfaceSubject(line, verb);
}

/** A subject that marks or another clause part from its verb is a mistake of the parse; its own relative clause may stand between. */
function plausible(line: Line, subject: Subject, verb: number): boolean {
  const end = subject.beside?.end ?? subject.end;
  const head = headOf(line, subject);
  for (let i = end; i < verb; i += 1) {
    if (line.mark[i] || line.quotation[i]! >= 0) return isComma(line, end);
    if (isFiniteVerb(line, i) && line.tokens[i]!.head !== verb && !hangsOn(line, i, head)) return false;
  }
  return !hasFinite(line, subject);
}

/** The token of a phrase that hangs on a token outside it. */
function headOf(line: Line, region: Region): number {
  for (let i = region.start; i < region.end; i += 1) {
    const { head } = line.tokens[i]!;
    if (head < region.start || head >= region.end) return i;
  }
  return region.start;
}

function surfaceSubject(line: Line, verb: number): Subject | null {
  const end = skipBetween(line, verb);
  if (end <= 0) return null;
  if (isComma(line, end - 1)) return besideSubject(line, end - 1);
  if (line.mark[end - 1] || isStop(line, end - 1) || isDash(line, end - 1)) return null;
  if (/^(?:and|but|or|nor|then)$/.test(line.low[end - 1]!)) return null;
  if (RELATIVE.has(line.low[end - 1]!)) return antecedent(line, end - 1);
  return phraseEndingAt(line, end);
}

/** Steps left over adverbs, time words and "in turn" between subject and verb; gives the end of the subject. */
function skipBetween(line: Line, verb: number): number {
  let at = verb;
  while (at > 0) {
    if (isBetween(line, at - 1) || isTime(line, at - 1)) at -= 1;
    else if (at < verb && /^(?:on|in|at|last|by|until|since|late|early)$/.test(line.low[at - 1]!)) at -= 1;
    else if (isComma(line, at - 1) && inserted(line, at - 1) >= 0) at = inserted(line, at - 1);
    else break;
  }
  // A time word at the very start is no subject: "Tuesday" alone says nothing.
  return at;
}

/** ", in turn," or ", on Tuesday,": where it begins, or -1. Looks at most seven tokens back. */
function inserted(line: Line, comma: number): number {
  for (let k = comma - 1; k > Math.max(0, comma - 8); k -= 1) {
    if (isComma(line, k)) {
      const opens = isPreposition(line, k + 1) || isBetween(line, k + 1) || isTime(line, k + 1);
      return opens && !hasFinite(line, { start: k + 1, end: comma }) ? k : -1;
    }
    if (line.mark[k] || isStop(line, k)) return -1;
  }
  return -1;
}

/** The subject closed by a comma: "X, the minister, said" or "X, who was there, said". */
function besideSubject(line: Line, comma: number): Subject | null {
  const open = commaBefore(line, comma);
  if (open <= 0) return null;
  const inner = { start: open + 1, end: comma };
  const relative = RELATIVE.has(line.low[inner.start]!) || /ing$/.test(line.low[inner.start]!);
  if (!relative && hasFinite(line, inner)) return null;
  const main = phraseEndingAt(line, open);
  if (main === null) return null;
  return { ...main, beside: relative ? main.beside : inner };
}

function commaBefore(line: Line, comma: number): number {
  for (let k = comma - 1; k > Math.max(0, comma - 40); k -= 1) {
    if (isComma(line, k)) return k;
    if (line.mark[k] || line.low[k] === ';') return -1;
  }
  return -1;
}

/** "the minister, who said": what the relative word points back to. */
function antecedent(line: Line, relative: number): Subject | null {
  const end = isComma(line, relative - 1) ? relative - 1 : relative;
  if (end <= 0 || line.mark[end - 1]) return null;
  return phraseEndingAt(line, end);
}

/** The noun phrase that ends at `end`, as the marks of the clause and the tree (where there is one) tell. */
function phraseEndingAt(line: Line, end: number): Subject | null {
  let start = end;
  while (start > line.textStart && !isClauseBorder(line, start - 1)) start -= 1;
  start = afterLastClause(line, start, end);
  start = skipLeading(line, start, end);
  if (start >= end || (end - start === 1 && (isOpener(line, start) || isBetween(line, start)))) return null;
  return { start, end, beside: null };
}

function isClauseBorder(line: Line, i: number): boolean {
  return (
    isComma(line, i) ||
    line.mark[i]! ||
    isStop(line, i) ||
    isDash(line, i) ||
    line.quotation[i]! >= 0 ||
    line.low[i] === '(' ||
    line.low[i] === ')'
  );
}

/** Cuts off an earlier clause: the subject begins after the last finite verb, conjunction of clauses or subordinator. */
function afterLastClause(line: Line, start: number, end: number): number {
  let at = start;
  for (let i = start; i < end; i += 1) {
    if (CLAUSE_WORDS.test(line.low[i]!) && i + 1 < end) at = i + 1;
    else if (/^(?:and|or)$/.test(line.low[i]!) && hasFinite(line, { start: at, end: i })) at = i + 1;
  }
  const inner = lastFinite(line, at, end);
  return inner < 0 ? at : afterObject(line, inner + 1, end);
}

function lastFinite(line: Line, start: number, end: number): number {
  for (let i = end - 1; i >= start; i -= 1) if (isFiniteVerb(line, i) && !isBriefed(line, i)) return i;
  return -1;
}

/** After a stray verb the subject is the last phrase that begins with an article, a pronoun or a capital. */
function afterObject(line: Line, start: number, end: number): number {
  for (let i = end - 1; i >= start; i -= 1) {
    if (/^(?:the|a|an|he|she|it|they|both|some|two|three|several)$/.test(line.low[i]!)) return i;
  }
  return start;
}

/** "On Friday Netanyahu", "In Brussels the Commission", "But he": what comes before the phrase proper. */
function skipLeading(line: Line, from: number, end: number): number {
  let start = from;
  while (start < end - 1) {
    if (isOpener(line, start) || (isBetween(line, start) && line.low[start] !== 'both' && line.low[start] !== 'all'))
      start += 1;
    else if (isPreposition(line, start)) start = afterPreposition(line, start, end);
    else if (isTime(line, start) && !/^(?:this|the)$/.test(line.low[start]!) && start + 1 < end) start += 1;
    else break;
  }
  return start;
}

/** Skips a leading phrase of time or place; the phrase proper begins at the next article, pronoun or change of kind. */
function afterPreposition(line: Line, start: number, end: number): number {
  let i = start + 1;
  if (isTime(line, i)) {
    while (i < end - 1 && isTime(line, i)) i += 1;
    return i;
  }
  const subject = treeStart(line, start, end);
  if (subject > start) return subject;
  for (let k = i + 1; k < end; k += 1) {
    if (
      /^(?:the|a|an|he|she|it|they|both|two|some|officials|sources)$/.test(line.low[k]!) &&
      !isPreposition(line, k - 1) &&
      line.low[k - 1] !== 'of'
    )
      return k;
  }
  while (i < end - 1 && /^\p{Lu}/u.test(line.tokens[i]!.text) && !isMentionStart(line, i + 1)) i += 1;
  return Math.min(i + 1, end - 1);
}

function isMentionStart(line: Line, i: number): boolean {
  return line.mentions.some((m) => m.mention.first === i);
}

/** Where the tree knows the subject of a verb to the right: the leftmost token of its phrase. */
function treeStart(line: Line, start: number, end: number): number {
  if (!line.tagged) return -1;
  for (let i = end - 1; i > start; i -= 1) {
    const token = line.tokens[i]!;
    if (token.rel.startsWith('nsubj') && token.head >= end) return leftmost(line, i, start);
  }
  return -1;
}

/** Leftmost token of the phrase that hangs on `head`, not before `floor`. */
function leftmost(line: Line, head: number, floor: number): number {
  let left = head;
  for (let i = head - 1; i >= floor; i -= 1) {
    if (hangsOn(line, i, head)) left = i;
    else break;
  }
  return left;
}

/** The subject right of an inverted verb: "said Foreign Minister X in Y". */
export function subjectAfter(line: Line, from: number): Subject | null {
  let end = from;
  while (end < line.tokens.length && !isClauseBorder(line, end)) {
    if (end > from && (endsInverted(line, end, from) || RELATIVE.has(line.low[end]!))) break;
    end += 1;
  }
  if (end === from) return null;
  let start = from;
  while (start < end - 1 && isTime(line, start)) start += 1;
  return { start, end, beside: isComma(line, end) ? besideAfter(line, end + 1) : null };
}

/** A phrase of time, place or occasion closes the name of an inverted speaker. */
function endsInverted(line: Line, at: number, from: number): boolean {
  if (isTime(line, at) && /^\p{Lu}|\d/u.test(line.tokens[at]!.text) && !/^May$/.test(line.tokens[at]!.text))
    return true;
  if (isFiniteVerb(line, at) && line.tagged) return true;
  if (!isPreposition(line, at) || line.low[at] === 'of' || line.low[at] === 'for') return false;
  if (/^(?:in|at)$/.test(line.low[at]!)) return hasName(line, from, at);
  return line.low[at] !== 'to' && line.low[at] !== 'with';
}

/** Two capitals in a row before `at`: a person's name is complete, so a place after it is no part of it. */
function hasName(line: Line, from: number, at: number): boolean {
  return at - from >= 2 && /^\p{Lu}/u.test(line.tokens[at - 1]!.text) && /^\p{Lu}/u.test(line.tokens[at - 2]!.text);
}

function besideAfter(line: Line, from: number): Region | null {
  let end = from;
  while (end < line.tokens.length && !isClauseBorder(line, end) && end - from < 16) end += 1;
  const region = { start: from, end };
  if (end === from || isOpener(line, from) || hasFinite(line, region)) return null;
  return /ing$/.test(line.low[from]!) || isPreposition(line, from) ? null : region;
}

/** The first noun phrase of a sentence: the subject that a verb without its own shares. */
export function sentenceSubject(line: Line, verb: number): Subject | null {
  for (let i = 0; i < verb; i += 1) {
    if (isFiniteVerb(line, i) && line.quotation[i]! < 0) return subjectBefore(line, i);
  }
  return null;
}
