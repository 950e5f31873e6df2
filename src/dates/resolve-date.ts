/** Dates of the calendar with a part left out: the missing year is chosen by nearness, tense and preposition. */
import {
  addMonths,
  type DayNumber,
  easter,
  fromDayNumber,
  isRealDay,
  toDayNumber,
  weekdayOf,
} from '../model/calendar.ts';
import { NO_ANCHOR, type Resolution, unresolved } from './resolution.ts';
import { type Base, type Focus, focusBase, publishedBase, type Setting, usualBase } from './setting.ts';
import type { Sketch } from './sketch.ts';
import { boundsOf, dayTime, printTime, type Time, timexOf } from './time.ts';

type Of<K extends Sketch['as']> = Extract<Sketch, { readonly as: K }>;

export function resolveDate(sketch: Of<'date'>, s: Setting): Resolution | null {
  if (sketch.ymd) return figures(sketch.ymd, sketch.doubtful === true);
  const year = yearOf(sketch, s);
  if (year === null) return null;
  if (year === undefined) return withoutYear(sketch, s);
  const time = toTime(year, sketch.month, sketch.day);
  if (time === null) return impossible(year, sketch.month, sketch.day);
  return explicit(time, 'the words name the year');
}

function explicit(time: Time, why: string): Resolution {
  const reason = `${printTime(time)}: ${why}.`;
  return { type: 'DATE', time, anchor: NO_ANCHOR, direction: 'named in full', reason, explicitYear: true };
}

function figures([year, month, day]: readonly [number, number, number], doubtful: boolean): Resolution {
  if (!isRealDay({ year, month, day })) return impossible(year, month, day);
  const time: Time = { grain: 'day', year, month, day };
  if (!doubtful) return explicit(time, 'written in figures');
  const other: Time = { grain: 'day', year, month: day, day: month };
  const why = `written in figures; read day first, but month first would be ${printTime(other)}`;
  return { ...explicit(time, why), alternatives: [{ time: other, weight: 0.4 }] };
}

/** A day that does not exist is told as a problem and never turned into a neighbour. */
function impossible(year: number, month = 0, day = 0): Resolution {
  const what = `${day}.${month}.${year}`;
  const reason = 'No such day in the calendar.';
  return { ...unresolved('DATE', 'XXXX-XX-XX', reason), problem: { code: 'DATE-001', what } };
}

/** The year as printed; undefined where none is, null where the figures turn out to be no year. */
function yearOf(sketch: Of<'date'>, s: Setting): number | null | undefined {
  if (sketch.short !== undefined && sketch.after !== undefined) {
    const century = Math.floor(sketch.after / 100) * 100;
    return sketch.short > sketch.after % 100 ? century + sketch.short : null;
  }
  if (sketch.year === undefined) return undefined;
  if (sketch.era === 'bc') return 1 - sketch.year;
  if (sketch.era === 'text') return inTextEra(sketch.year, s);
  return sketch.year;
}

/** "In 480" after "490 BC": a smaller number than the last year, in the same era. */
function inTextEra(n: number, s: Setting): number | null {
  const last = s.focus && boundsOf(s.focus.time).first;
  if (last === null) return null;
  const year = fromDayNumber(last).year;
  return year < 0 && n >= 100 && Math.abs(1 - n - year) < 120 ? 1 - n : null;
}

function toTime(year: number, month?: number, day?: number): Time | null {
  if (month === undefined) return { grain: 'year', year };
  if (day === undefined) return { grain: 'month', year, month };
  return isRealDay({ year, month, day }) ? { grain: 'day', year, month, day } : null;
}

function withoutYear(sketch: Of<'date'>, s: Setting): Resolution | null {
  if (sketch.month === undefined) return dayOnly(sketch, s);
  const { month, day } = sketch;
  if (day !== undefined && !isRealDay({ year: 2024, month, day })) return impossible(0, month, day);
  const base = baseFor(s);
  const open = day === undefined ? `XXXX-${pad(month)}` : `XXXX-${pad(month)}-${pad(day)}`;
  if (base === null) return unresolved('DATE', open, 'The page carries no date and the text sets no year.');
  const make = (year: number): Time => ({ ...(toTime(year, month, day) ?? { grain: 'month', year, month }) }) as Time;
  return nearestYear(make, base, s, sketch.rel);
}

/** "In March 1998 they met; in June they signed": a dated tale goes on in the next sentence. A bare year is only a look aside. */
function goesOn(focus: Focus, s: Setting): boolean {
  const near = focus.paragraph === s.found.paragraph && s.found.sentence - focus.sentence <= 1;
  const told = focus.placed && (focus.time.grain === 'day' || focus.time.grain === 'month');
  return near && told && focus.explicitYear && s.cue.tense === 'past';
}

