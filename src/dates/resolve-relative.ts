/** Times told by their distance: "last week", "that year", "three days ago", "two weeks later". */
import { addMonths, type DayNumber, fromDayNumber, weekdayOf } from '../model/calendar.ts';
import { NO_ANCHOR, type Resolution, unresolved } from './resolution.ts';
import { leaningOf } from './resolve-date.ts';
import { type Base, focusBase, publishedBase, type Setting, textBase, usualBase } from './setting.ts';
import type { Count, Sketch, Unit } from './sketch.ts';
import { boundsOf, dayTime, printTime, type Time, timexOf, weekOf } from './time.ts';

type Of<K extends Sketch['as']> = Extract<Sketch, { readonly as: K }>;

export function resolveUnit(sketch: Of<'unit'>, s: Setting): Resolution {
  const base = unitBase(sketch, s);
  if (base === null) return unresolved('DATE', openTimex(sketch.unit), 'The page carries no date to count from.');
  const { rel, unit } = sketch;
  if (unit === 'week' && rel === -1 && weekdayOf(base.day) === 7) return weekFromSunday(base);
  if (sketch.from === 'text' && isCoarser(base.time, unit)) return fromCoarse(sketch, base);
  const time = unit === 'weekend' ? weekend(base.day, rel, s) : stretchAt(unit, base.day, rel);
  const reason = `${printTime(time)}: ${stepWords(unit, rel)} ${base.phrase}.`;
  const direction = `the words say ${rel < 0 ? 'before' : rel > 0 ? 'after' : 'same'}`;
  return { type: 'DATE', time, anchor: base.anchor, direction, reason };
}

const SIZES: Readonly<Record<string, number>> = {
  day: 1,
  instant: 1,
  week: 2,
  weekend: 2,
  month: 3,
  quarter: 4,
  season: 4,
  half: 5,
  year: 6,
  decade: 7,
  century: 8,
};

function isCoarser(time: Time, unit: Unit): boolean {
  return (SIZES[time.grain] ?? 0) > (SIZES[unit] ?? 9);
}

/** "The next day" after something in a month: the day is not known, but within bounds; inside a year not even that. */
function fromCoarse(sketch: Of<'unit'>, base: Base): Resolution {
  const { first, last } = boundsOf(base.time);
  const timex = openTimex(sketch.unit);
  const size = SIZES[base.time.grain] ?? 9;
  if (sketch.unit !== 'day' || size > 4 || first === null || last === null) {
    return unresolved('DATE', timex, `Which ${sketch.unit} of ${base.phrase} is meant is not told.`);
  }
  const time: Time = {
    grain: 'range',
    from: dayTime(first + sketch.rel),
    to: dayTime(last + sketch.rel),
    whole: false,
  };
  const reason = `${printTime(time)}: ${stepWords('day', sketch.rel)} a day of ${base.phrase}, which is not told.`;
  return { type: 'DATE', time, timex, anchor: base.anchor, direction: 'counted from the text', reason };
}

/** "The week before that of", "the day after". */
function stepWords(unit: Unit, rel: number): string {
  if (unit === 'day')
    return rel === 0
      ? 'the day itself,'
      : `${times(rel)}day${Math.abs(rel) > 1 ? 's' : ''} ${rel < 0 ? 'before' : 'after'}`;
  if (rel === 0) return `the ${unit} of`;
  return `${times(rel)}${unit}${Math.abs(rel) > 1 ? 's' : ''} ${rel < 0 ? 'before' : 'after'} that of`;
}

function times(rel: number): string {
  return Math.abs(rel) > 1 ? `${Math.abs(rel)} ` : 'the ';
}

const OWN_UNITS: ReadonlySet<Unit> = new Set<Unit>(['day', 'week', 'weekend']);

function unitBase(sketch: Of<'unit'>, s: Setting): Base | null {
  // Even in background prose "yesterday" and "last month" are the reporter's; "this year" may be the tale's.
  const own = OWN_UNITS.has(sketch.unit) || (sketch.unit === 'month' && sketch.rel !== 0);
  if (sketch.from !== 'text') return (own ? publishedBase(s) : null) ?? usualBase(s);
  return sketch.unit === 'day' || sketch.unit === 'week' ? (focusBase(s.lastDay) ?? textBase(s)) : textBase(s);
}

/** The stretch of a unit that holds `day`, moved by `rel` of them. */
export function stretchAt(unit: Unit, day: DayNumber, rel: number): Time {
  const d = fromDayNumber(day);
  switch (unit) {
    case 'week':
    case 'fortnight':
      return weekOf(day + 7 * rel);
    case 'weekend':
      return weekOf(day + 7 * rel, 'weekend');
    case 'month': {
      const m = addMonths(d, rel);
      return { grain: 'month', year: m.year, month: m.month };
    }
    case 'quarter': {
      const m = addMonths({ ...d, day: 1 }, rel * 3);
      return { grain: 'quarter', year: m.year, n: Math.floor((m.month - 1) / 3) + 1 };
    }
    case 'year':
      return { grain: 'year', year: d.year + rel };
    case 'decade':
      return { grain: 'decade', decade: Math.floor(d.year / 10) + rel };
    case 'century':
      return { grain: 'century', century: Math.floor(d.year / 100) + rel };
    default:
      return dayTime(day + rel);
  }
}

