/** When a match occurs, when it was said, and when it falls due: from its clause, its sentence, its neighbours, or the report's day. */
import { addDays, dayAfter } from '../model/calendar.ts';
import type { DateMention, DateValue, Due, Occurs, Report, Status } from '../model/index.ts';
import type { Mood } from './mood.ts';
import type { PlacedDate } from './placed-dates.ts';

const DAY = 86_400_000;

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

/** "Before the school year starts in September": it ends with the day before, where that lies ahead. */
function beforehand(input: TimeInput): TimeInput {
  const day = reportDay(input.report);
  const placed = input.placed.flatMap((d): PlacedDate[] => {
    if (d.place !== 'before') return [d];
    const { earliest } = d.value;
    if (earliest === null || day === null || earliest <= day) return [];
    const latest = addDays(earliest, -1);
    const reason = `"${d.mention.text}": it ends the day before`;
    return [{ ...d, place: 'below', value: { edtf: `[..${latest}]`, earliest: null, latest, grain: 'span', reason } }];
  });
  return { ...input, placed };
}

/** Occurs, said and due of a match. */
export function timesOf(given: TimeInput): Times {
  const input = afterwards(beforehand(given));
  const said = saidOf(input);
  const own = input.placed.filter((d) => d.place === 'own');
  const loose = input.operator ? [] : input.placed.filter((d) => d.place === 'below' || d.place === 'other');
  // "shipped arms in May and has yet to answer": a state that lasts has no share in the days of what stands beside it.
  const lasts = input.status === 'ongoing' && own.length === 0;
  const near = own.length > 0 ? own : lasts ? loose.filter((d) => d.place === 'below') : loose;
  const ruledOut = input.kind === 'plan' && input.status === 'denied';
  const day = reportDay(input.report);
  // "claim that they agreed to answer by the end of the year": the term stands, whoever tells of it.
  const open = input.status !== 'alleged' || input.placed.some((d) => d.place !== 'cue' && isAhead(d, day));
  const promise = ruledOut || (PROMISE.has(input.kind) && input.status !== 'happened' && open);
  return promise ? promiseTimes(input, said) : eventTimes(input, near, said);
}

/** A promise occurs when it is given; the later date in it is its term. */
function promiseTimes(input: TimeInput, said: Occurs | null): Times {
  const day = reportDay(input.report);
  const placed = input.kind === 'offer' ? input.placed.map((d) => nextYears(d, day)) : input.placed;
  const ahead = placed.filter((d) => d.place !== 'cue' && (isAhead(d, day) || TERM_SIGNALS.has(d.mention.signal)));
  const past = placed.find((d) => d.place === 'own' && !isAhead(d, day) && !DEADLINE.has(d.mention.signal));
  const occurs = past ? occursOf(past) : (said ?? input.inherited ?? defaultDay(input));
  return { occurs, said, due: ahead[0] ? dueOf(countedFrom(nextAfter(ahead[0], occurs), occurs), occurs) : null };
}

/** The term among the dates of one item of a list. */
export function termAmong(report: Report, dates: readonly DateMention[], given: Occurs | null): Due | null {
  const day = reportDay(report);
  const placed = dates.flatMap((mention): PlacedDate[] =>
    mention.value && mention.type !== 'SET' ? [{ mention, value: mention.value, place: 'below' }] : [],
  );
  const term = placed.find((d) => isAhead(d, day) || TERM_SIGNALS.has(d.mention.signal));
  return term ? dueOf(countedFrom(nextAfter(term, given), given), given) : null;
}

/** "Promised on Monday to answer within ten days": ten days from Monday, whatever day the text names last. */
function countedFrom(date: PlacedDate, given: Occurs | null): PlacedDate {
  const { mention } = date;
  if (mention.type !== 'DURATION' || mention.signal !== 'within' || !given?.latest || !given.earliest) return date;
  const [earliest, latest] = [dayAfter(given.earliest, mention.timex), dayAfter(given.latest, mention.timex)];
  if (earliest === null || latest === null) return date;
  const reason = `"${mention.text}" from ${given.edtf}, when it was told`;
  const exact = earliest === latest;
  const edtf = exact ? latest : `[${earliest}..${latest}]`;
  return { ...date, value: { edtf, earliest, latest, grain: exact ? 'day' : 'span', reason } };
}

