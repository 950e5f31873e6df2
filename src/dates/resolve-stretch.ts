/** Quarters, halves, seasons, decades, centuries; parts of stretches, stretches inside others, ranges. */
import { type DayNumber, fromDayNumber } from '../model/calendar.ts';
import { NO_ANCHOR, type Resolution, unresolved } from './resolution.ts';
import { baseFor, leaningOf, nearestYear } from './resolve-date.ts';
import { ahead, back, lengthTimex, stretchAt } from './resolve-relative.ts';
import { type Setting, textBase } from './setting.ts';
import type { Sketch, Unit } from './sketch.ts';
import { boundsOf, dayTime, type Part, printTime, type Time, timexOf, weekOf } from './time.ts';

type Of<K extends Sketch['as']> = Extract<Sketch, { readonly as: K }>;

/** Resolves a sketch inside another; handed in, so that the files do not import each other in a circle. */
type Resolve = (sketch: Sketch) => Resolution | null;

export function resolveYearly(sketch: Of<'quarter' | 'half'> | Of<'season'>, s: Setting): Resolution | null {
  if (sketch.as !== 'season' && sketch.n > (sketch.as === 'quarter' ? 4 : 2)) return null;
  const make = (year: number): Time =>
    sketch.as === 'season' ? { grain: 'season', year, season: sketch.season } : { grain: sketch.as, year, n: sketch.n };
  if (sketch.year !== undefined) {
    const year = sketch.as === 'season' && sketch.era === 'bc' ? 1 - sketch.year : sketch.year;
    return named(make(year));
  }
  const base = sketch.as === 'season' && sketch.from === 'text' ? (textBase(s) ?? baseFor(s)) : baseFor(s);
  if (base === null) return unresolved('DATE', timexOf(make(2024)).replace(/^\d{4}/, 'XXXX'), 'The year is not told.');
  return nearestYear(make, base, s, sketch.rel);
}

function named(time: Time, explicitYear = true): Resolution {
  return {
    type: 'DATE',
    time,
    anchor: NO_ANCHOR,
    direction: 'named in full',
    reason: `${printTime(time)}: the words name the year.`,
    explicitYear,
  };
}

const TENS: Readonly<Record<string, number>> = {
  twenties: 2,
  thirties: 3,
  forties: 4,
  fifties: 5,
  sixties: 6,
  seventies: 7,
  eighties: 8,
  nineties: 9,
};

export function resolveDecade(sketch: Of<'decade'>): Resolution {
  const decade = sketch.decade ?? 190 + (TENS[sketch.name ?? ''] ?? 9);
  return named({ grain: 'decade', decade: sketch.era === 'bc' ? -decade - 1 : decade });
}

export function resolveCentury(sketch: Of<'century'>): Resolution {
  const century = sketch.era === 'bc' ? -sketch.n : sketch.n - 1;
  return named({ grain: 'century', century });
}

export function resolvePart(sketch: Of<'part'>, s: Setting, resolve: Resolve): Resolution | null {
  const of = resolve(sketch.of);
  if (of === null || of.time === null) return of && { ...of, modifier: sketch.part };
  if (sketch.part === 'earlier' || sketch.part === 'later') return cutAtAnchor(sketch.part, of, s);
  const time: Time = { grain: 'part', of: of.time, part: sketch.part };
  const words: Partial<Record<Part, string>> = {
    about: 'or about then',
    mid: 'the middle of it',
    'first-half': 'the first half of it',
    'second-half': 'the second half of it',
  };
  const which = words[sketch.part] ?? `the ${sketch.part.replace('-', ' ')} of it`;
  const reason = `${of.reason.replace(/\.$/, '')}; ${which}, ${printTime(time)}.`;
  return { ...of, time, modifier: sketch.part, reason };
}

/** "Earlier this month" ends with the day it is said on; the name stays that of the month. */
function cutAtAnchor(part: 'earlier' | 'later', of: Resolution, s: Setting): Resolution {
  const whole = of.time as Time;
  const { first, last } = boundsOf(whole);
  const cut = of.anchor.kind === 'published' ? s.published : s.lastDay && boundsOf(s.lastDay.time).last;
  const base = { ...of, timex: timexOf(whole), modifier: part };
  if (cut === null || first === null || last === null || cut < first || cut > last) return base;
  const day = dayTime(cut);
  const time: Time = {
    grain: 'range',
    from: part === 'earlier' ? dayTime(first) : day,
    to: part === 'earlier' ? day : dayTime(last),
    whole: false,
  };
  return {
    ...base,
    time,
    reason: `${of.reason.replace(/\.$/, '')}; ${part === 'earlier' ? 'up to' : 'from'} the day it was said.`,
  };
}

