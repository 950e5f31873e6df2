/** When a match occurs, when it was said, and when it falls due: from its clause, its sentence, its neighbours, or the report's day. */
import type { DateMention, DateValue, Due, Occurs, Report, Status } from '../model/index.ts';
import type { Match } from './match.ts';
import type { Mood } from './mood.ts';
import { ancestors, caseOf, childrenBy, isVerb, markOf, plainRel, type Tree } from './tree.ts';

/** A date in the sentence and how it stands to a match. */
export interface PlacedDate {
  readonly mention: DateMention;
  readonly value: DateValue;
  /**
   * `own` on the match or the verbs that govern it; `below` in what it governs; `cue` on the reporting verb;
   * `after` on an event that came before ("closed after clashes in 2021").
   */
  readonly place: 'own' | 'below' | 'cue' | 'other' | 'after';
}

const DAY = 86_400_000;

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
  return dates.flatMap((mention) => {
    if (!mention.value || mention.type === 'SET') return [];
    const token = tokenAt(tree, mention.start);
    if (token < 0) return [];
    const place = placeOf(tree, token, chain, match, isCue);
    if (place === null) return [];
    if (!earlier || place !== 'other') return [{ mention, value: mention.value, place }];
    // The clause has no day of its own: the day of what came after it bounds it.
    return [{ mention, value: upTo(mention.value, mention.text), place: 'own' as const }];
  });
}