/** "Last week" printed on a Sunday is the week just ending or the one before, as weeks begin on Sunday or Monday: both are kept. */
function weekFromSunday(base: Base): Resolution {
  const before = weekOf(base.day - 7);
  const time: Time = { grain: 'range', from: before, to: dayTime(base.day - 1), whole: false };
  const reason = `${printTime(time)}: the week before ${base.phrase}; as it is a Sunday, the week just ending may be meant, or the one before.`;
  return {
    type: 'DATE',
    time,
    timex: timexOf(before),
    anchor: base.anchor,
    direction: 'the words say before',
    reason,
    alternatives: [
      { time: { grain: 'range', from: dayTime(base.day - 6), to: dayTime(base.day - 1), whole: false }, weight: 0.5 },
    ],
  };
}

/** "The weekend" of a text in the past tense is the one just over. */
function weekend(day: DayNumber, rel: number, s: Setting): Time {
  const weekday = weekdayOf(day);
  if (rel !== 0) return weekOf(day + 7 * rel, 'weekend');
  const back = weekday < 6 && leaningOf(s).side <= 0;
  return weekOf(back ? day - 7 : day, 'weekend');
}

function openTimex(unit: Unit): string {
  const forms: Partial<Record<Unit, string>> = {
    week: 'XXXX-WXX',
    weekend: 'XXXX-WXX-WE',
    month: 'XXXX-XX',
    quarter: 'XXXX-QX',
    year: 'XXXX',
    decade: 'XXX',
    century: 'XX',
  };
  return forms[unit] ?? 'XXXX-XX-XX';
}

export function resolveOffset(sketch: Of<'offset'>, s: Setting, inner: Resolution | null): Resolution {
  const { n, unit, dir } = sketch;
  if (n === 'X') return vague(sketch, s);
  const coarse = inner === null ? coarseOffset(sketch, n, s) : null;
  if (coarse !== null) return coarse;
  const base = inner?.time ? baseOf(inner.time, sketch) : offsetBase(sketch, s);
  if (base === null) {
    if (sketch.from === 'event')
      return {
        ...unresolved('DURATION', lengthTimex(n, unit), 'Counted from an event that the text does not date.'),
        direction: 'none',
      };
    return unresolved('DATE', openTimex(unit), 'There is nothing to count from.');
  }
  const yearAgo = n === 1 && unit === 'year' ? quarterBefore(sketch, s) : null;
  const time = yearAgo ?? moved(base, Math.round(n) * dir, unit, s);
  const reason = `${printTime(time)}: ${n} ${unit}${n === 1 ? '' : 's'} ${dir < 0 ? 'before' : 'after'} ${base.phrase}.`;
  return {
    type: 'DATE',
    time,
    anchor: base.anchor,
    direction: dir < 0 ? 'the words count back' : 'the words count on',
    reason,
  };
}

/** "A day later" than something in a month: no day is known, but bounds are. */
function coarseOffset(sketch: Of<'offset'>, n: number, s: Setting): Resolution | null {
  const { focus } = s;
  if (sketch.from !== 'text' || sketch.unit !== 'day' || focus === null || s.lastDay !== null) return null;
  const near = focus.paragraph === s.found.paragraph && s.found.sentence - focus.sentence <= 2;
  const { first, last } = boundsOf(focus.time);
  if (!near || focus.time.grain === 'year' || first === null || last === null) return null;
  const base = focusBase(focus) as Base;
  const shift = Math.round(n) * sketch.dir;
  const time: Time = { grain: 'range', from: dayTime(first + shift), to: dayTime(last + shift), whole: false };
  const reason = `${n} day${n === 1 ? '' : 's'} ${sketch.dir < 0 ? 'before' : 'after'} a day of ${base.phrase}, which is not told.`;
  return { type: 'DATE', time, timex: 'XXXX-XX-XX', anchor: base.anchor, direction: 'counted from the text', reason };
}

function baseOf(time: Time, sketch: Of<'offset'>): Base | null {
  const { first, last } = boundsOf(time);
  const day = sketch.dir < 0 ? first : last;
  return day === null ? null : { day, time, anchor: NO_ANCHOR, phrase: `${printTime(time)}, named beside it` };
}

function offsetBase(sketch: Of<'offset'>, s: Setting): Base | null {
  if (sketch.from === 'event') return null;
  if (sketch.from === 'published') return publishedBase(s) ?? textBase(s);
  const fine = sketch.unit === 'day' || sketch.unit === 'week';
  if (s.style === 'narrative') return fine ? focusBase(s.lastDay) : textBase(s);
  return fine ? (focusBase(s.lastDay) ?? publishedBase(s)) : textBase(s);
}

