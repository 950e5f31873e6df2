/** What the words say before anything is resolved: an underspecified time. Patterns give these, resolvers read them. */
import type { Part, Season } from './time.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'
  | 'period';

/** A count: a number, or X for "several". */
export type Count = number | 'X';

/** What a relative time is counted from: the publication day, or the last time the text set. */
type CountedFrom = 'published' | 'text' | 'event';

export type Sketch =
  | {
      readonly as: 'date';
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      readonly weekday?: number;
      readonly era?: string;
      readonly rel?: number;
      /** Year, month and day in figures. */
      readonly ymd?: readonly [number, number, number];
      /** Whether the figures leave open which is the month. */
      readonly doubtful?: boolean;
      /** Two last digits of a year that follows `after` in a range. */
      readonly short?: number;
      readonly after?: number;
    }
  | { readonly as: 'weekday'; readonly weekday: number; readonly rel?: number; readonly week?: number }
  | { readonly as: 'unit'; readonly unit: Unit; readonly rel: number; readonly from: CountedFrom }
  | {
      readonly as: 'offset';
      readonly n: Count;
      readonly unit: Unit;
      /** A length found by an earlier pass, in place of count and unit. */
      readonly length?: Sketch;
      readonly dir: number;
      readonly from: CountedFrom;
      readonly base?: Sketch;
    }
  | {
      readonly as: 'quarter' | 'half';
      readonly n: number;
      readonly year?: number;
      readonly rel?: number;
    }
  | {
      readonly as: 'season';
      readonly season: Season;
      readonly year?: number;
      readonly era?: string;
      readonly rel?: number;
      /** "The following summer": counted from what the text told last. */
      readonly from?: 'text';
    }
  | { readonly as: 'decade'; readonly decade?: number; readonly name?: string; readonly era?: string }
  | { readonly as: 'century'; readonly n: number; readonly era?: string }
  | {
      readonly as: 'holiday';
      readonly month?: number;
      readonly day?: number;
      readonly easter?: number;
      /** Nth weekday of the month; -1 is the last; `plus` days are added. */
      readonly nth?: number;
      readonly plus?: number;
      readonly weekday?: number;
      readonly year?: number;
      readonly rel?: number;
    }
  | {
      readonly as: 'duration';
      readonly n?: Count;
      readonly half?: number;
      readonly unit: Unit;
      /** Ends on, or begins with, the publication day. */
      readonly side?: 'past' | 'next' | 'first';
    }
  | {
      readonly as: 'set';
      readonly timex?: string;
      readonly unit?: Unit;
      readonly n?: Count;
      readonly two?: string;
      readonly weekday?: number;
      readonly month?: number;
      readonly season?: Season;
      readonly part?: string;
    }
  | { readonly as: 'reference'; readonly ref: string; readonly adjective?: boolean }
  | {
      readonly as: 'clock';
      readonly clock?: string;
      readonly hour?: number;
      readonly name?: string;
      readonly ampm?: string;
      readonly zone?: string;
    }
  | {
      readonly as: 'daypart';
      readonly part?: string;
      readonly clock?: Sketch;
      readonly on?: Sketch;
      readonly rel?: number;
      readonly from?: CountedFrom;
    }
  | { readonly as: 'part'; readonly part: Part | 'earlier' | 'later'; readonly of: Sketch }
  | { readonly as: 'within'; readonly inner: Sketch; readonly outer: Sketch }
  | { readonly as: 'join'; readonly a: Sketch; readonly b: Sketch }
  | { readonly as: 'range'; readonly from: Sketch; readonly to: Sketch }
  | { readonly as: 'ordinal'; readonly n: number; readonly unit: Unit; readonly of: Sketch }
  | { readonly as: 'edge'; readonly side: number; readonly length: Sketch; readonly of: Sketch }
  | { readonly as: 'year-ago'; readonly unit?: Unit; readonly n?: number }
  | {
      readonly as: 'period';
      readonly which: 'latest' | 'same' | 'in-year';
      readonly unit: Unit;
      readonly year?: number;
    }
  | { readonly as: 'none' };

/** Fills a rule's `gives` with what the pattern captured; captures that are absent leave no field. */
export function fillSketch(gives: object, captures: Readonly<Record<string, unknown>>): Sketch {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(gives)) {
    if (typeof value === 'string' && value.startsWith('$')) {
      const got = captures[value.slice(1)];
      if (got !== undefined) out[key] = got;
    } else if (typeof value === 'object' && value !== null) out[key] = fillSketch(value, captures);
    else out[key] = value;
  }
  return out as unknown as Sketch;
}

/** The unit a sketch is made of, as patterns of later passes call it: "day", "month", "year" ... */
export function unitOf(s: Sketch): string {
  switch (s.as) {
    case 'date':
      return s.day !== undefined ? 'day' : s.month !== undefined ? 'month' : 'year';
    case 'weekday':
    case 'holiday':
      return 'day';
    case 'unit':
      return s.unit;
    case 'offset':
      return s.length ? unitOf(s.length) : s.unit;
    case 'duration':
      return `${s.unit}-long`;
    case 'part':
      return unitOf(s.of);
    case 'within':
      return unitOf(s.inner);
    case 'join':
      return unitOf(s.b);
    case 'ordinal':
      return s.unit;
    case 'year-ago':
      return s.unit ?? 'year';
    case 'period':
      return s.unit;
    case 'daypart':
      return 'daypart';
    default:
      return s.as;
  }
}

/** Classes under which a time found by an earlier pass is seen by the patterns of the next. */
export function sketchClasses(s: Sketch): { readonly name: string; readonly value: Sketch }[] {
  const unit = unitOf(s);
  const names = [`@${s.as}`, `@is-${unit}`, '@any'];
  const free = s.as === 'date' && s.year === undefined && s.rel === undefined;
  if (s.as === 'duration' && typeof s.n === 'number') names.push('@counted');
  if (free && s.day === undefined) names.push('@free-month');
  if (free && s.day !== undefined) names.push('@free-day');
  if (s.as === 'date' && s.day !== undefined) names.push('@day-date');
  if (s.as === 'date' && s.month === undefined) names.push('@plain-year');
  if (!['duration', 'set', 'reference', 'clock', 'daypart', 'range', 'none'].includes(s.as)) {
    names.push('@time');
    if (unit !== 'day' && unit !== 'hour' && unit !== 'minute' && s.as !== 'part') names.push('@stretch');
  }
  return names.map((name) => ({ name, value: s }));
}
