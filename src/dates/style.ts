/** Tells background prose, which dates itself as it goes, from news, which counts from its publication day. */
import { type DayNumber, fromDayNumber } from './calendar.ts';
import type { Found, Style } from './recognise.ts';

/** Below this many times a text is too short to tell a story of its own. */
const LEAST = 12;

/**
 * Narrative where explicit dates of other years are many and words such as "today" or bare weekdays are few.
 * One in ten, and one in two, are far from both kinds: news has a third of the first and hardly any of the second.
 */
export function styleOf(found: readonly Found[], published: DayNumber | null): Style {
  if (found.length < LEAST) return 'news';
  const here = published === null ? null : fromDayNumber(published).year;
  let told = 0;
  let present = 0;
  let dates = 0;
  for (const { sketch: s } of found) {
    if (s.as === 'duration' || s.as === 'set' || s.as === 'reference') continue;
    dates++;
    if (s.as === 'date' && s.year !== undefined && s.year !== here && s.year !== (here ?? 0) - 1) told++;
    else if (s.as === 'weekday' || (s.as === 'unit' && s.from === 'published')) present++;
  }
  return told >= dates * 0.35 && present <= dates * 0.15 ? 'narrative' : 'news';
}
