/** Found times in text order in; each with its reading out. Keeps the time the text has set as it goes. */
import { type DayNumber, fromDayNumber } from '../model/calendar.ts';
import type { Found, Style } from './recognise.ts';
import type { Resolution } from './resolution.ts';
import { resolveDate, resolveHoliday, resolveWeekday } from './resolve-date.ts';
import { resolveClock, resolveDaypart, resolveDuration, resolveReference, resolveSet } from './resolve-length.ts';
import { resolveOffset, resolveUnit } from './resolve-relative.ts';
import {
  resolveCentury,
  resolveDecade,
  resolveEdge,
  resolveJoin,
  resolveOrdinal,
  resolvePart,
  resolvePeriod,
  resolveRange,
  resolveWithin,
  resolveYearAgo,
  resolveYearly,
} from './resolve-stretch.ts';
import type { Focus, Setting } from './setting.ts';
import type { SignalAt } from './signals.ts';
import type { Sketch } from './sketch.ts';
import type { CueOf } from './tense.ts';
import { boundsOf, grainOf, type Time } from './time.ts';

export interface Resolved {
  readonly found: Found;
  readonly resolution: Resolution;
  readonly signal: SignalAt;
}

interface ResolveInput {
  readonly found: readonly Found[];
  readonly text: string;
  readonly published: DayNumber | null;
  readonly style: Style;
  readonly cueOf: CueOf;
  readonly signalOf: (found: Found) => SignalAt;
}

