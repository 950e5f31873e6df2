/** Finds reporting words in a sentence: verbs with their voice, and fixed phrases. In: a line. Out: cues in order. */
import type { FixedPhrase, Lexicon, Verb } from './lexicon.ts';
import { isBetween, isBriefed, isComma, isFiniteVerb, isStop, type Line } from './line.ts';

export type Voice = 'active' | 'passive' | 'participle' | 'quoted-as';

/** Reporting words at tokens [first, last). */
export interface Cue {
  readonly first: number;
  readonly last: number;
  readonly kind: 'verb' | 'according' | 'citing' | 'impersonal';
  readonly verb: Verb;
  readonly voice: Voice;
  readonly negated: boolean;
}

const BE: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'am',
  "'s",
  '’s',
  'get',
  'got',
]);
const MODAL: ReadonlySet<string> = new Set([
  'will',
  'would',
  'could',
  'can',
  'may',
  'might',
  'should',
  'must',
  'shall',
  'ca',
  'wo',
  "'ll",
  '’ll',
]);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'no']);
const DETERMINER =
  /^(?:a|an|the|this|that|these|those|his|her|its|their|our|my|your|any|some|every|each|no|another|more|such|'s|’s)$/;
const ALWAYS_VERB: ReadonlySet<string> = new Set([
  'said',
  'told',
  'says',
  'added',
  'insisted',
  'wrote',
  'denied',
  'tells',
]);
const REFUSING: ReadonlySet<string> = new Set(['declined', 'refused', 'declines', 'refuses', 'failed']);
const CONTINUING: ReadonlySet<string> = new Set(['on', 'continued', 'continues', 'proceeded', 'added']);
const AS_SAYING: ReadonlySet<string> = new Set(['quoted', 'cited', 'quotes', 'cites', 'quoting', 'citing']);
const SAYING: ReadonlySet<string> = new Set([
  'saying',
  'telling',
  'stating',
  'calling',
  'describing',
  'denying',
  'warning',
  'insisting',
  'adding',
]);

const PLAIN: Omit<Verb, 'lemma' | 'rule'> = {
  act: 'say',
  particles: [],
  object: false,
  addressee: false,
  told: 'speaker',
  only: null,
};

/** All cues outside quotations, in order; they do not overlap. */
export function cuesOf(line: Line, lexicon: Lexicon): Cue[] {
  const out: Cue[] = [];
  for (let i = 0; i < line.tokens.length; i += 1) {
    if (line.quotation[i]! >= 0) continue;
    const cue = phraseCue(line, lexicon, i) ?? quotedAs(line, i) ?? verbCue(line, lexicon, i);
    if (cue === null) continue;
    out.push(cue);
    i = cue.last - 1;
  }
  return out;
}

function phraseCue(line: Line, lexicon: Lexicon, i: number): Cue | null {
  for (const kind of ['according', 'citing', 'impersonal'] as const) {
    const hit = longest(line, lexicon[kind].get(line.low[i]!) ?? [], i);
    if (hit === null) continue;
    if (kind === 'citing' && isAsSaying(line, i)) continue;
    const lemma = [line.low[i]!, ...hit.words].join(' ');
    const verb: Verb = { ...PLAIN, lemma, rule: hit.rule };
    return { first: i, last: i + 1 + hit.words.length, kind, verb, voice: 'active', negated: false };
  }
  return null;
}

function longest(line: Line, phrases: readonly FixedPhrase[], i: number): FixedPhrase | null {
  let best: FixedPhrase | null = null;
  for (const p of phrases) {
    const fits = p.words.every((w, k) => line.low[i + 1 + k] === w);
    if (fits && (best === null || p.words.length > best.words.length)) best = p;
  }
  return best;
}

/** "cited X as saying", with the verb of saying at most 25 tokens on. */
function isAsSaying(line: Line, i: number): boolean {
  return sayingAfter(line, i) >= 0;
}

function sayingAfter(line: Line, i: number): number {
  if (!AS_SAYING.has(line.low[i]!)) return -1;
  for (let k = i + 1; k < Math.min(line.tokens.length - 1, i + 26); k += 1) {
    if (line.low[k] === 'as' && SAYING.has(line.low[k + 1]!)) return k + 1;
  }
  return -1;
}

/** "was quoted as saying": the subject speaks. "X quoted Y as saying" is made of the verb and Y by the frame. */
function quotedAs(line: Line, i: number): Cue | null {
  const saying = sayingAfter(line, i);
  if (saying < 0) return null;
  const passive = BE.has(line.low[beforeAdverbs(line, i)] ?? '') || saying === i + 2;
  const verb: Verb = {
    ...PLAIN,
    lemma: passive ? 'quote' : 'cite',
    rule: 'speech/en/quoted-as',
    addressee: line.low[saying] === 'telling',
  };
  return {
    first: i,
    last: passive ? saying + 1 : i + 1,
    kind: 'verb',
    verb,
    voice: passive ? 'passive' : 'quoted-as',
    negated: false,
  };
}

function verbCue(line: Line, lexicon: Lexicon, i: number): Cue | null {
  const candidates = lexicon.verbs.get(line.low[i]!);
  if (candidates === undefined || !isVerb(line, i) || isBriefed(line, i)) return null;
  for (const verb of candidates) {
    const last = particlesEnd(line, i, verb);
    if (last < 0) continue;
    return voiced(line, i, last, verb);
  }
  return null;
}

/** Where the particles end, or -1; "let Seoul know" leaves room for the one who is told. */
function particlesEnd(line: Line, i: number, verb: Verb): number {
  if (verb.particles.length === 0) return i + 1;
  if (verb.lemma === 'let know') {
    for (let k = i + 2; k < Math.min(line.tokens.length, i + 6); k += 1) if (line.low[k] === 'know') return k + 1;
    return -1;
  }
  let at = i + 1;
  if (isBetween(line, at) && line.low[at] !== verb.particles[0]) at += 1;
  return verb.particles.every((w, k) => line.low[at + k] === w) ? at + verb.particles.length : -1;
}

function isVerb(line: Line, i: number): boolean {
  const word = line.low[i]!;
  if (ALWAYS_VERB.has(word)) return true;
  if (i === line.textStart && /ed$/.test(word) && /^(?:\p{Lu}|the$)/u.test(line.tokens[i + 1]?.text ?? '')) return true;
  if (line.tagged) return /^VB/.test(line.tokens[i]!.xpos) && !isDescribing(line, i);
  const before = line.low[i - 1] ?? '';
  if (DETERMINER.test(before)) return false;
  return /(?:ed|ing)$/.test(word) || !/^(?:of|in|on|for|with|by|from|at|under|and)$/.test(before);
}

/** "against repeated heavy attacks": a participle between a preposition and the noun it describes. */
function isDescribing(line: Line, i: number): boolean {
  const { rel, head, xpos } = line.tokens[i]!;
  return xpos === 'VBN' && rel === 'amod' && head > i;
}

/** The voice of a verb by the words before it; null where it is no assertion ("is to announce", "will say"). */
function voiced(line: Line, i: number, last: number, verb: Verb): Cue | null {
  const at = beforeAdverbs(line, i);
  const before = line.low[at] ?? '';
  const negated = negatedBetween(line, at, i) || saysNothing(line, last);
  const cue = (voice: Voice, no = negated): Cue => ({ first: i, last, kind: 'verb', verb, voice, negated: no });
  if (before === 'to') return infinitive(line, at, cue);
  if (MODAL.has(before)) return negated || NOT.has(line.low[at + 1] ?? '') ? cue('active', true) : null;
  const ing = /ing$/.test(line.low[i]!);
  if (ing) return BE.has(before) ? cue('active') : isParticipleHere(line, i) ? cue('participle') : null;
  if (isPastParticiple(line, i) && BE.has(before)) return cue('passive');
  if (line.low[last] === 'by' && isPastParticiple(line, i)) return cue('passive');
  if (
    isPastParticiple(line, i) &&
    line.tokens[i]!.rel === 'conj' &&
    hasPassive(line, line.tokens[i]!.head) &&
    !followsSpeaker(line, i)
  )
    return cue('passive');
  if (line.tokens[i]!.xpos === 'VBN' && /^(?:acl|amod)/.test(line.tokens[i]!.rel) && !followsSpeaker(line, i))
    return cue('passive');
  return cue('active');
}

/** "has said nothing so far", not "said nothing had been signed". */
function saysNothing(line: Line, at: number): boolean {
  if (line.low[at] !== 'nothing') return false;
  for (let i = at + 1; i < line.tokens.length && !isComma(line, i) && !isStop(line, i); i += 1)
    if (isFiniteVerb(line, i)) return false;
  return true;
}

/** The verb it is coordinated with is passive: "was not expelled but recalled". */
function hasPassive(line: Line, head: number): boolean {
  return line.tokens.some((t) => t.head === head && t.rel === 'aux:pass');
}

/** ", the envoy stressed": the parse took the verb for a participle, but a comma and a speaker stand before it. */
function followsSpeaker(line: Line, i: number): boolean {
  const { lexicon } = line;
  const noun = line.low[i - 1] ?? '';
  if (!lexicon.has('person', noun) && !lexicon.has('organ', noun)) return false;
  for (let k = i - 1; k > Math.max(0, i - 7); k -= 1) if (isComma(line, k - 1) || line.mark[k - 1]) return true;
  return false;
}

function infinitive(line: Line, to: number, cue: (voice: Voice, negated?: boolean) => Cue): Cue | null {
  const governor = line.low[to - 1] ?? '';
  if (REFUSING.has(governor)) return cue('active', true);
  return CONTINUING.has(governor) ? cue('active') : null;
}

/** "…, adding that": a participle after a comma, a mark, a conjunction or at the start. */
function isParticipleHere(line: Line, i: number): boolean {
  const before = i - 1;
  return (
    before < 0 ||
    isComma(line, before) ||
    line.mark[before]! ||
    /^(?:and|while|when|before|after|without|by|–|—|--|_|also)$/.test(line.low[before]!)
  );
}

function isPastParticiple(line: Line, i: number): boolean {
  if (line.tagged)
    return line.tokens[i]!.xpos === 'VBN' || (line.tokens[i]!.xpos === 'VBD' && BE.has(line.low[i - 1] ?? ''));
  return /(?:ed|id|old|ought|ut|en)$/.test(line.low[i]!) && !/ing$/.test(line.low[i]!);
}

/** Index of the first token to the left that is no adverb or negation; -1 at the start. */
function beforeAdverbs(line: Line, i: number): number {
  let at = i - 1;
  while (
    at >= 0 &&
    isBetween(line, at) &&
    !BE.has(line.low[at]!) &&
    !MODAL.has(line.low[at]!) &&
    line.low[at] !== 'to'
  ) {
    if (/^(?:has|have|had|did|does|do)$/.test(line.low[at]!)) return at;
    at -= 1;
  }
  return at;
}

function negatedBetween(line: Line, from: number, to: number): boolean {
  for (let k = Math.max(0, from); k < to; k += 1) if (NOT.has(line.low[k]!)) return true;
  return false;
}
