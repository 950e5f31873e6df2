/** Nouns of saying that stand for a verb: "Kigali's account is that …", "by Cotonou's account". In: a line. Out: frames. */
import type { Cue } from './cues.ts';
import type { Frame } from './frame.ts';
import type { FixedPhrase, Lexicon, Verb } from './lexicon.ts';
import { hasFinite, isBetween, isComma, isFiniteVerb, isStop, type Line, type Region, type Subject } from './line.ts';
import { hasWord, regionTo } from './regions.ts';
import { phraseOn } from './tree.ts';

const BE = /^(?:is|was|are|were|remains|remained)$/;
/** "The answer from Oslo was a polite no": of these any complement is what was said. */
const REPLY = /^(?:answer|reply|response|verdict)$/;
/** Words between the noun and its verb: "the answer from the palace in Oslo came within hours and was". */
const REACH = 14;

/** Frames of all such nouns of a line, in order. */
export function accountFrames(line: Line, lexicon: Lexicon): Frame[] {
  return line.tokens.flatMap((_, i) => {
    const phrase = lexicon.account.get(line.low[i]!)?.[0];
    if (phrase === undefined || line.quotation[i]! >= 0 || isFiniteVerb(line, i)) return [];
    const frame = byAccount(line, i, phrase) ?? accountIs(line, i, phrase);
    return frame === null ? [] : [frame];
  });
}

/** "By Cotonou's account the paper obliges Niger": the sentence rests on the possessor's word. */
function byAccount(line: Line, noun: number, phrase: FixedPhrase): Frame | null {
  const subject = possessor(line, noun);
  if (subject === null || line.low[subject.start - 1] !== 'by') return null;
  const start = isComma(line, noun + 1) ? noun + 2 : noun + 1;
  const content = regionTo(line, start);
  const leads = subject.start - 1 <= line.textStart || /^(?:and|but|;)$/.test(line.low[subject.start - 2] ?? '');
  if (!leads || !hasFinite(line, content)) return null;
  return frameOf(
    line,
    { noun, verb: noun, phrase, subject, whole: { start: subject.start - 1, end: noun + 1 } },
    content,
  );
}

/** "Kigali's account is that nothing was discussed", "the answer from Oslo was a polite no". */
function accountIs(line: Line, noun: number, phrase: FixedPhrase): Frame | null {
  const giver = /^(?:of|from)$/.test(line.low[noun + 1] ?? '') ? given(line, noun + 2) : null;
  const subject = possessor(line, noun) ?? giver;
  if (subject === null) return null;
  const be = verbAfter(line, Math.max(noun + 1, subject.end));
  if (be < 0) return null;
  let at = be + 1;
  while (at < line.tokens.length && isBetween(line, at) && line.low[at] !== 'that') at += 1;
  const opens = line.low[at] === 'that' || line.low[at] === ':' || line.mark[at] === true;
  if (!opens && !(giver !== null && REPLY.test(line.low[noun]!))) return null;
  const content = regionTo(line, /^(?:that|:)$/.test(line.low[at] ?? '') ? at + 1 : at);
  if (!hasWord(line, content)) return null;
  return frameOf(
    line,
    { noun, verb: be, phrase, subject, whole: { start: Math.min(subject.start, noun), end: be + 1 } },
    content,
  );
}

interface Account {
  readonly noun: number;
  readonly verb: number;
  readonly phrase: FixedPhrase;
  readonly subject: Subject;
  readonly whole: Region;
}

function frameOf(line: Line, { noun, verb, phrase, subject, whole }: Account, content: Region): Frame {
  const lemma: Verb = {
    lemma: line.low[noun]!,
    act: 'say',
    rule: phrase.rule,
    particles: [],
    object: false,
    addressee: false,
    told: 'speaker',
    only: null,
  };
  const cue: Cue = { first: noun, last: verb + 1, kind: 'verb', verb: lemma, voice: 'active', negated: false };
  return { cue, subject, whole, content: [content], addressee: null, tail: null, shape: 'after' };
}

/** "Kigali's", "the ministry's": the phrase whose possessive stands before the noun. */
function possessor(line: Line, noun: number): Subject | null {
  let at = noun - 1;
  while (at > 0 && /^(?:JJ|NN)/.test(line.tokens[at]!.xpos)) at -= 1;
  if (!/^['’]s?$/.test(line.low[at] ?? '')) return null;
  const { start } = phraseOn(line, at - 1);
  const floor = Math.max(start, line.textStart);
  let from = floor;
  while (from < at - 1 && /^(?:by|and|but|,|;)$/.test(line.low[from]!)) from += 1;
  return { start: from, end: at, beside: null };
}

function given(line: Line, start: number): Subject | null {
  let end = start;
  while (end < line.tokens.length && !isFiniteVerb(line, end) && !isComma(line, end) && !isStop(line, end)) end += 1;
  return end > start && end - start <= 6 ? { start, end, beside: null } : null;
}

/** The verb "is" of the noun, with at most a few words between; -1 where none comes. */
function verbAfter(line: Line, from: number): number {
  for (let i = from; i < Math.min(line.tokens.length, from + REACH); i += 1) {
    if (isStop(line, i) || line.mark[i] || isComma(line, i) || line.quotation[i]! >= 0) return -1;
    if (BE.test(line.low[i]!)) return i;
  }
  return -1;
}