export function resolveAll(input: ResolveInput): Resolved[] {
  const out: Resolved[] = [];
  const kept: Kept = { focus: null, lastDay: null, lastQuarter: null, story: null, aside: null };
  for (const found of input.found) {
    const signal = input.signalOf(found);
    returnToStory(kept, found, input.style);
    const { published, style, text } = input;
    const owner = /^['’]s\b/.test(text.slice(found.end, found.end + 3));
    const setting: Setting = {
      published,
      style,
      cue: input.cueOf(found),
      signal: signal.signal,
      found,
      owner,
      ...kept,
    };
    const resolution = resolveSketch(found.sketch, setting);
    if (resolution === null) continue;
    out.push({ found, resolution, signal });
    keep(kept, { found, resolution, signal }, input);
  }
  return out;
}

/** Nothing but a preposition between the end of the sentence before and the time. */
const OPENING = /(?:^|[.!?:)"”]\s+|\n\s*)(?:In|By|During|After|Throughout|For)?\s*$/;

interface Kept {
  focus: Focus | null;
  lastDay: Focus | null;
  lastQuarter: Focus | null;
  /** Where the tale stands, apart from looks aside; and the last of these. */
  story: Focus | null;
  aside: Focus | null;
}

/** Lengths, sets and references set no time; everything else does. */
function keep(kept: Kept, { found, resolution: r, signal }: Resolved, input: ResolveInput): void {
  if (r.time === null || r.type === 'DURATION' || r.type === 'SET' || found.sketch.as === 'reference') return;
  const focus: Focus = {
    time: r.time.grain === 'range' ? endOf(r.time, input.style) : plainTime(r.time),
    span: { start: found.start, end: found.end },
    text: input.text.slice(found.start, found.end),
    paragraph: found.paragraph,
    sentence: found.sentence,
    opens: OPENING.test(input.text.slice(Math.max(0, found.start - 14), found.start)),
    placed: signal.signal === 'on' && found.start - (signal.span?.end ?? 0) === 1,
    explicitYear: r.explicitYear === true || (r.anchor.kind === 'text' && kept.focus?.explicitYear === true),
  };
  const grain = grainOf(focus.time);
  if (grain !== 'decade' && grain !== 'century' && !looksAside(found, signal, input.style))
    setFocus(kept, focus, input.style);
  if (grain === 'day') kept.lastDay = focus;
  else if (grain === 'month' || grain === 'year') kept.lastDay = null;
  if (
    grain === 'quarter' &&
    isCurrent(focus.time, input.published) &&
    !['year-ago', 'offset', 'period'].includes(found.sketch.as)
  )
    kept.lastQuarter = focus;
}

/** A quarter that the report itself may be about: over on publication, at most a year and a half ago. */
function isCurrent(t: Time, published: DayNumber | null): boolean {
  const { first, last } = boundsOf(t);
  if (published === null || first === null || last === null) return true;
  return last < published && published - first < 550;
}

/** "Since the previous year", "until 1978": a tale does not move to where it only points. */
function looksAside({ sketch }: Found, { signal }: SignalAt, style: Style): boolean {
  if (style !== 'narrative') return false;
  if (signal === 'until' || signal === 'since' || signal === 'before') return true;
  return (sketch.as === 'unit' && sketch.rel < 0) || (sketch.as === 'offset' && sketch.dir < 0);
}

/** Years by which a tale may jump without leaving its own time. */
const JUMP = 5;

/** "A campaign planned for 1976" inside a paragraph that counts days of 1975 does not move the tale. */
function mentionedYear(focus: Focus, story: Focus | null): boolean {
  if (story === null || focus.time.grain !== 'year' || focus.opens || focus.paragraph !== story.paragraph) return false;
  const fine = story.time.grain === 'day' || story.time.grain === 'month';
  return fine && yearOf(focus.time) > yearOf(story.time);
}

/** A look aside ("as in 1812") holds for its own sentence only; a second date out there moves the tale. */
function setFocus(kept: Kept, focus: Focus, style: Style): void {
  const story = kept.story;
  const aside = style === 'narrative' && story !== null && Math.abs(yearOf(focus.time) - yearOf(story.time)) > JUMP;
  const confirmed = aside && kept.aside !== null && Math.abs(yearOf(focus.time) - yearOf(kept.aside.time)) <= JUMP;
  if ((!aside || confirmed) && !(style === 'narrative' && mentionedYear(focus, story))) kept.story = focus;
  kept.focus = focus;
}

function yearOf(t: Time): number {
  const { first, last } = boundsOf(t);
  const n = first ?? last;
  return n === null ? 0 : fromDayNumber(n).year;
}

/** At the start of a sentence a tale is back in its own time. */
function returnToStory(kept: Kept, found: Found, style: Style): void {
  if (style !== 'narrative' || kept.focus === null || kept.story === null) return;
  if (kept.focus !== kept.story && kept.focus.sentence !== found.sentence) {
    kept.aside = kept.focus;
    kept.focus = kept.story;
  }
}

/** A tale told "from 1975 to 1976" begins in 1975; news looks to the end. */
function endOf(t: Time & { readonly grain: 'range' }, style: Style): Time {
  return (style === 'narrative' ? (t.from ?? t.to) : (t.to ?? t.from)) ?? t;
}

function plainTime(t: Time): Time {
  return t.grain === 'instant' ? t.on : t.grain === 'part' ? plainTime(t.of) : t;
}

function resolveSketch(sketch: Sketch, s: Setting): Resolution | null {
  const inner = (x: Sketch): Resolution | null => resolveSketch(x, s);
  switch (sketch.as) {
    case 'date':
      return resolveDate(sketch, s);
    case 'weekday':
      return resolveWeekday(sketch, s);
    case 'holiday':
      return resolveHoliday(sketch, s);
    case 'unit':
      return resolveUnit(sketch, s);
    case 'offset':
      return resolveOffset(measured(sketch), s, sketch.base ? inner(sketch.base) : null);
    case 'quarter':
    case 'half':
    case 'season':
      return resolveYearly(sketch, s);
    case 'decade':
      return resolveDecade(sketch);
    case 'century':
      return resolveCentury(sketch);
    case 'duration':
      return resolveDuration(sketch, s);
    case 'set':
      return resolveSet(sketch);
    case 'reference':
      return resolveReference(sketch, s);
    case 'clock':
      return resolveClock(sketch, s);
    case 'daypart':
      return resolveDaypart(sketch, s, sketch.on ? inner(sketch.on) : null);
    default:
      return resolveCompound(sketch, s, inner);
  }
}

function resolveCompound(sketch: Sketch, s: Setting, inner: (x: Sketch) => Resolution | null): Resolution | null {
  switch (sketch.as) {
    case 'part':
      return resolvePart(sketch, s, inner);
    case 'within':
      return resolveWithin(sketch, s, inner);
    case 'ordinal':
      return resolveOrdinal(sketch, inner);
    case 'edge':
      return resolveEdge(sketch, inner);
    case 'join':
      return resolveJoin(sketch, inner);
    case 'range':
      return resolveRange(sketch, inner);
    case 'year-ago':
      return resolveYearAgo(s);
    case 'period':
      return resolvePeriod(sketch, s);
    default:
      return null;
  }
}

type Offset = Extract<Sketch, { readonly as: 'offset' }>;

/** Count and unit of an offset that was put together from a length. */
function measured(sketch: Offset): Offset {
  const { length } = sketch;
  return length?.as === 'duration' ? { ...sketch, n: length.n ?? 1, unit: length.unit } : sketch;
}
