/** TIMEX3 of a text, for measurement and for other people's pipelines: a pure function of the same readings. */
import type { DateMention } from '../model/index.ts';
import { type FindOptions, resolveText } from './find-dates.ts';
import { timexValue } from './mention.ts';
import type { Resolved } from './resolve.ts';
import { type Time, timexOf } from './time.ts';

/** A line of TIMEX3 output; offsets in code points, as Python counts them. */
export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: DateMention['type'];
  readonly value: string;
}

/**
 * TIMEX3 annotations of a text. A range is two of them, one for each end, as the annotated corpora have it.
 *
 * @example timex3Of('They met on Thursday.', { published: '2025-02-28', rules })[0]?.value // '2025-02-27'
 */
export function timex3Of(text: string, options: FindOptions): Timex[] {
  const points = codePoints(text);
  return resolveText(text, options)
    .resolved.flatMap(split)
    .map((t) => ({ ...t, text: text.slice(t.start, t.end), start: points(t.start), end: points(t.end) }));
}

function split(r: Resolved): Omit<Timex, 'text'>[] {
  const { found, resolution } = r;
  const { time } = resolution;
  const whole = { start: found.start, end: found.end, type: resolution.type, value: timexValue(resolution) };
  if (found.ends.length !== 2 || time?.grain !== 'range') return [whole];
  if (found.sketch.as === 'edge') return edge(r);
  return found.ends.flatMap((end, i) => {
    const side: Time | null = i === 0 ? time.from : time.to;
    return side === null ? [] : [{ start: end.start, end: end.end, type: resolution.type, value: timexOf(side) }];
  });
}

/** "The first nine months of 1989" is a length and a year. */
function edge({ found, resolution }: Resolved): Omit<Timex, 'text'>[] {
  const [length, of] = found.ends;
  if (!length || !of || !resolution.within) return [];
  return [
    { ...length, type: 'DURATION', value: timexValue(resolution) },
    { ...of, type: 'DATE', value: timexOf(resolution.within) },
  ];
}

/** UTF-16 offset to code points; one pass over the text. */
function codePoints(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const high: number[] = [];
  for (let i = 0; i < text.length; i++) if (/[\udc00-\udfff]/.test(text.charAt(i))) high.push(i);
  return (offset) => offset - countBelow(high, offset);
}

function countBelow(sorted: readonly number[], limit: number): number {
  let lo = 0;
  let hi = sorted.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((sorted[mid] as number) < limit) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
