/** Tells background prose, which dates itself as it goes, from news, which counts from its publication day. */
import { type DayNumber, fromDayNumber } from '../model/calendar.ts';
import type { Found, Style } from './recognise.ts';

/** Below this many times a text is too short to tell a story of its own. */
const LEAST = 12;

/**
 * Narrative where dates of other years are many, and words counted from the publication day ("today", a bare weekday) are few:
 * at most one to eight dates of the calendar. A report on the day's events has at least one in three.
 */
export function styleOf(found: readonly Found[], published: DayNumber | null): Style {
  if (found.length < LEAST) return 'news';
  const here = published === null ? null : fromDayNumber(published).year;
  let told = 0;
  let free = 0;
  let near = 0;
  let present = 0;
  for (const { sketch: s } of found) {
    if (s.as === 'date' && s.year !== undefined) {
      if (here === null || Math.abs(s.year - here) > 1) told++;
      else near++;
    } else if (s.as === 'date') free++;
    else if (s.as === 'weekday' || (s.as === 'unit' && s.from === 'published')) present++;
  }
  return told >= 5 && told > near && present * 8 <= told + free ? 'narrative' : 'news';
}