function placeOf(
  tree: Tree,
  token: number,
  chain: ReadonlySet<number>,
  match: Match,
  isCue: (token: number) => boolean,
): PlacedDate['place'] | null {
  const path = ancestors(tree, token);
  for (const [step, up] of path.entries()) {
    if (up === match.at) return 'own';
    if (chain.has(up) && !isCue(up)) return 'own';
    if (step > 0 && namesThing(tree, path[step - 1]!, up)) return AFTER.has(caseOf(tree, up)) ? 'after' : null;
    if (!isVerb(tree.tokens[up])) continue;
    if (isCue(up)) return 'cue';
    if (EARLIER.has(markOf(tree, up)) || setAgainst(tree, up)) return null;
    if (ancestors(tree, up).includes(match.verb)) return 'below';
    return inRelative(tree, match.verb) && match.as === 'verb' ? null : 'other';
  }
  return 'other';
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
const BEFORE_OR_AFTER: ReadonlySet<string> = new Set(['after', 'before', 'since', 'following', 'over', 'ahead of']);

/** "their March 4 declaration", "after the May 9 vote": the day belongs to the thing named, not to what is told of it. */
function namesThing(tree: Tree, below: number, noun: number): boolean {
  const token = tree.tokens[noun]!;
  if (token.upos !== 'NOUN') return false;
  if (BEFORE_OR_AFTER.has(caseOf(tree, noun))) return true;
  return plainRel(token) === 'obj' && MODIFIERS.has(tree.tokens[below]!.rel);
}

/** "escalated in 2014 when Peru sued", "wrote in May, asking": clauses that share the time of the verb they hang on. */
function sharedVerbs(tree: Tree, verb: number): number[] {
  const out: number[] = [];
  for (let at = verb, step = 0; step < 3; step++) {
    const token = tree.tokens[at]!;
    const mark = markOf(tree, at);
    const same = mark === 'when' || whenWord(tree, at) || (mark === '' && token.xpos === 'VBG');
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

const DEADLINE: ReadonlySet<string> = new Set(['by', 'until', 'before', 'within', 'starting', 'from', 'as-of']);

export interface Times {
  readonly occurs: Occurs | null;
  readonly said: Occurs | null;
  readonly due: Due | null;
}

export interface TimeInput {
  readonly report: Report;
  readonly placed: readonly PlacedDate[];
  readonly mood: Mood;
  readonly status: Status;
  readonly kind: string;
  readonly operator: boolean;
  readonly lasting: boolean;
  /** Day it was said where a neighbouring sentence tells it. */
  readonly saidBefore: Occurs | null;
  /** Told inside reported speech, where "had agreed" stands for "has agreed". */
  readonly reported: boolean;
  readonly inherited: Occurs | null;
}

const PROMISE: ReadonlySet<string> = new Set(['commitment', 'agreement', 'offer', 'statement']);

/** "Closed after clashes in 2021", "may meet after the May 14 vote": not before that day, which alone bounds it. */
function afterwards(input: TimeInput): TimeInput {
  const placed = input.placed.filter((d) => d.place !== 'after');
  const first = input.placed.find((d) => d.place === 'after');
  if (!first?.value.earliest || placed.length > 0) return { ...input, placed };
  const { earliest } = first.value;
  const day = reportDay(input.report);
  const latest = day !== null && earliest <= day ? day : null;
  const reason = `after "${first.mention.text}", the day of what came before it`;
  const edtf = `[${earliest}..${latest ?? ''}]`;
  const value: DateValue = { ...first.value, edtf, earliest, latest, grain: 'span', reason };
  return { ...input, placed: [{ mention: first.mention, value, place: 'own' }] };
}

/** Occurs, said and due of a match. */
export function timesOf(given: TimeInput): Times {
  const input = afterwards(given);
  const said = saidOf(input);
  const own = input.placed.filter((d) => d.place === 'own');
  const loose = input.operator ? [] : input.placed.filter((d) => d.place === 'below' || d.place === 'other');
  const near = own.length > 0 ? own : loose;
  const ruledOut = input.kind === 'plan' && input.status === 'denied';
  const promise = ruledOut || (PROMISE.has(input.kind) && input.status !== 'happened' && input.status !== 'alleged');
  return promise ? promiseTimes(input, said) : eventTimes(input, near, said);
}

/** A promise occurs when it is given; the later date in it is its term. */
function promiseTimes(input: TimeInput, said: Occurs | null): Times {
  const day = reportDay(input.report);
  const placed = input.kind === 'offer' ? input.placed.map((d) => nextYears(d, day)) : input.placed;
  const ahead = placed.filter((d) => d.place !== 'cue' && isAhead(d, day));
  const past = placed.find((d) => d.place === 'own' && !isAhead(d, day) && !DEADLINE.has(d.mention.signal));
  const occurs = past ? occursOf(past) : (said ?? input.inherited ?? defaultDay(input));
  return { occurs, said, due: ahead[0] ? dueOf(ahead[0], occurs) : null };
}

const BARE_MONTH = /^(january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const HALF_A_YEAR = 183;

/** "Invited her to Lome in January", said in November: the coming January is nearer than the last one. */
function nextYears(date: PlacedDate, day: string | null): PlacedDate {
  const { earliest, latest } = date.value;
  if (day === null || earliest === null || latest === null || !BARE_MONTH.test(date.mention.text)) return date;
  if ((Date.parse(day) - Date.parse(latest)) / DAY < HALF_A_YEAR) return date;
  const year = String(Number(earliest.slice(0, 4)) + 1);
  const value = {
    ...date.value,
    edtf: `${year}${earliest.slice(4, 7)}`,
    earliest: `${year}${earliest.slice(4)}`,
    latest: `${year}${latest.slice(4)}`,
    reason: `the coming "${date.mention.text}": an invitation looks ahead`,
  };
  return { ...date, value };
}

function eventTimes(input: TimeInput, near: readonly PlacedDate[], said: Occurs | null): Times {
  const day = reportDay(input.report);
  const future = input.status === 'planned' || input.status === 'conditional' || input.status === 'hypothetical';
  const fitting = narrowest(near.filter((d) => isAhead(d, day) === future && d.mention.type !== 'DURATION')) ?? near[0];
  const due = future && fitting && isAhead(fitting, day) ? dueOf(fitting, said) : null;
  const term = future && fitting && DEADLINE.has(fitting.mention.signal) ? from(day, fitting) : null;
  const owed = input.kind === 'measure' || input.kind === 'plan' || input.kind === 'agreement';
  const keeps = due && (DEADLINE.has(fitting!.mention.signal) || owed) ? due : null;
  if (term) return { occurs: term, said, due: keeps };
  if (fitting) return { occurs: occursOf(fitting), said, due: keeps };
  if (future) return { occurs: openFrom(input.report), said, due: null };
  if (input.kind === 'statement') return { occurs: said ?? input.inherited ?? defaultDay(input), said, due: null };
  return { occurs: input.inherited ?? said ?? defaultDay(input), said, due: null };
}

/** "The third this year, planned for mid-December": the sharper time is meant. */
function narrowest(dates: readonly PlacedDate[]): PlacedDate | undefined {
  return [...dates].sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

function lengthOf({ value }: PlacedDate): number {
  if (value.earliest === null || value.latest === null) return Number.MAX_SAFE_INTEGER;
  return Date.parse(value.latest) - Date.parse(value.earliest);
}

function occursOf(date: PlacedDate): Occurs {
  return { ...date.value, text: date.mention.text };
}

function saidOf(input: TimeInput): Occurs | null {
  const cue = input.placed.find((d) => d.place === 'cue' && d.mention.type !== 'DURATION');
  return cue ? occursOf(cue) : input.saidBefore;
}

/** "Before Diwali", "by the end of the year": some day between the report and the end of the term. */
function from(day: string | null, date: PlacedDate): Occurs | null {
  const { signal } = date.mention;
  if (day === null || date.value.latest === null || !['by', 'before', 'within', 'until'].includes(signal)) return null;
  if (date.value.latest <= day) return null;
  return {
    edtf: `[${day}..${date.value.latest}]`,
    earliest: day,
    latest: date.value.latest,
    grain: 'span',
    reason: `between the report and the term "${date.mention.text}"`,
    text: date.mention.text,
  };
}

function dueOf(date: PlacedDate, said: Occurs | null): Due {
  const text = date.mention.signalSpan ? `${signalWords(date)} ${date.mention.text}`.trim() : date.mention.text;
  const start = said?.earliest ?? null;
  const open = ['by', 'before', 'within', 'until'].includes(date.mention.signal);
  const exact = date.value.earliest === date.value.latest;
  const ranged = open && !exact && start !== null && date.value.latest !== null && start < date.value.latest;
  const value = ranged ? { ...date.value, edtf: `[${start}..${date.value.latest}]`, earliest: start } : date.value;
  return { value, text, reason: date.value.reason };
}

function signalWords(date: PlacedDate): string {
  const inside = date.mention.signalSpan!.start >= date.mention.start;
  return inside ? '' : date.mention.signal;
}

export function isAhead(date: PlacedDate, day: string | null): boolean {
  if (day === null) return ['by', 'until', 'before', 'within'].includes(date.mention.signal);
  if (date.value.latest === null) return true;
  return date.value.latest > day || (date.value.latest === day && DEADLINE.has(date.mention.signal));
}

/** Publication as an ISO day, where it is known to the day. */
export function reportDay(report: Report): string | null {
  const { published } = report;
  if (!published?.latest) return null;
  return published.latest;
}

function openFrom(report: Report): Occurs | null {
  const day = reportDay(report);
  if (day === null) return null;
  return {
    edtf: `[${day}..]`,
    earliest: day,
    latest: null,
    grain: 'span',
    reason: 'not before the report that plans it',
    text: null,
  };
}

/** News told without a day: the report's day or the day before; told in the perfect, any day up to the report. */
function defaultDay(input: TimeInput): Occurs | null {
  const day = reportDay(input.report);
  if (day === null) return undated(input.report);
  const backshifted = input.reported && input.mood.tense === 'pluperfect';
  const tense = backshifted ? 'perfect' : input.mood.tense;
  const asTold = input.lasting || input.status === 'ongoing' || (input.status === 'denied' && input.kind === 'status');
  if (asTold || tense === 'present' || tense === 'progressive') {
    return {
      edtf: day,
      earliest: day,
      latest: day,
      grain: 'day',
      reason: 'as told on the day of the report',
      text: null,
    };
  }
  if (tense === 'perfect') {
    const week = shift(day, -7);
    return {
      edtf: `[${week}..${day}]`,
      earliest: week,
      latest: day,
      grain: 'span',
      reason: 'told as news in the perfect: within the week up to the report',
      text: null,
    };
  }
  if (tense === 'pluperfect' || tense === 'nominal') {
    return {
      edtf: `[..${day}]`,
      earliest: null,
      latest: day,
      grain: 'span',
      reason: 'on or before the day of the report; no day is told',
      text: null,
    };
  }
  const before = shift(day, -1);
  return {
    edtf: `[${before}..${day}]`,
    earliest: before,
    latest: day,
    grain: 'span',
    reason: 'told as news without a day: the report’s day or the day before',
    text: null,
  };
}

function undated(report: Report): Occurs | null {
  const { published } = report;
  if (!published) return null;
  return { ...published, text: null, reason: `bounds of the report: ${published.reason}` };
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