/** "July last year": the outer time gives the year that the inner one lacks. */
export function resolveWithin(sketch: Of<'within'>, s: Setting, resolve: Resolve): Resolution | null {
  const outer = resolve(sketch.outer);
  const year = outer?.time && boundsOf(outer.time).first;
  if (!outer || year === null || year === undefined) return resolve(sketch.inner);
  const { year: y, month } = fromDayNumber(year);
  const dayOnly = sketch.inner.as === 'date' && sketch.inner.month === undefined;
  const inYear = { ...sketch.inner, year: y, ...(dayOnly ? { month } : {}) } as Sketch;
  const inner = resolve(inYear);
  if (!inner?.time) return inner;
  const read: Resolution = {
    ...inner,
    anchor: outer.anchor,
    direction: outer.direction,
    reason: `${printTime(inner.time)}: in ${outer.reason}`,
    explicitYear: outer.explicitYear ?? false,
  };
  return acrossNewYear(sketch, inner.time, read, s);
}

/** "In January this year", said of the future in December, means the year that is about to begin. */
function acrossNewYear(sketch: Of<'within'>, time: Time, read: Resolution, s: Setting): Resolution {
  const { outer } = sketch;
  if (
    s.published === null ||
    outer.as !== 'unit' ||
    outer.unit !== 'year' ||
    outer.rel !== 0 ||
    outer.from !== 'published'
  )
    return read;
  const month = fromDayNumber(s.published).month;
  const lean = leaningOf(s).side;
  const { first, last } = boundsOf(time);
  const wrongSide =
    lean > 0
      ? month >= 11 && (last ?? 0) < s.published - 60
      : lean < 0 && month <= 2 && (first ?? 0) > s.published + 60;
  if (!wrongSide || !('year' in time)) return read;
  const moved = { ...time, year: time.year + lean } as Time;
  const reason = `${printTime(moved)}: printed as "this year", but ${s.cue.word ? `"${s.cue.word}" points` : 'the words point'} across New Year from the publication day; corrected.`;
  return {
    ...read,
    time: moved,
    reason,
    direction: 'corrected across New Year',
    modifier: 'corrected',
    alternatives: [{ time, weight: 0.2 }],
  };
}

/** "The last week of May", "the first ten days of April": counted inside the stretch, weeks as blocks of seven days. */
export function resolveOrdinal(sketch: Of<'ordinal'>, resolve: Resolve): Resolution | null {
  const of = resolve(sketch.of);
  if (!of?.time) return of;
  const { first, last } = boundsOf(of.time);
  if (first === null || last === null) return of;
  const { from, to } = insideOf(sketch, first, last);
  const time: Time =
    from === to ? dayTime(from) : { grain: 'range', from: dayTime(from), to: dayTime(to), whole: false };
  const timex = sketch.unit === 'week' ? timexOf(weekOf(sketch.n < 0 ? to : from)) : undefined;
  return { ...of, time, ...(timex ? { timex } : {}), reason: `${printTime(time)}: counted inside ${of.reason}` };
}

function insideOf(
  sketch: Of<'ordinal'>,
  first: DayNumber,
  last: DayNumber,
): { readonly from: DayNumber; readonly to: DayNumber } {
  const step = sketch.unit === 'day' ? 1 : 7;
  if (sketch.n < 0) return { from: Math.max(first, last - step + 1), to: last };
  const from = Math.min(last, first + step * (sketch.n - 1));
  return { from, to: Math.min(last, from + step - 1) };
}

/** "The first ten days of April", "the last two weeks of 1998": a length at one end of a stretch. */
export function resolveEdge(sketch: Of<'edge'>, resolve: Resolve): Resolution | null {
  const of = resolve(sketch.of);
  const { length, side } = sketch;
  if (!of?.time || length.as !== 'duration' || typeof length.n !== 'number') return of;
  const { first, last } = boundsOf(of.time);
  if (first === null || last === null) return of;
  const from = side < 0 ? Math.max(first, startBefore(last, length.n, length.unit)) : first;
  const to = side < 0 ? last : Math.min(last, endAfter(first, length.n, length.unit));
  const time: Time = { grain: 'range', from: dayTime(from), to: dayTime(to), whole: true };
  const timex = lengthTimex(length.n, length.unit);
  return {
    ...of,
    type: 'DURATION',
    time,
    timex,
    within: of.time,
    reason: `${printTime(time)}: counted inside ${of.reason}`,
  };
}

function endAfter(first: DayNumber, n: number, unit: Unit): DayNumber {
  const end = boundsOf(ahead(first, n, unit)).last ?? first;
  return Math.max(first, end - 1);
}

