/** Where the dates of a sentence stand to a match: on it, below it, on the reporting verb, elsewhere. In: tree, dates. Out: placed dates. */
import type { DateMention, DateValue } from '../model/index.ts';
import type { Match } from './match.ts';
import type { Mood } from './mood.ts';
import { ancestors, caseOf, childrenBy, isVerb, markOf, plainRel, type Tree } from './tree.ts';

/** A date in the sentence and how it stands to a match. */
export interface PlacedDate {
  readonly mention: DateMention;
  readonly value: DateValue;
  /**
   * `own` on the match or the verbs that govern it; `below` in what it governs; `cue` on the reporting verb;
   * `after` on an event that came before ("closed after clashes in 2021"); `before` on one that bounds it ("before they vote in May").
   */
  readonly place: 'own' | 'below' | 'cue' | 'other' | 'after' | 'before';
}

/** Dates of a sentence with a value, placed in relation to a match. */
export function datesAround(
  tree: Tree,
  match: Match,
  mood: Mood,
  dates: readonly DateMention[],
  isCue: (token: number) => boolean,
): PlacedDate[] {
  const chain = new Set([match.at, match.verb, ...mood.chain, ...match.words, ...sharedVerbs(tree, match.verb)]);
  const earlier = happenedBefore(tree, match);
  return dates.flatMap((mention): PlacedDate[] => {
    if (!mention.value || mention.type === 'SET') return [];
    const path = pathFrom(tree, mention);
    if (path.length === 0 || (mention.signal === 'since' && (isFirstSince(tree) || neverSince(match, mood)))) return [];
    if (match.frame.kind === 'agreement' && mood.tense !== 'future' && isTermOfText(tree, path)) return [];
    const place = placeOf(tree, path, chain, match, isCue);
    if (place === null) return [];
    if (place === 'before') return [{ mention: bounding(tree, path, mention), value: mention.value, place }];
    if (!earlier || place !== 'other') return [{ mention, value: mention.value, place }];
    // The clause has no day of its own: the day of what came after it bounds it.
    return [{ mention, value: upTo(mention.value, mention.text), place: 'own' as const }];
  });
}

/** "for the first time since March": the day of the time before, not of this one. */
export function isFirstSince(tree: Tree): boolean {
  return tree.lemmas.some((l, i) => l === 'since' && tree.lemmas.slice(Math.max(0, i - 5), i).includes('first'));
}

/** "has not visited since March": the day of the last time, not of the one that did not take place. */
function neverSince(match: Match, mood: Mood): boolean {
  return match.frame.kind === 'visit' && mood.effects.has('negated');
}

/** "signed a protocol for 2026-30": the years are those of the text. */
function isTermOfText(tree: Tree, path: readonly number[]): boolean {
  return path.slice(0, 2).some((i) => caseOf(tree, i) === 'for');
}

/** From the head of the mention up: "before the end of July" is one thing, and "end" no event that July dates. */
export function pathFrom(tree: Tree, { start, end }: DateMention): number[] {
  const token = tokenAt(tree, start);
  if (token < 0) return [];
  const path = ancestors(tree, token);
  const outside = path.findIndex((i) => tree.tokens[i]!.start < start || tree.tokens[i]!.end > end);
  return path.slice(Math.max(0, outside - 1));
}

function placeOf(
  tree: Tree,
  path: readonly number[],
  chain: ReadonlySet<number>,
  match: Match,
  isCue: (token: number) => boolean,
): PlacedDate['place'] | null {
  for (const [step, up] of path.entries()) {
    if (up === match.at) return 'own';
    if (chain.has(up) && !isCue(up)) return 'own';
    if (step > 0 && namesThing(tree, path[step - 1]!, up)) return besideEvent(prepositionOf(tree, up));
    if (step > 0 && ofAnotherThing(tree, path[step - 1]!, up)) return null;
    if (!isVerb(tree.tokens[up])) continue;
    if (isCue(up)) return 'cue';
    if (frontedPhrase(tree, up, chain)) return 'own';
    if (inRelative(tree, up) && !match.words.includes(tree.tokens[up]!.head)) return null;
    if (markOf(tree, up) === 'before') return 'before';
    if (EARLIER.has(markOf(tree, up)) || setAgainst(tree, up)) return null;
    if (ancestors(tree, up).includes(match.verb)) return 'below';
    return inRelative(tree, match.verb) && match.as === 'verb' ? null : 'other';
  }
  return 'other';
}

/** "this year's chair", "last year's deal": whose it is, not when it happens. */
function ofAnotherThing(tree: Tree, below: number, noun: number): boolean {
  return (
    tree.tokens[below]!.rel === 'nmod:poss' && tree.tokens[noun]!.upos === 'NOUN' && tree.tokens[noun]!.rel === 'appos'
  );
}

const FRONTED: ReadonlySet<string> = new Set(['in', 'at', 'during', 'under', 'by']);