/** Reports of results set a quarter against that of the year before. */
function quarterBefore(sketch: Of<'offset'>, s: Setting): Time | null {
  const q = s.lastQuarter;
  if (q === null || sketch.dir > 0 || s.style !== 'news') return null;
  return q.time.grain === 'quarter' ? { ...q.time, year: q.time.year - 1 } : null;
}

/** The grain of the result is that of the unit: "three years ago" is a year, never a day of it. */
function moved(base: Base, steps: number, unit: Unit, s: Setting): Time {
  if (unit === 'day') return dayTime(base.day + steps);
  if (unit === 'week' || unit === 'fortnight') {
    const day = base.day + steps * (unit === 'week' ? 7 : 14);
    return base.anchor.kind === 'text' && s.lastDay !== null ? dayTime(day) : weekOf(day);
  }
  return stretchAt(unit, base.day, steps);
}

/** "A few weeks ago": the side is known, the distance is not. */
function vague(sketch: Of<'offset'>, s: Setting): Resolution {
  const base = sketch.from === 'published' ? publishedBase(s) : textBase(s);
  const length = `P${['hour', 'minute', 'second'].includes(sketch.unit) ? 'T' : ''}X${LETTERS[sketch.unit] ?? 'X'}`;
  const ref = sketch.dir < 0 ? 'PAST_REF' : 'FUTURE_REF';
  const timex = sketch.from === 'published' ? length : ref;
  if (base === null) return unresolved('DATE', timex, 'How far off is not told, and there is nothing to count from.');
  const end = dayTime(base.day);
  const time: Time =
    sketch.dir < 0
      ? { grain: 'range', from: null, to: end, whole: false }
      : { grain: 'range', from: end, to: null, whole: false };
  const reason = `${sketch.dir < 0 ? 'Before' : 'After'} ${base.phrase}; how many ${sketch.unit}s is not told.`;
  return {
    type: 'DATE',
    time,
    timex,
    anchor: base.anchor,
    direction: sketch.dir < 0 ? 'the words count back' : 'the words count on',
    reason,
  };
}

const LETTERS: Readonly<Partial<Record<Unit, string>>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'L',
  season: 'X',
  period: 'X',
};

/** `P3D`, `PT2H`, `PXM`; decades and centuries are counted in years. */
export function lengthTimex(n: Count, unit: Unit): string {
  if (unit === 'fortnight') return n === 'X' ? 'PXW' : `P${n * 2}W`;
  if (n === 'X') return `P${['hour', 'minute', 'second'].includes(unit) ? 'T' : ''}X${LETTERS[unit] ?? 'X'}`;
  if (n === 0.5) return halfOf(unit);
  if (unit === 'decade') return `P${n * 10}Y`;
  if (unit === 'century') return `P${n * 100}Y`;
  if (unit === 'hour' || unit === 'minute' || unit === 'second') return `PT${n}${LETTERS[unit]}`;
  return `P${n}${LETTERS[unit] ?? 'X'}`;
}

function halfOf(unit: Unit): string {
  const forms: Partial<Record<Unit, string>> = {
    hour: 'PT30M',
    minute: 'PT30S',
    day: 'PT12H',
    week: 'P0.5W',
    month: 'P0.5M',
    year: 'P6M',
    decade: 'P5Y',
    century: 'P50Y',
  };
  return forms[unit] ?? 'PXX';
}

/** Length in days, for bounds; months and years are counted in the calendar by the caller where it matters. */
export function back(day: DayNumber, n: number, unit: Unit): Time {
  const whole = Math.max(1, Math.round(n));
  if (unit === 'year') return { grain: 'year', year: fromDayNumber(day).year - whole };
  if (unit === 'decade') return { grain: 'year', year: fromDayNumber(day).year - whole * 10 };
  if (unit === 'month' || unit === 'quarter') {
    const d = addMonths(fromDayNumber(day), -whole * (unit === 'month' ? 1 : 3));
    return { grain: 'month', year: d.year, month: d.month };
  }
  return dayTime(day - Math.round(n * daysIn(unit)));
}

export function ahead(day: DayNumber, n: number, unit: Unit): Time {
  if (unit === 'month' || unit === 'quarter' || unit === 'year' || unit === 'decade') {
    const months = n * ({ month: 1, quarter: 3, year: 12, decade: 120 } as const)[unit];
    return { grain: 'day', ...addMonths(fromDayNumber(day), Math.round(months)) };
  }
  return dayTime(day + Math.max(0, Math.ceil(n * daysIn(unit))));
}

function daysIn(unit: Unit): number {
  const days: Partial<Record<Unit, number>> = {
    day: 1,
    week: 7,
    weekend: 7,
    fortnight: 14,
    month: 30,
    quarter: 91,
    year: 365,
    decade: 3652,
    century: 36524,
    hour: 1 / 24,
    minute: 0,
    second: 0,
  };
  return days[unit] ?? 1;
}