const BARE_MONTH = /^(january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const HALF_A_YEAR = 183;

const NAMES_YEAR = /\b\d{4}\b|\bnext\b/i;

/** "Agreed on 11 December to start by the end of February": the first February after that day, not after the report. */
function nextAfter(date: PlacedDate, given: Occurs | null): PlacedDate {
  const { earliest, latest } = date.value;
  if (!given?.latest || !given.text || earliest === null || latest === null) return date;
  if (NAMES_YEAR.test(date.mention.text)) return date;
  const before = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`;
  if (before(latest) <= given.latest) return date;
  const value = {
    ...date.value,
    edtf: earliest === latest ? before(latest) : `[${before(earliest)}..${before(latest)}]`,
    earliest: before(earliest),
    latest: before(latest),
    reason: `the first "${date.mention.text}" after "${given.text}", when it was promised`,
  };
  return { ...date, value };
}

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
  // "Threatened on Monday to close the sound unless it is paid by May": the term stands in what is said, the day beside it.
  const terms = input.kind === 'statement' ? input.placed.filter((d) => d.place === 'below') : [];
  const term = future ? undefined : [...near, ...terms].find((d) => isTerm(d, day));
  const told = input.status === 'planned' ? near.map((d) => nextYears(d, day)) : near;
  const days = told.filter((d) => d.mention.type !== 'DURATION' && d !== term);
  const fitting =
    narrowest(days.filter((d) => isAhead(d, day) === future)) ?? days.find((d) => takesItsOwn(input, d, day));
  const due = future && fitting && isAhead(fitting, day) ? dueOf(fitting, said) : null;
  const open = future && fitting && DEADLINE.has(fitting.mention.signal) ? from(day, fitting) : null;
  const owed = input.kind === 'measure' || input.kind === 'plan' || input.kind === 'agreement';
  const set = term && SETS_TERMS.has(input.kind) ? dueOf(term, said) : null;
  const keeps = due && (DEADLINE.has(fitting!.mention.signal) || owed) ? due : set;
  if (open) return { occurs: open, said, due: keeps };
  if (fitting) return { occurs: occursOf(fitting), said, due: keeps };
  if (future) return { occurs: openFrom(input.report), said, due: keeps };
  const heard = input.kind === 'statement' ? (said ?? input.inherited) : (input.inherited ?? said);
  const occurs = heard ?? defaultDay(input);
  return { occurs, said, due: set ? dueOf(countedFrom(term!, occurs), said) : keeps };
}

/** "Backed its bid for the term 2031-2033": what has been said was not said in a time still to come. */
function takesItsOwn({ kind, status }: TimeInput, date: PlacedDate, day: string | null): boolean {
  return date.place === 'own' && !(kind === 'statement' && status === 'happened' && isAhead(date, day));
}

/** Acts that set others a term: an order to leave, a demand. */
const SETS_TERMS: ReadonlySet<string> = new Set(['measure', 'statement']);

/** "asked to leave within 48 hours", "extended until July": what is done today does not happen at the end of its term. */
function isTerm({ mention, value }: PlacedDate, day: string | null): boolean {
  if (day === null || value.latest === null || value.latest <= day)
    return mention.signal === 'within' && mention.type === 'DURATION';
  return TERM_SIGNALS.has(mention.signal);
}

const TERM_SIGNALS: ReadonlySet<string> = new Set(['by', 'until', 'before', 'within']);

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
  const { latest } = termOf(date);
  if (day === null || latest === null || !['by', 'before', 'within', 'until'].includes(signal)) return null;
  if (latest <= day) return null;
  return {
    edtf: `[${day}..${latest}]`,
    earliest: day,
    latest,
    grain: 'span',
    reason: `between the report and the term "${date.mention.text}"`,
    text: date.mention.text,
  };
}

/** "Before June" ends with the last day of May, "before the end of June" with the end itself. */
function termOf({ mention, value }: PlacedDate): DateValue {
  const latest = mention.signal === 'before' ? (mention.stretch?.latest ?? null) : null;
  if (latest === null || latest === value.latest) return value;
  return { ...value, edtf: `[..${latest}]`, earliest: null, latest, grain: 'span' };
}

function dueOf(date: PlacedDate, said: Occurs | null): Due {
  const term = termOf(date);
  const text = date.mention.signalSpan ? `${signalWords(date)} ${date.mention.text}`.trim() : date.mention.text;
  const start = said?.earliest ?? null;
  const open = ['by', 'before', 'within', 'until'].includes(date.mention.signal);
  const exact = term.earliest === term.latest;
  const ranged = open && !exact && start !== null && term.latest !== null && start < term.latest;
  const value = ranged ? { ...term, edtf: `[${start}..${term.latest}]`, earliest: start } : term;
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
    const week = addDays(day, -7);
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
  const before = addDays(day, -1);
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