/** "In a letter sent on Monday she urged", "under the cap, which applies from May, they leave": one day for both. */
function frontedPhrase(tree: Tree, clause: number, chain: ReadonlySet<number>): boolean {
  if (plainRel(tree.tokens[clause]!) !== 'acl') return false;
  const noun = tree.tokens[clause]!.head;
  const verb = tree.tokens[noun]?.head ?? -1;
  if (verb < 0 || noun > verb || !chain.has(verb)) return false;
  return plainRel(tree.tokens[noun]!) === 'obl' && FRONTED.has(caseOf(tree, noun));
}

/** "recalled all envoys, but decided on Thursday": the second act has the day, the first another. */
function setAgainst(tree: Tree, verb: number): boolean {
  return plainRel(tree.tokens[verb]!) === 'conj' && childrenBy(tree, verb, 'cc').some((c) => tree.lemmas[c] === 'but');
}

/** What a relative clause tells is older than the day of the sentence around it, or has a day of its own. */
function inRelative(tree: Tree, verb: number): boolean {
  return tree.tokens[verb]?.rel === 'acl:relcl';
}

/** Marks of a clause with a time of its own. */
const EARLIER: ReadonlySet<string> = new Set(['after', 'before', 'since', 'although', 'though']);
const MODIFIERS: ReadonlySet<string> = new Set([
  'compound',
  'amod',
  'nmod:poss',
  'nmod:unmarked',
  'nmod:tmod',
  'nummod',
]);
const AFTER: ReadonlySet<string> = new Set(['after', 'following']);
const BEFORE: ReadonlySet<string> = new Set(['before', 'ahead', 'ahead of', 'prior', 'prior to']);

/** Preposition of a phrase; parsers take "ahead" of "ahead of the vote" for an adverb. */
function prepositionOf(tree: Tree, noun: number): string {
  const preposition = caseOf(tree, noun);
  const of = childrenBy(tree, noun, 'case')[0] ?? 0;
  return preposition === 'of' && tree.lemmas[of - 1] === 'ahead' ? 'ahead of' : preposition;
}

function besideEvent(preposition: string): 'after' | 'before' | null {
  if (AFTER.has(preposition)) return 'after';
  return BEFORE.has(preposition) ? 'before' : null;
}

/** The date with all the words of its term, from "before" on. */
function bounding(tree: Tree, path: readonly number[], mention: DateMention): DateMention {
  const marks = path.flatMap((i) => childrenBy(tree, i, 'mark', 'case', 'advmod'));
  const before = marks.find((i) => ['before', 'ahead', 'prior'].includes(tree.lemmas[i]!));
  const first = before === undefined ? undefined : tree.tokens[before]!;
  if (first === undefined || first.start > mention.start) return { ...mention, signal: 'before' };
  const words = tree.tokens.filter((t) => t.start >= first.start && t.end <= mention.end);
  const text = words.map((t, n) => (n > 0 && t.start > words[n - 1]!.end ? ` ${t.text}` : t.text)).join('');
  const { start } = first;
  return { ...mention, start, text, signal: 'before', signalSpan: { start, end: first.end } };
}

const BEFORE_OR_AFTER: ReadonlySet<string> = new Set([...AFTER, ...BEFORE, 'since', 'over']);

/** "their March 4 declaration", "after the May 9 vote": the day belongs to the thing named, not to what is told of it. */
function namesThing(tree: Tree, below: number, noun: number): boolean {
  const token = tree.tokens[noun]!;
  if (token.upos !== 'NOUN') return false;
  if (BEFORE_OR_AFTER.has(prepositionOf(tree, noun))) return true;
  return plainRel(token) === 'obj' && MODIFIERS.has(tree.tokens[below]!.rel);
}

/** "escalated in 2014 when Peru sued", "wrote in May, asking": clauses that share the time of the verb they hang on. */
function sharedVerbs(tree: Tree, verb: number): number[] {
  const out: number[] = [];
  for (let at = verb, step = 0; step < 3; step++) {
    const token = tree.tokens[at]!;
    const mark = markOf(tree, at);
    const means = (mark === '' || mark === 'by') && token.xpos === 'VBG';
    const same = mark === 'when' || whenWord(tree, at) || means;
    if (plainRel(token) !== 'advcl' || !same || token.head < 0) break;
    out.push(token.head);
    at = token.head;
  }
  return out;
}

function whenWord(tree: Tree, clause: number): boolean {
  return childrenBy(tree, clause, 'advmod').some((c) => tree.lemmas[c] === 'when' && c < clause);
}

/** "protested on Monday after boats were rammed": the ramming lies before the day of the protest, or on it. */
function happenedBefore(tree: Tree, match: Match): boolean {
  return ancestors(tree, match.verb).some((i) => isVerb(tree.tokens[i]) && markOf(tree, i) === 'after');
}

function upTo(value: DateValue, text: string): DateValue {
  if (value.latest === null) return value;
  const reason = `on or before "${text}", the day of what came after it`;
  return { ...value, edtf: `[..${value.latest}]`, earliest: null, grain: 'span', reason };
}

function tokenAt(tree: Tree, offset: number): number {
  return tree.tokens.findIndex((t) => t.start <= offset && offset < t.end);
}