/** What a date without a year is near to. */
export function baseFor(s: Setting): Base | null {
  const focus = s.focus;
  const published = publishedBase(s);
  if (s.style === 'news' && published && focus && goesOn(focus, s)) {
    const day = boundsOf(focus.time).first;
    if (day !== null && published.day - day > 400) return focusBase(focus);
  }
  return usualBase(s);
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** "The 14th": a day of the month the text is in. */
function dayOnly(sketch: Of<'date'>, s: Setting): Resolution {
  const base = focusBase(s.focus) ?? usualBase(s);
  if (base === null || sketch.day === undefined) return unresolved('DATE', 'XXXX-XX-XX', 'The month is not told.');
  const { year, month } = fromDayNumber(base.day);
  const time = toTime(year, month, sketch.day);
  if (time === null) return unresolved('DATE', 'XXXX-XX-XX', 'The month meant has no such day.');
  const reason = `${printTime(time)}: the month of ${base.phrase}.`;
  return { type: 'DATE', time, anchor: base.anchor, direction: 'same month', reason };
}

type Side = -1 | 0 | 1;

interface Leaning {
  readonly side: Side;
  readonly why: string;
}

const FORWARD_SIGNALS: ReadonlySet<string> = new Set(['by', 'until', 'before', 'starting']);

/** Which side of the anchor the words point to: preposition first, then the tense of the governing verb. */
export function leaningOf(s: Setting): Leaning {
  if (s.signal === 'since') return { side: -1, why: 'preposition "since"' };
  if (s.cue.tense === 'past') return { side: -1, why: `past tense "${s.cue.word}"` };
  if (s.cue.tense === 'future') return { side: 1, why: `future "${s.cue.word}"` };
  if (FORWARD_SIGNALS.has(s.signal)) return { side: 1, why: `preposition "${s.signal}"` };
  if (s.cue.tense === 'perfect') return { side: -1, why: `perfect tense "${s.cue.word}"` };
  return { side: 0, why: '' };
}

/**
 * The year for a stretch that comes every year. `rel` -1 and 1 take the last before and the next after the anchor;
 * otherwise the closest one, unless the tense points clearly to the other side.
 */
export function nearestYear(make: (year: number) => Time, base: Base, s: Setting, rel?: number): Resolution {
  const year = fromDayNumber(base.day).year;
  const options = [year - 1, year, year + 1].map((y) => ({ time: make(y), gap: gapTo(make(y), base.day) }));
  const closest = options.reduce((a, b) => (Math.abs(b.gap) < Math.abs(a.gap) ? b : a));
  const { pick, why } = pickYear(options, closest, base, s, rel);
  const others = options.filter((o) => o !== pick).sort((a, b) => Math.abs(a.gap) - Math.abs(b.gap));
  const reason = `${printTime(pick.time)}: ${placeOf(pick, closest)} ${base.phrase}; ${why}.`;
  const sure = why === AS_A_RULE ? 0.3 : 0.15;
  const alternatives = others.slice(0, 1).map((o) => ({ time: o.time, weight: sure }));
  return { type: 'DATE', time: pick.time, anchor: base.anchor, direction: why, reason, alternatives };
}

const AS_A_RULE = 'times without a year are meant so as a rule';

function placeOf(pick: Option, closest: Option): string {
  if (pick.gap === 0) return 'the one that holds';
  if (pick === closest) return 'the one closest to';
  return pick.gap < 0 ? 'the one before' : 'the one after';
}

interface Option {
  readonly time: Time;
  /** Days from the anchor to the nearer end; 0 where the stretch holds the anchor. */
  readonly gap: number;
}

function gapTo(time: Time, day: DayNumber): number {
  const { first, last } = boundsOf(time);
  if (first === null || last === null) return 0;
  if (last < day) return last - day;
  return first > day ? first - day : 0;
}

function pickYear(
  options: readonly Option[],
  closest: Option,
  base: Base,
  s: Setting,
  rel?: number,
): { pick: Option; why: string } {
  const past = options.filter((o) => o.gap < 0).at(-1) ?? closest;
  const next = options.find((o) => o.gap > 0) ?? closest;
  if (rel === -1) return { pick: past, why: 'the words say "last"' };
  if (rel === 1) return { pick: next, why: 'the words say "next"' };
  if (rel === 0) return { pick: options[1] as Option, why: 'the words say "this"' };
  if (base.anchor.kind === 'text') return narrativeYear(options, closest);
  const lean = leaningOf(s);
  if (isTerm(closest, next, s)) return { pick: next, why: `preposition "${s.signal}"` };
  const term = FORWARD_SIGNALS.has(s.signal);
  if (closest.gap > 0 && lean.side < 0 && !term && contradicts(closest, s, past)) return { pick: past, why: lean.why };
  if (closest.gap < 0 && lean.side > 0 && contradicts(closest, s, next)) return { pick: next, why: lean.why };
  if (closest.gap < -30 && isTimetable(s, next)) return { pick: next, why: `present tense "${s.cue.word}"` };
  const agrees = lean.side !== 0 && Math.sign(closest.gap) === lean.side;
  return { pick: closest, why: agrees ? lean.why : AS_A_RULE };
}

/** "Had extended the waiver until July 31": a term that ran out months ago is hardly news. */
function isTerm(closest: Option, next: Option, s: Setting): boolean {
  return s.signal === 'until' && closest.time.grain === 'day' && closest.gap < -60 && next.gap < 330;
}

/** "Takes over the chair on Jan 1": the present of a single event looks forward. */
function isTimetable(s: Setting, next: Option): boolean {
  const present = s.cue.tense === 'present' || s.cue.tense === 'scheduled';
  const single = next.time.grain === 'day' || next.time.grain === 'season';
  return present && single && s.cue.distance <= 6;
}

/** A day without a year is nearly always the closest one; a month gives way to the tense more easily, though not to a perfect. */
function contradicts(closest: Option, s: Setting, other: Option): boolean {
  if (s.cue.tense === 'perfect' && s.signal !== 'since') return false;
  if (closest.time.grain === 'day')
    return Math.abs(closest.gap) > 60 && Math.abs(other.gap) < 330 && s.cue.distance <= 4;
  if (closest.time.grain === 'month') return s.cue.distance <= 20 || s.signal === 'since';
  return Math.abs(closest.gap) > 45 && s.cue.distance <= 6;
}

/** A tale runs forward: the same year as the last date, the next one where that would lie far back. */
function narrativeYear(options: readonly Option[], closest: Option): { pick: Option; why: string } {
  const same = options[1] as Option;
  const pick = same.gap >= -270 ? same : (options[2] as Option);
  return { pick: Math.abs(closest.gap) <= 45 ? closest : pick, why: 'the text goes on from there' };
}

/** A timetable's present points on; before a possessive ("Tuesday's talks") the verb says nothing about the day. */
function weekdayLeaning(s: Setting): Leaning {
  if (s.owner && s.signal === 'none') return { side: 0, why: '' };
  if (s.cue.tense === 'scheduled' && s.cue.distance <= 5)
    return { side: 1, why: `present of a timetable "${s.cue.word}"` };
  return leaningOf(s);
}

export function resolveWeekday(sketch: Of<'weekday'>, s: Setting): Resolution {
  // In news a bare weekday is counted from the day of publication; another date of the text says nothing about it.
  const base = s.style === 'narrative' ? (focusBase(s.lastDay) ?? usualBase(s)) : publishedBase(s);
  const open = `XXXX-WXX-${sketch.weekday}`;
  if (base === null) return unresolved('DATE', open, 'The page carries no date, so the week is not known.');
  const here = weekdayOf(base.day);
  const back = (here - sketch.weekday + 7) % 7;
  const on = (sketch.weekday - here + 7) % 7;
  if (sketch.week !== undefined)
    return weekdayAt(base.day - here + sketch.weekday + 7 * sketch.week, base, 'the week is named', []);
  if (sketch.rel === -1) return weekdayAt(base.day - (back || 7), base, 'the words say "last"', []);
  if (sketch.rel === 1)
    return weekdayAt(base.day + (on || 7), base, 'the words say "next"', [base.day + (on || 7) + 7]);
  if (sketch.rel === 2) return weekdayAt(base.day + (on || 7) + 7, base, 'a week after the coming one', []);
  const lean = weekdayLeaning(s);
  const forward = lean.side > 0;
  const day = forward ? base.day + on : base.day - back;
  const why = lean.side === 0 ? 'default of weekdays: past or same day' : lean.why;
  return weekdayAt(day, base, why, [forward ? base.day - back : base.day + on]);
}

function weekdayAt(day: DayNumber, base: Base, why: string, others: readonly DayNumber[]): Resolution {
  const side = day === base.day ? 'the day itself,' : day < base.day ? 'before' : 'after';
  const time = dayTime(day);
  const alternatives = others.filter((d) => d !== day).map((d) => ({ time: dayTime(d), weight: 0.1 }));
  return {
    type: 'DATE',
    time,
    anchor: base.anchor,
    direction: why,
    reason: `${printTime(time)}: ${side} ${base.phrase}; ${why}.`,
    alternatives,
  };
}

export function resolveHoliday(sketch: Of<'holiday'>, s: Setting): Resolution {
  if (sketch.year !== undefined) return explicit(holidayIn(sketch, sketch.year), 'the words name the year');
  const base = baseFor(s);
  if (base === null)
    return unresolved('DATE', timexOf(holidayIn(sketch, 2024)).replace(/^\d{4}/, 'XXXX'), 'The year is not told.');
  return nearestYear((year) => holidayIn(sketch, year), base, s, sketch.rel);
}

function holidayIn(h: Of<'holiday'>, year: number): Time {
  if (h.easter !== undefined) return dayTime(toDayNumber(easter(year)) + h.easter);
  const month = h.month ?? 1;
  if (h.nth === undefined || h.weekday === undefined) return { grain: 'day', year, month, day: h.day ?? 1 };
  const first = toDayNumber({ year, month, day: 1 });
  if (h.nth > 0) return dayTime(first + ((h.weekday - weekdayOf(first) + 7) % 7) + 7 * (h.nth - 1) + (h.plus ?? 0));
  const last = toDayNumber(addMonths({ year, month, day: 1 }, 1)) - 1;
  return dayTime(last - ((weekdayOf(last) - h.weekday + 7) % 7));
}
