/** A time as the calendar knows it, and what follows from it alone: bounds, EDTF, TIMEX3, a printed form. */

import {
  addMonths,
  type DayNumber,
  daysInMonth,
  fromDayNumber,
  isoDay,
  isoWeek,
  isoYear,
  toDayNumber,
  two,
  weekdayOf,
  type Ymd,
} from '../model/calendar.ts';
import type { Grain, IsoDate } from '../model/index.ts';

/** Which stretch of a larger time is meant; the share each takes is in `PARTS`. */
export type Part =
  | 'early'
  | 'mid'
  | 'middle'
  | 'late'
  | 'start'
  | 'end'
  | 'first-half'
  | 'second-half'
  | 'first-months'
  | 'first-days'
  | 'last-days'
  | 'about';

export type Season = 'SP' | 'SU' | 'FA' | 'WI';

/** A stretch of the calendar. `week` starts at its Monday; `century` 19 is the 1900s, `decade` 199 the 1990s. */
export type Time =
  | ({ readonly grain: 'day' } & Ymd)
  | { readonly grain: 'instant'; readonly on: Time; readonly clock: string }
  | { readonly grain: 'week'; readonly monday: DayNumber; readonly only?: 'weekend' }
  | { readonly grain: 'month'; readonly year: number; readonly month: number }
  | { readonly grain: 'quarter' | 'half'; readonly year: number; readonly n: number }
  | { readonly grain: 'season'; readonly year: number; readonly season: Season }
  | { readonly grain: 'year'; readonly year: number }
  | { readonly grain: 'decade'; readonly decade: number }
  | { readonly grain: 'century'; readonly century: number }
  | { readonly grain: 'part'; readonly of: Time; readonly part: Part }
  | { readonly grain: 'range'; readonly from: Time | null; readonly to: Time | null; readonly whole: boolean };

const SEASONS: Readonly<Record<Season, { readonly edtf: string; readonly month: number; readonly name: string }>> = {
  SP: { edtf: '21', month: 3, name: 'spring' },
  SU: { edtf: '22', month: 6, name: 'summer' },
  FA: { edtf: '23', month: 9, name: 'autumn' },
  // Winter is filed under the year in which it begins.
  WI: { edtf: '24', month: 12, name: 'winter' },
};

/** Bounds in day numbers; null is an open end. */
interface Bounds {
  readonly first: DayNumber | null;
  readonly last: DayNumber | null;
}

export function dayTime(n: DayNumber): Time & { grain: 'day' } {
  return { grain: 'day', ...fromDayNumber(n) };
}

export function weekOf(n: DayNumber, only?: 'weekend'): Time {
  const monday = n - weekdayOf(n) + 1;
  return only ? { grain: 'week', monday, only } : { grain: 'week', monday };
}

function months(year: number, month: number, count: number): Bounds {
  const end = addMonths({ year, month, day: 1 }, count - 1);
  return {
    first: toDayNumber({ year, month, day: 1 }),
    last: toDayNumber({ ...end, day: daysInMonth(end.year, end.month) }),
  };
}

/** First and last day that the time can lie on. */
export function boundsOf(t: Time): Bounds {
  switch (t.grain) {
    case 'day':
      return { first: toDayNumber(t), last: toDayNumber(t) };
    case 'instant':
      return boundsOf(t.on);
    case 'week':
      return { first: t.only ? t.monday + 5 : t.monday, last: t.monday + 6 };
    case 'month':
      return months(t.year, t.month, 1);
    case 'quarter':
      return months(t.year, t.n * 3 - 2, 3);
    case 'half':
      return months(t.year, t.n * 6 - 5, 6);
    case 'season':
      return months(t.year, SEASONS[t.season].month, 3);
    case 'year':
      return months(t.year, 1, 12);
    case 'decade':
      return months(t.decade * 10, 1, 120);
    case 'century':
      return months(t.century * 100, 1, 1200);
    case 'part':
      return partBounds(t.of, t.part);
    case 'range':
      return { first: t.from && boundsOf(t.from).first, last: t.to && boundsOf(t.to).last };
  }
}

