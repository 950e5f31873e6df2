/** Lengths, sets of times, references to past and future, clock times and parts of days. */
import { two } from '../model/calendar.ts';
import { type Resolution, unresolved } from './resolution.ts';
import { ahead, back, lengthTimex } from './resolve-relative.ts';
import { focusBase, publishedBase, type Setting, textBase, usualBase } from './setting.ts';
import type { Count, Sketch } from './sketch.ts';
import { dayTime, printTime, type Time } from './time.ts';

type Of<K extends Sketch['as']> = Extract<Sketch, { readonly as: K }>;

export function resolveDuration(sketch: Of<'duration'>, s: Setting): Resolution {
  const n: Count = sketch.n === 'X' ? 'X' : (sketch.n ?? 1) + (sketch.half === 1 ? 0.5 : 0);
  const timex = lengthTimex(n, sketch.unit);
  const base = s.style === 'news' ? publishedBase(s) : null;
  const what = n === 'X' ? `an untold number of ${sketch.unit}s` : `${n} ${sketch.unit}${n === 1 ? '' : 's'}`;
  const side = sketch.side ?? (s.signal === 'for' && s.cue.tense === 'perfect' ? 'past' : undefined);
  if (base === null || (side !== 'past' && side !== 'next')) {
    return unresolved('DURATION', timex, `A length of ${what}; when it begins is not told.`);
  }
  const past = side === 'past';
  const here = dayTime(base.day);
  const time: Time = past
    ? { grain: 'range', from: n === 'X' ? null : back(base.day, n, sketch.unit), to: here, whole: true }
    : { grain: 'range', from: here, to: n === 'X' ? null : ahead(base.day, n, sketch.unit), whole: true };
  const reason = `${what[0]?.toUpperCase()}${what.slice(1)} ${past ? 'up to' : 'from'} ${base.phrase}.`;
  return {
    type: 'DURATION',
    time,
    timex,
    anchor: base.anchor,
    direction: past ? 'the words look back' : 'the words look ahead',
    reason,
  };
}

export function resolveSet(sketch: Of<'set'>): Resolution {
  const timex = setTimex(sketch);
  return unresolved('SET', timex, 'Comes again and again; no single time.');
}

function setTimex(sketch: Of<'set'>): string {
  if (sketch.timex !== undefined) return sketch.timex;
  if (sketch.weekday !== undefined) return `XXXX-WXX-${sketch.weekday}${sketch.part ?? ''}`;
  if (sketch.month !== undefined) return `XXXX-${two(sketch.month)}`;
  if (sketch.season !== undefined) return `XXXX-${sketch.season}`;
  const n = sketch.two !== undefined ? 2 : (sketch.n ?? 1);
  return lengthTimex(n, sketch.unit ?? 'day');
}

/** "Recently" lies before the publication, "soon" after it; how far is not told, so one end stays open. */
export function resolveReference(sketch: Of<'reference'>, s: Setting): Resolution {
  if (sketch.adjective)
    return unresolved('DATE', sketch.ref, 'Says of what kind something is; it places nothing in time.');
  const base = s.style === 'news' ? publishedBase(s) : null;
  if (base === null) return unresolved('DATE', sketch.ref, 'Points to no day, and there is nothing to count from.');
  const here = dayTime(base.day);
  const ref = { type: 'DATE', timex: sketch.ref, anchor: base.anchor, direction: 'the word itself' } as const;
  if (sketch.ref === 'PAST_REF') {
    return {
      ...ref,
      time: { grain: 'range', from: null, to: here, whole: false },
      reason: `Some time before ${base.phrase}.`,
    };
  }
  if (sketch.ref === 'FUTURE_REF') {
    return {
      ...ref,
      time: { grain: 'range', from: here, to: null, whole: false },
      reason: `Some time after ${base.phrase}.`,
    };
  }
  // "Now" places a matter where its tense has placed it already; a day of its own would only compete with real ones.
  return { ...ref, time: null, reason: `The present of ${base.phrase}.` };
}

/** `T10:30` on a day of 24 hours; null for figures that are no time. */
function clockOf(sketch: Of<'clock'>): string | null {
  if (sketch.name !== undefined) return sketch.name === 'midnight' ? 'T24:00' : 'T12:00';
  const [h, m] = sketch.clock !== undefined ? sketch.clock.split(':').map(Number) : [sketch.hour, 0];
  if (h === undefined || m === undefined || h > 24) return null;
  if (sketch.ampm !== undefined && h > 12) return `T${two(h)}:${two(m)}`;
  const hour = sketch.ampm === 'pm' ? (h % 12) + 12 : sketch.ampm === 'am' ? h % 12 : h;
  return `T${two(hour)}:${two(m)}`;
}

export function resolveClock(sketch: Of<'clock'>, s: Setting): Resolution | null {
  const clock = clockOf(sketch);
  if (clock === null) return null;
  const base =
    focusBase(s.lastDay !== null && s.lastDay.paragraph === s.found.paragraph ? s.lastDay : null) ?? usualBase(s);
  if (base === null) return unresolved('TIME', `XXXX-XX-XX${clock}`, 'The day is not told.');
  return onDay(dayTime(base.day), clock, `on the day of ${base.phrase}`, base.anchor);
}

function onDay(on: Time, clock: string, why: string, anchor: Resolution['anchor']): Resolution {
  const time: Time = { grain: 'instant', on, clock };
  return { type: 'TIME', time, anchor, direction: 'the day it belongs to', reason: `${printTime(on)}: ${why}.` };
}

export function resolveDaypart(sketch: Of<'daypart'>, s: Setting, on: Resolution | null): Resolution | null {
  const clock = sketch.clock?.as === 'clock' ? clockOf(sketch.clock) : (sketch.part ?? null);
  if (clock === null) return on;
  if (on?.time) return { ...on, type: 'TIME', time: { grain: 'instant', on: on.time, clock } };
  if (on) return { ...on, type: 'TIME', timex: `${on.timex ?? 'XXXX-XX-XX'}${clock}` };
  const base = sketch.from === 'text' ? (focusBase(s.lastDay) ?? textBase(s)) : usualBase(s);
  if (base === null) return unresolved('TIME', `XXXX-XX-XX${clock}`, 'The day is not told.');
  const day = dayTime(base.day + (sketch.rel ?? 0));
  return onDay(
    day,
    clock,
    sketch.rel ? `${sketch.rel < 0 ? 'the day before' : 'the day after'} ${base.phrase}` : `the day of ${base.phrase}`,
    base.anchor,
  );
}
