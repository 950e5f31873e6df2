/** The tense of the clause a time stands in: from the parse where there is one, else from the nearest verb forms. */
import type { Sentence, Token } from '../model/index.ts';
import type { Grammar } from './grammar.ts';
import type { Lexeme } from './lexeme.ts';
import type { Found } from './recognise.ts';

type Tense = 'past' | 'future' | 'present' | 'perfect' | 'scheduled' | 'none';

export interface Cue {
  readonly tense: Tense;
  /** The verb form that shows it, as printed. */
  readonly word: string;
  /** Number of words between it and the time. */
  readonly distance: number;
}

const NO_CUE: Cue = { tense: 'none', word: '', distance: 99 };

/** Gives the tense around a time. */
export type CueOf = (found: Found) => Cue;

/** Cues from the parse; where it says nothing, from the verb forms nearby. */
export function parsedCues(sentences: readonly Sentence[], guessed: CueOf): CueOf {
  return (found) => {
    const tokens = sentences[found.sentence]?.tokens ?? [];
    const at = tokens.findIndex((t) => t.end > found.start);
    const cue = at < 0 ? NO_CUE : governingCue(tokens, at);
    const near = guessed(found);
    // "Put off until", "as early as": a phrase right before the time says more than the verb.
    if (near.tense === 'future' && near.distance <= 3 && near.word.includes(' ')) return near;
    return cue.tense === 'none' ? near : cue;
  };
}

const REPORTING = new Set('say tell add announce report note explain write state confirm'.split(' '));

/** Climbs from the time to the verb that governs it; 8 steps reach any clause that still says something about it. */
function governingCue(tokens: readonly Token[], at: number): Cue {
  let i = at;
  for (let step = 0; step < 8 && i >= 0; step++) {
    const t = tokens[i] as Token;
    // "Would be home by Christmas": what is said of a thing stands in the tense of its copula.
    if (/^(VB|MD)/.test(t.xpos) || tokens.some((c) => c.head === i && c.rel === 'cop')) {
      const tense = tenseOf(tokens, i);
      // "A summit in the autumn is possible, he said": saying so tells nothing about the autumn.
      if (i > at && REPORTING.has(t.lemma)) return NO_CUE;
      if (tense !== 'none') return { tense, word: t.text, distance: Math.abs(i - at) };
    }
    i = t.head;
  }
  return NO_CUE;
}

/** Words before "to" and a verb that look forward: "plans to meet", "a decision to meet", "due to meet". */
const FORWARD = new Set(
  (
    'expect plan schedule intend hope aim agree promise pledge decide set slate due prepare want vow mean suppose decision agreement promise ' +
    'intention deadline likely ready poise offer undertake undertaking invite invitation ask urge propose proposal commit commitment threaten oblige'
  ).split(' '),
);

/** Verbs whose "-ing" lies ahead of them: "proposed holding talks in June". */
const FORWARD_GERUND = new Set('propose suggest consider plan'.split(' '));

/** Verbs whose present tells a timetable: "they meet on Monday". */
const SCHEDULED = new Set(
  'meet arrive leave open start begin resume travel fly visit vote host expire convene depart'.split(' '),
);