/** Shares of a stretch, in tenths: a third is counted as a desk officer would ("mid-month" is the 10th to the 20th). */
const PARTS: Readonly<Record<Part, readonly [number, number]>> = {
  early: [0, 1 / 3],
  start: [0, 1 / 6],
  mid: [1 / 3, 2 / 3],
  // "By the middle of the year" means by the end of June.
  middle: [5 / 12, 0.5],
  late: [2 / 3, 1],
  end: [5 / 6, 1],
  'first-half': [0, 0.5],
  'second-half': [0.5, 1],
  'first-months': [0, 0.25],
  'first-days': [0, 1 / 6],
  'last-days': [5 / 6, 1],
  about: [0, 1],
};

function partBounds(of: Time, part: Part): Bounds {
  const { first, last } = boundsOf(of);
  if (first === null || last === null) return { first, last };
  if (part === 'about') return of.grain === 'day' ? { first: first - 3, last: last + 3 } : { first, last };
  const [from, to] = PARTS[part];
  const days = last - first + 1;
  // A day or two has no thirds.
  if (days < 3) return { first, last };
  const whole = wholeUnits(of, first, from, to);
  if (whole !== null) return whole;
  if (of.grain === 'month' && (part === 'mid' || part === 'middle')) return { first: first + 9, last: first + 19 };
  // The first half of a month ends with the 15th, however long the month.
  if (of.grain === 'month' && part === 'first-half') return { first, last: first + 14 };
  if (of.grain === 'month' && part === 'second-half') return { first: first + 15, last };
  return { first: first + Math.round(days * from), last: Math.max(first, first + Math.round(days * to) - 1) };
}

/** Parts of a year run by whole months, those of a decade or century by whole years. */
function wholeUnits(of: Time, first: DayNumber, from: number, to: number): Bounds | null {
  const count = { year: 12, decade: 120, century: 1200 }[of.grain as string];
  if (count === undefined) return null;
  const step = of.grain === 'year' ? 1 : 12;
  const start = Math.round((count / step) * from) * step;
  const length = Math.max(step, Math.round((count / step) * to) * step - start);
  const begin = addMonths(fromDayNumber(first), start);
  return months(begin.year, begin.month, length);
}

/** The grain as the model names it: parts and ranges are spans. */
export function grainOf(t: Time): Grain {
  if (t.grain === 'part') return t.part === 'about' ? grainOf(t.of) : 'span';
  return t.grain === 'range' ? 'span' : t.grain;
}

/** EDTF (ISO 8601-2). Weeks and parts have no form of their own: one day between two others stands for them. */
export function edtfOf(t: Time): string {
  switch (t.grain) {
    case 'day':
      return isoDay(t);
    case 'instant':
      return edtfOf(t.on);
    case 'month':
      return `${isoYear(t.year)}-${two(t.month)}`;
    case 'quarter':
      return `${isoYear(t.year)}-${32 + t.n}`;
    case 'half':
      return `${isoYear(t.year)}-${39 + t.n}`;
    case 'season':
      return `${isoYear(t.year)}-${SEASONS[t.season].edtf}`;
    case 'year':
      return isoYear(t.year);
    case 'decade':
      return t.decade > 0 ? `${String(t.decade).padStart(3, '0')}X` : oneOf(boundsOf(t));
    case 'century':
      return t.century > 0 ? `${two(t.century)}00/${two(t.century)}99` : oneOf(boundsOf(t));
    case 'week':
    case 'part':
      return oneOf(boundsOf(t));
    case 'range':
      return rangeEdtf(t);
  }
}

function rangeEdtf(t: Time & { grain: 'range' }): string {
  if (!t.whole) return oneOf(boundsOf(t));
  return `${t.from ? endpoint(t.from, 'first') : '..'}/${t.to ? endpoint(t.to, 'last') : '..'}`;
}

/** Ends of an interval may be days, months or years; anything else becomes the day at that end. */
function endpoint(t: Time, side: 'first' | 'last'): string {
  if (t.grain === 'day' || t.grain === 'month' || t.grain === 'year') return edtfOf(t);
  const n = boundsOf(t)[side];
  return n === null ? '..' : isoDay(fromDayNumber(n));
}

