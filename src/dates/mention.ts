/** A resolved time in; the mention of the model out, with the stretch that its preposition opens. */

import type { DayNumber } from '../model/calendar.ts';
import type { DateMention, DateValue, RuleId } from '../model/index.ts';
import type { Resolution } from './resolution.ts';
import type { Resolved } from './resolve.ts';
import { ahead } from './resolve-relative.ts';
import { boundsOf, dayTime, edtfOf, grainOf, isoBounds, printDay, type Time, timexOf } from './time.ts';

interface MentionInput {
  readonly resolved: Resolved;
  readonly text: string;
  readonly published: DayNumber | null;
  /** Day the time words are said or last anchored to, for lengths that bound an undertaking. */
  readonly lastDay: DayNumber | null;
}

export function toMention({ resolved, text, published, lastDay }: MentionInput): DateMention {
  const { found, resolution: r, signal } = resolved;
  const pending = pendingOf(resolved, text);
  const term = pending.pending === undefined ? termOf(resolved, published, lastDay) : null;
  const value = r.time === null ? (term?.end ?? null) : dateValue(r.time, r.reason);
  const stretch = term?.whole ?? stretchOf(resolved, published);
  return {
    start: found.start,
    end: found.end,
    text: text.slice(found.start, found.end),
    type: r.type,
    timex: timexValue(r),
    value,
    signal: signal.signal,
    ...(signal.span ? { signalSpan: signal.span } : {}),
    ...(stretch ? { stretch } : {}),
    anchor: r.anchor,
    direction: r.direction,
    ...(r.modifier ? { modifier: r.modifier } : {}),
    ...pending,
    alternatives: (r.alternatives ?? []).map((a) => ({ edtf: edtfOf(a.time), weight: a.weight })),
    rule: `dates/en/${found.rule.id}` satisfies RuleId,
  };
}

export function timexValue(r: Resolution): string {
  return r.timex ?? (r.time === null ? 'XXXX-XX-XX' : timexOf(r.time));
}

function dateValue(time: Time, reason: string): DateValue {
  return { edtf: edtfOf(time), ...isoBounds(time), grain: grainOf(time), reason };
}

/** What the preposition makes of the time: since X runs to the publication, by X begins with it. */
function stretchOf({ resolution: r, signal, found }: Resolved, published: DayNumber | null): DateValue | null {
  const here = published === null ? null : dayTime(published);
  // A range is its own stretch, and "until recently" ends nowhere in particular.
  if (r.time === null || found.sketch.as === 'range' || found.sketch.as === 'reference') return null;
  const { first, last } = boundsOf(r.time);
  const range = (from: Time | null, to: Time | null, why: string): DateValue =>
    dateValue({ grain: 'range', from, to, whole: true }, `${r.reason.replace(/\.$/, '')}; ${why}.`);
  const deadline = (why: string): DateValue | null =>
    last === null ? null : range(published !== null && published <= last ? here : null, dayTime(last), why);
  switch (signal.signal) {
    case 'since':
      return range(
        r.time,
        published !== null && first !== null && first <= published ? here : null,
        '"since": from then up to the publication',
      );
    case 'from':
    case 'starting':
    case 'as-of':
      return range(r.time, null, 'from then on');
    case 'after':
      return last === null ? null : range(dayTime(last), null, 'after it');
    case 'by':
    case 'until':
      return deadline(`"${signal.signal}": its last day is the end`);
    case 'before':
      return beforeStretch(r, first, published, range);
    default:
      return null;
  }
}

/** "Before June" ends with 31 May; "before the end of June" with the end itself. */
function beforeStretch(
  r: Resolution,
  first: DayNumber | null,
  published: DayNumber | null,
  range: (from: Time | null, to: Time | null, why: string) => DateValue,
): DateValue | null {
  const last = r.modifier === 'end' && r.time ? boundsOf(r.time).last : first === null ? null : first - 1;
  if (last === null) return null;
  const from = published !== null && published <= last ? dayTime(published) : null;
  return range(from, dayTime(last), '"before": it ends there');
}

/** "Within 30 days" without a word on when they begin: counted from the last day the text names, else from the publication. */
function termOf(
  { found, resolution, signal }: Resolved,
  published: DayNumber | null,
  lastDay: DayNumber | null,
): { end: DateValue; whole: DateValue } | null {
  const { sketch } = found;
  const start = lastDay ?? published;
  if (signal.signal !== 'within' || resolution.time !== null || start === null) return null;
  if (sketch.as !== 'duration' || typeof sketch.n !== 'number') return null;
  const to = ahead(start, sketch.n, sketch.unit);
  const anchor = lastDay === null ? 'the publication day' : 'the last day the text names';
  const why = `${sketch.n} ${sketch.unit}s counted from ${printDay(start)}, ${anchor}; the words do not name their start.`;
  return { end: dateValue(to, why), whole: dateValue({ grain: 'range', from: dayTime(start), to, whole: true }, why) };
}

/** What follows "after" or "from": up to five words of the event. "Of" starts one only behind "within": "two days of talks" are no term. */
const EVENT = '\\s+((?:the |a |an |his |her |their |its )?[^\\s.,;:()]+(?: [^\\s.,;:()]+){0,4})';
const PENDING = new RegExp(`^\\s*(?:after|from|following|before|upon|since)${EVENT}`);
const PENDING_OF = new RegExp(`^\\s*(?:of|after|from|following|before|upon|since)${EVENT}`);

/** "Within 30 days of signature": the event that starts the clock, as printed, until somebody dates it. */
function pendingOf({ found, resolution, signal }: Resolved, text: string): { readonly pending?: string } {
  if (resolution.type !== 'DURATION' && found.sketch.as !== 'offset') return {};
  if (resolution.time !== null) return {};
  const m = (signal.signal === 'within' ? PENDING_OF : PENDING).exec(text.slice(found.end, found.end + 80));
  const inside = /\b(?:after|before)$/.test(text.slice(found.start, found.end))
    ? /^\s*([^\s.,;:()]+(?: [^\s.,;:()]+){0,4})/.exec(text.slice(found.end, found.end + 80))
    : null;
  const words = (m ?? inside)?.[1];
  return words ? { pending: words } : {};
}
