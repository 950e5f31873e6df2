/** What a report gives for resolving: its publication day, its style, and the time the text has set so far. */

import { type DayNumber, fromDayNumber, isoDay } from '../model/calendar.ts';
import type { Anchor, Span } from '../model/index.ts';
import type { Found, Style } from './recognise.ts';
import type { Cue } from './tense.ts';
import { boundsOf, edtfOf, printDay, printTime, type Time } from './time.ts';

/** A time of the text that later words may be counted from. */
export interface Focus {
  readonly time: Time;
  readonly span: Span;
  readonly text: string;
  readonly paragraph: number;
  readonly sentence: number;
  /** Whether the words named the year themselves. */
  readonly explicitYear: boolean;
  /** Opens its sentence: "In 1976, ...". */
  readonly opens: boolean;
  /** Stands after "in" or "on", so that it places what is told, and does not merely name something. */
  readonly placed: boolean;
}

export interface Setting {
  readonly published: DayNumber | null;
  readonly style: Style;
  readonly cue: Cue;
  readonly signal: string;
  readonly found: Found;
  /** A possessive follows: "Tuesday's talks". */
  readonly owner: boolean;
  /** Last time set by the text. */
  readonly focus: Focus | null;
  /** Last time at least as fine as a month, a day ... */
  readonly lastDay: Focus | null;
  /** Last quarter or half named: reports of results speak of the year before in the same grain. */
  readonly lastQuarter: Focus | null;
}

/** A day to count from, with what is to be told about it. */
export interface Base {
  readonly day: DayNumber;
  readonly time: Time;
  readonly anchor: Anchor;
  /** "Friday 28 February 2025, the publication day" */
  readonly phrase: string;
}

export function publishedBase(s: Setting): Base | null {
  if (s.published === null) return null;
  const time: Time = { grain: 'day', ...fromDayNumber(s.published) };
  return {
    day: s.published,
    time,
    anchor: { kind: 'published', day: isoDay(fromDayNumber(s.published)) },
    phrase: `${printDay(s.published)}, the publication day`,
  };
}

export function focusBase(focus: Focus | null): Base | null {
  if (focus === null) return null;
  const { first, last } = boundsOf(focus.time);
  const day = first ?? last;
  if (day === null) return null;
  return {
    day,
    time: focus.time,
    anchor: { kind: 'text', span: focus.span, edtf: edtfOf(focus.time) },
    phrase: `${printTime(focus.time)}, set by "${focus.text}" in the text`,
  };
}

/** What relative words count from when they point back into the text; the publication day where the text has set nothing. */
export function textBase(s: Setting): Base | null {
  return focusBase(s.focus) ?? publishedBase(s);
}

/** In background prose the text's own clock runs; in news, publication's. */
export function usualBase(s: Setting): Base | null {
  if (s.style === 'narrative') return focusBase(s.focus) ?? publishedBase(s);
  return publishedBase(s) ?? focusBase(s.focus);
}