function oneOf({ first, last }: Bounds): string {
  if (first !== null && first === last) return isoDay(fromDayNumber(first));
  const from = first === null ? '' : isoDay(fromDayNumber(first));
  const to = last === null ? '' : isoDay(fromDayNumber(last));
  return `[${from}..${to}]`;
}

export function isoBounds(t: Time): { readonly earliest: IsoDate | null; readonly latest: IsoDate | null } {
  const { first, last } = boundsOf(t);
  return {
    earliest: first === null ? null : isoDay(fromDayNumber(first)),
    latest: last === null ? null : isoDay(fromDayNumber(last)),
  };
}

/** TIMEX3 years before our era are written as the annotated corpora do: 490 BC is `BC0490`. */
function timexYear(year: number): string {
  return year <= 0 ? `BC${String(1 - year).padStart(4, '0')}` : isoYear(year);
}

/** TIMEX3 value of the same time; of a range, that of its first named end. */
export function timexOf(t: Time): string {
  switch (t.grain) {
    case 'day':
      return `${timexYear(t.year)}-${two(t.month)}-${two(t.day)}`;
    case 'instant':
      return `${timexOf(t.on)}${t.clock}`;
    case 'month':
      return `${timexYear(t.year)}-${two(t.month)}`;
    case 'quarter':
      return `${timexYear(t.year)}-Q${t.n}`;
    case 'half':
      return `${timexYear(t.year)}-H${t.n}`;
    case 'season':
      return `${timexYear(t.year)}-${t.season}`;
    case 'year':
      return timexYear(t.year);
    case 'decade':
      return t.decade < 0 ? `BC${String(-t.decade - 1).padStart(3, '0')}` : String(t.decade).padStart(3, '0');
    case 'century':
      return t.century < 0 ? `BC${two(-t.century - 1)}` : two(t.century);
    case 'week': {
      const w = isoWeek(t.monday);
      return `${timexYear(w.year)}-W${two(w.week)}${t.only ? '-WE' : ''}`;
    }
    case 'part':
      return partTimex(t.of, t.part);
    case 'range':
      return timexOf((t.from ?? t.to) as Time);
  }
}

function partTimex(of: Time, part: Part): string {
  if (of.grain === 'year' && part === 'first-half') return `${timexOf(of)}-H1`;
  if (of.grain === 'year' && part === 'second-half') return `${timexOf(of)}-H2`;
  return timexOf(of);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** "Friday 28 February 2025": for explanations. */
export function printDay(n: DayNumber): string {
  const d = fromDayNumber(n);
  return `${WEEKDAYS[weekdayOf(n) - 1]} ${d.day} ${MONTHS[d.month - 1]} ${printYear(d.year)}`;
}

function printYear(year: number): string {
  return year <= 0 ? `${1 - year} BC` : String(year);
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** The time in words: "the week of Monday 24 February 2025", "the third quarter of 1989". */
export function printTime(t: Time): string {
  switch (t.grain) {
    case 'day':
      return printDay(toDayNumber(t));
    case 'instant':
      return printTime(t.on);
    case 'week':
      return t.only ? `the weekend of ${printDay(t.monday + 5)}` : `the week of ${printDay(t.monday)}`;
    case 'month':
      return `${MONTHS[t.month - 1]} ${printYear(t.year)}`;
    case 'quarter':
    case 'half':
      return `the ${ORDINALS[t.n - 1]} ${t.grain} of ${printYear(t.year)}`;
    case 'season':
      return `${SEASONS[t.season].name} ${printYear(t.year)}`;
    case 'year':
      return printYear(t.year);
    case 'decade':
      return `the ${t.decade * 10}s`;
    case 'century':
      return `the ${t.century * 100}s`;
    case 'part':
    case 'range':
      return printStretch(boundsOf(t));
  }
}

function printStretch({ first, last }: Bounds): string {
  if (first === null) return last === null ? 'any time' : `up to ${printDay(last)}`;
  return last === null ? `from ${printDay(first)} on` : `${printDay(first)} to ${printDay(last)}`;
}