function tenseOf(tokens: readonly Token[], verb: number): Tense {
  const v = tokens[verb] as Token;
  const own = tokens.filter((t) => t.head === verb);
  const aux = own.filter((t) => t.upos === 'AUX' || t.xpos === 'MD' || t.xpos === 'TO');
  const has = (pattern: RegExp): boolean => aux.some((t) => pattern.test(t.text.toLowerCase()));
  // "Might have met", "was to meet": it did not, and the time may lie on either side, like that of a present.
  if (has(/^have$/) && has(/^(would|should|may|might|could|must)$/)) return 'present';
  if (has(/^(will|'ll|’ll|shall|wo|would|should)$/)) return 'future';
  if (own.some((t) => t.start < v.start && v.xpos === 'VB' && FORWARD.has(t.lemma))) return 'future';
  if (has(/^to$/)) return has(/^(was|were)$/) ? 'present' : infinitive(tokens, v);
  if (has(/^(may|might|can|must)$/)) return 'future';
  if (has(/^could$/)) return 'none';
  if (v.xpos === 'VBG' && v.rel === 'xcomp' && FORWARD_GERUND.has(tokens[v.head]?.lemma ?? '')) return 'future';
  if (has(/^(was|were|did|had)$/)) return arranged(tokens, verb) ? 'future' : 'past';
  if (has(/^(has|have|'ve)$/)) return 'perfect';
  if (has(/^(is|are|'s|be|being)$/)) return arranged(tokens, verb) ? 'future' : 'present';
  if (v.xpos === 'VBD') return v.lemma === 'plan' || v.lemma === 'schedule' ? 'future' : 'past';
  if (v.xpos === 'VBN') return arranged(tokens, verb) ? 'future' : 'past';
  if (v.xpos !== 'VBZ' && v.xpos !== 'VBP') return 'none';
  if (FORWARD.has(v.lemma) && own.some((t) => t.rel === 'xcomp')) return 'future';
  return SCHEDULED.has(v.lemma) ? 'scheduled' : 'present';
}

const ARRANGED = new Set('expect plan schedule slate set pencil earmark bill book fix time'.split(' '));

/** "Is scheduled for", "was set to": a participle of arranging, with what is arranged behind it. */
function arranged(tokens: readonly Token[], verb: number): boolean {
  const v = tokens[verb] as Token;
  if (v.xpos !== 'VBN' || !ARRANGED.has(v.lemma)) return false;
  return (
    ['expect', 'plan', 'schedule', 'slate'].includes(v.lemma) || /^(for|to|in)$/.test(tokens[verb + 1]?.text ?? '')
  );
}

/** "Is to meet", "plans to meet" look forward; "the first to join" does not. */
function infinitive(tokens: readonly Token[], v: Token): Tense {
  const head = tokens[v.head];
  return head === undefined || FORWARD.has(head.lemma) || head.lemma === 'be' ? 'future' : 'none';
}

interface Sign {
  readonly at: number;
  /** Lexeme after its last word. */
  readonly end: number;
  readonly tense: Tense;
  readonly word: string;
}

/** Cues from verb forms alone, for text without a parse. */
export function guessedCues(lexemes: readonly Lexeme[], grammar: Grammar): CueOf {
  const bySentence = new Map<number, { signs: Sign[]; first: number; last: number }>();
  let free = 0;
  lexemes.forEach((l, i) => {
    const known = bySentence.get(l.sentence) ?? { signs: [], first: i, last: i };
    known.last = i;
    const sign = i < free ? null : signAt(lexemes, i, grammar);
    if (sign) {
      known.signs.push(sign);
      free = sign.end;
    }
    bySentence.set(l.sentence, known);
  });
  return (found) => {
    const there = bySentence.get(found.sentence);
    if (!there || there.signs.length === 0) return NO_CUE;
    return nearest(lexemes, there.signs, positionOf(lexemes, found.start, there.first, there.last));
  };
}

function positionOf(lexemes: readonly Lexeme[], start: number, first: number, last: number): number {
  let lo = first;
  let hi = last;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((lexemes[mid] as Lexeme).end <= start) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

const PRESENT_PASSIVE: ReadonlySet<string> = new Set("is are 's be being stay stays remain remains".split(' '));

const INFINITIVE_MARKS: ReadonlySet<string> = new Set(
  'to will would shall should can could may might must not'.split(' '),
);

function signAt(lexemes: readonly Lexeme[], i: number, grammar: Grammar): Sign | null {
  const l = lexemes[i] as Lexeme;
  const fit = grammar.tenses.fits(lexemes, i)[0];
  // "To hit", "will set": a form that looks like a past is none behind these.
  if (fit?.rule === 'past' && INFINITIVE_MARKS.has(lexemes[i - 1]?.low ?? '')) return null;
  if (fit) return { at: i, end: fit.to, tense: fit.rule, word: wordsOf(lexemes, i, fit.to) };
  if (!/^[a-z]{2,}ed$/.test(l.text)) return null;
  // "Is wanted", "is not wanted": the participle of a present passive.
  const passive = PRESENT_PASSIVE.has(lexemes[i - 1]?.low ?? '') || PRESENT_PASSIVE.has(lexemes[i - 2]?.low ?? '');
  return passive ? null : { at: i, end: i + 1, tense: 'past', word: l.text };
}

function wordsOf(lexemes: readonly Lexeme[], from: number, to: number): string {
  return lexemes
    .slice(from, to)
    .map((x) => x.text)
    .join(' ');
}

/** The signs near a place: enough for any sentence, and a bound for a line without end. */
function around(signs: readonly Sign[], at: number): readonly Sign[] {
  let lo = 0;
  let hi = signs.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((signs[mid] as Sign).at < at) lo = mid + 1;
    else hi = mid;
  }
  return signs.slice(Math.max(0, lo - 8), lo + 8);
}

/** Signs before the time count as nearer than those behind it, since English puts the verb first. */
function nearest(lexemes: readonly Lexeme[], all: readonly Sign[], at: number): Cue {
  const signs = around(all, at);
  let best: Cue = NO_CUE;
  let cost = Number.POSITIVE_INFINITY;
  for (const s of signs) {
    const gap = Math.abs(s.at - at) + marksBetween(lexemes, s.at, at) * 4;
    const c = s.at < at ? gap : gap + 6;
    if (c < cost || (c === cost && s.tense === 'future')) {
      cost = c;
      best = { tense: s.tense, word: s.word, distance: gap };
    }
  }
  // "Said it will meet on Thursday": a modal before its verb governs what follows it.
  const modal = signs.find(
    (s) => s.tense === 'future' && s.at < at && at - s.at <= 8 && marksBetween(lexemes, s.at, at) === 0,
  );
  if (modal && !signs.some((s) => s.at > modal.at + 2 && s.at < at))
    return { tense: 'future', word: modal.word, distance: at - modal.at };
  return best;
}

function marksBetween(lexemes: readonly Lexeme[], a: number, b: number): number {
  let n = 0;
  const end = Math.min(Math.max(a, b), Math.min(a, b) + 80);
  for (let i = Math.min(a, b) + 1; i < end && n < 5; i++) if (/^[,;:()"“”-]$/.test(lexemes[i]?.text ?? '')) n++;
  return n;
}