function startBefore(last: DayNumber, n: number, unit: Unit): DayNumber {
  if (unit === 'day' || unit === 'week') return last - n * (unit === 'day' ? 1 : 7) + 1;
  return boundsOf(back(last + 1, n, unit)).first ?? last;
}

/** A weekday beside its date: the date counts, and the weekday confirms its year. */
export function resolveJoin(sketch: Of<'join'>, resolve: Resolve): Resolution | null {
  return resolve(sketch.b);
}

export function resolveRange(sketch: Of<'range'>, resolve: Resolve): Resolution | null {
  const from = resolve(borrowed(sketch.from, sketch.to));
  const to = forward(sketch.to, from, resolve(sketch.to));
  if (!from?.time || !to?.time) return from ?? to;
  const start = boundsOf(from.time).first;
  const end = boundsOf(to.time).last;
  if (start !== null && end !== null && start > end) {
    return { ...from, problem: { code: 'DATE-002', what: `${printTime(from.time)} to ${printTime(to.time)}` } };
  }
  const time: Time = { grain: 'range', from: from.time, to: to.time, whole: true };
  const named = from.explicitYear === true && to.explicitYear === true;
  const why = named ? 'the words name both ends' : to.reason.slice(to.reason.indexOf(': ') + 2).replace(/\.$/, '');
  return { ...from, time, reason: `${printTime(from.time)} to ${printTime(to.time)}: ${why}.` };
}

/** "June to February": an end without a year lies after the beginning. */
function forward(sketch: Sketch, from: Resolution | null, to: Resolution | null): Resolution | null {
  const free = sketch.as === 'date' && sketch.year === undefined && sketch.rel === undefined && !sketch.ymd;
  if (!free || !from?.time || !to?.time || !('year' in to.time)) return to;
  const start = boundsOf(from.time).first;
  const end = boundsOf(to.time).last;
  if (start === null || end === null || start <= end) return to;
  const year = fromDayNumber(start).year;
  const same: Time = { ...to.time, year };
  const later: Time = { ...to.time, year: year + 1 };
  return { ...to, time: (boundsOf(same).last ?? 0) >= start ? same : later };
}

/** "From 3 to 5 April 2021": the first end takes the year that stands with the second. */
function borrowed(from: Sketch, to: Sketch): Sketch {
  if (
    from.as === 'date' &&
    to.as === 'date' &&
    from.year === undefined &&
    to.year !== undefined &&
    from.month !== undefined
  )
    return { ...from, year: to.year };
  return from;
}

/** "The year-ago quarter": the same stretch a year before the last one named. */
export function resolveYearAgo(s: Setting): Resolution {
  const q = s.lastQuarter;
  if (q !== null && 'year' in q.time) {
    const time = { ...q.time, year: q.time.year - 1 } as Time;
    const anchor = { kind: 'text', span: q.span, edtf: timexOf(q.time) } as const;
    return {
      type: 'DATE',
      time,
      anchor,
      direction: 'a year before',
      reason: `${printTime(time)}: a year before "${q.text}".`,
    };
  }
  const base = baseFor(s);
  if (base === null) return unresolved('DATE', 'XXXX', 'There is nothing to count from.');
  const time = stretchAt('year', base.day, -1);
  return {
    type: 'DATE',
    time,
    anchor: base.anchor,
    direction: 'a year before',
    reason: `${printTime(time)}: a year before ${base.phrase}.`,
  };
}

/** "The latest quarter", "the quarter", "the 1988 period": back to the quarter the report is about. */
export function resolvePeriod(sketch: Of<'period'>, s: Setting): Resolution | null {
  const q = s.lastQuarter;
  if (q === null) return withoutQuarter(sketch, s);
  const time = (sketch.year === undefined || !('year' in q.time) ? q.time : { ...q.time, year: sketch.year }) as Time;
  const anchor = { kind: 'text', span: q.span, edtf: timexOf(q.time) } as const;
  return {
    type: 'DATE',
    time,
    anchor,
    direction: 'same stretch',
    reason: `${printTime(time)}: the stretch set by "${q.text}".`,
    explicitYear: sketch.year !== undefined,
  };
}

/** Without a quarter in the text, "the latest" is the last one over; "the quarter" alone is nothing to file by. */
function withoutQuarter(sketch: Of<'period'>, s: Setting): Resolution | null {
  if (sketch.year !== undefined) return named({ grain: 'year', year: sketch.year });
  const base = sketch.which === 'latest' ? baseFor(s) : null;
  if (base === null) return null;
  const time = stretchAt('quarter', base.day, -1);
  return {
    type: 'DATE',
    time,
    anchor: base.anchor,
    direction: 'the last one over',
    reason: `${printTime(time)}: the last quarter that was over on ${base.phrase}.`,
  };
}
