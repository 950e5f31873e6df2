/** Set phrases that make a sentence somebody's word: "had no comment", "Chile, by its own account, has paid". In: a line. Out: frames. */
import type { Cue } from './cues.ts';
import type { Frame } from './frame.ts';
import type { FixedPhrase, Lexicon, Verb } from './lexicon.ts';
import { hasFinite, isComma, isFiniteVerb, type Line, type Region, type Subject } from './line.ts';
import { regionTo } from './regions.ts';
import { subjectBefore } from './subject.ts';
import { phraseOn, treeSubject } from './tree.ts';

/** Frames of all such phrases of a line, in order. */
export function setPhraseFrames(line: Line, lexicon: Lexicon): Frame[] {
  return line.tokens.flatMap((_, i) => {
    if (line.quotation[i]! >= 0) return [];
    const frame = noComment(line, i, lexicon) ?? ownWord(line, i, lexicon) ?? underText(line, i);
    return frame === null ? [] : [frame];
  });
}

/** "The embassy had no immediate comment": that it has none is its own answer. */
function noComment(line: Line, at: number, lexicon: Lexicon): Frame | null {
  const phrase = phraseAt(line, at, lexicon.noComment);
  if (phrase === undefined || !/^(?:has|have|had)$/.test(line.low[at - 1] ?? '')) return null;
  const subject = subjectBefore(line, at - 1);
  if (subject === null) return null;
  const end = at + 1 + phrase.words.length;
  const whole = { start: subject.start, end };
  return frameOf({ ...named(line, at, phrase), subject, whole, cue: { start: at - 1, end } }, { start: at, end });
}

/** "Chile, by its own account, has answered", "By its own account, Chile has answered". */
function ownWord(line: Line, at: number, lexicon: Lexicon): Frame | null {
  const phrase = phraseAt(line, at, lexicon.ownWord);
  if (phrase === undefined) return null;
  const end = at + 1 + phrase.words.length;
  const leads = at <= line.textStart + 1 && isComma(line, end);
  if (!leads && !(isComma(line, at - 1) && isComma(line, end))) return null;
  const subject = subjectOfNext(line, end);
  if (subject === null || (leads ? subject.start < end : subject.end > at)) return null;
  const content = regionTo(line, leads ? end : subject.start);
  if (!hasFinite(line, content)) return null;
  const whole = { start: at, end };
  return frameOf({ ...named(line, at, phrase), subject, whole, cue: whole }, content);
}

/** Of a law or treaty the reporter tells what it holds; a communique or statement speaks for those who made it. */
const IN_FORCE = /^(?:resolution|act|joint act|order|decree|document|text|report|transcript|commentary|editorial)s?$/;

/** "a communique under which Niger will pay", "Under the communique, Niger will pay". */
function underText(line: Line, noun: number): Frame | null {
  if (!line.lexicon.texts.has(line.low[noun]!) || IN_FORCE.test(line.low[noun]!)) return null;
  const { start } = phraseOn(line, noun);
  const relative = /^(?:under|in)$/.test(line.low[noun + 1] ?? '') && line.low[noun + 2] === 'which';
  const leads = line.low[line.textStart] === 'under' && start <= line.textStart + 1 && isComma(line, noun + 1);
  if (!relative && !leads) return null;
  const from = leads ? line.textStart + 1 : articleBefore(line, noun);
  const content = regionTo(line, noun + (leads ? 2 : 3));
  if (!hasFinite(line, content)) return null;
  const subject = { start: from, end: noun + 1, beside: null };
  const whole = { start: from, end: noun + 1 };
  return frameOf(
    { lemma: 'under', rule: 'speech/en/under-text', subject, whole, cue: { start: noun, end: noun + 1 } },
    content,
  );
}

/** Where the noun phrase begins: "a joint statement". */
function articleBefore(line: Line, noun: number): number {
  let at = noun;
  while (at > 0 && /^(?:JJ|NN)/.test(line.tokens[at - 1]!.xpos)) at -= 1;
  return /^(?:a|an|the|this|that|their|its)$/.test(line.low[at - 1] ?? '') ? at - 1 : at;
}

/** The subject of the first verb at or after `from`. */
function subjectOfNext(line: Line, from: number): Subject | null {
  for (let i = from; i < line.tokens.length; i += 1) {
    if (!isFiniteVerb(line, i)) continue;
    const { rel, head } = line.tokens[i]!;
    return treeSubject(line, /^(?:aux|cop)/.test(rel) && head >= 0 ? head : i);
  }
  return null;
}

function phraseAt(
  line: Line,
  at: number,
  phrases: ReadonlyMap<string, readonly FixedPhrase[]>,
): FixedPhrase | undefined {
  return phrases.get(line.low[at]!)?.find((p) => p.words.every((w, k) => line.low[at + 1 + k] === w));
}

function named(line: Line, at: number, { words, rule }: FixedPhrase): Pick<Found, 'lemma' | 'rule'> {
  return { lemma: [line.low[at]!, ...words].join(' '), rule };
}

interface Found {
  readonly lemma: string;
  readonly rule: Verb['rule'];
  readonly subject: Subject;
  readonly whole: Region;
  readonly cue: Region;
}

function frameOf({ lemma, rule, subject, whole, cue }: Found, content: Region): Frame {
  const verb: Verb = {
    lemma,
    act: 'say',
    rule,
    particles: [],
    object: false,
    addressee: false,
    told: 'speaker',
    only: null,
  };
  const found: Cue = { first: cue.start, last: cue.end, kind: 'verb', verb, voice: 'active', negated: false };
  return { cue: found, subject, whole, content: [content], addressee: null, tail: null, shape: 'after' };
}
