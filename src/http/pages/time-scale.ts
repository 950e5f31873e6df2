/** Spans of days in, places on a line out; long stretches without anything shrink to a marked gap. */

const DAY = 86_400_000;
/** A longer empty stretch is shown as a gap of fixed width. */
const LONGEST_EMPTY = 60;
/** Longer spans ("for years") do not stretch the line; they are cut off at its ends. */
const LONGEST_SPAN = 400;
const PADDING = 4;
const GAP_WIDTH = 26;
const LEAST_WIDTH = 56;
const LEAST_TICK_WIDTH = 34;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** First and last day, counted from 1970. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

export interface Segment extends DaySpan {
  readonly x: number;
  readonly width: number;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface TimeScale {
  readonly segments: readonly Segment[];
  readonly ticks: readonly Tick[];
  /** Middles of the gaps. */
  readonly gaps: readonly number[];
  at(day: number): number;
}

/** Days since 1970 of an ISO day. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(day) / DAY);
}

function stretches(spans: readonly DaySpan[]): readonly DaySpan[] {
  const short = spans.filter((s) => s.to - s.from <= LONGEST_SPAN);
  const out: { from: number; to: number }[] = [];
  for (const span of (short.length > 0 ? short : spans).toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && span.from - last.to <= LONGEST_EMPTY) last.to = Math.max(last.to, span.to);
    else out.push({ from: span.from, to: span.to });
  }
  return out.map((s) => ({ from: s.from - PADDING, to: s.to + PADDING }));
}

function layOut(all: readonly DaySpan[], width: number): readonly Segment[] {
  const days = all.reduce((sum, s) => sum + s.to - s.from, 0);
  const free = width - GAP_WIDTH * (all.length - 1);
  const raw = all.map((s) => Math.max(LEAST_WIDTH, ((s.to - s.from) / days) * free));
  const scale = free / raw.reduce((sum, w) => sum + w, 0);
  let x = 0;
  return all.map((s, i) => {
    const segment = { ...s, x, width: (raw[i] ?? 0) * scale };
    x += segment.width + GAP_WIDTH;
    return segment;
  });
}

function place(segments: readonly Segment[], day: number): number {
  const first = segments[0];
  const last = segments.at(-1);
  if (!first || !last) return 0;
  if (day <= first.from) return first.x;
  for (const [i, s] of segments.entries()) {
    if (day <= s.to) return s.x + (Math.max(0, day - s.from) / (s.to - s.from)) * s.width;
    const next = segments[i + 1];
    if (next && day < next.from) return s.x + s.width + GAP_WIDTH / 2;
  }
  return last.x + last.width;
}

function monthStarts(segment: Segment): readonly { year: number; month: number; day: number }[] {
  const start = new Date(segment.from * DAY);
  const out = [];
  for (let i = 0; i < 1200; i += 1) {
    const at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1));
    const day = Math.floor(at.getTime() / DAY);
    if (day > segment.to) break;
    if (day >= segment.from) out.push({ year: at.getUTCFullYear(), month: at.getUTCMonth(), day });
  }
  return out;
}

function segmentTicks(segment: Segment): readonly Tick[] {
  const months = monthStarts(segment);
  const every = [1, 3, 6, 12, 60].find((n) => (months.length / n) * LEAST_TICK_WIDTH <= segment.width) ?? 120;
  const kept = months.filter((m) => (m.year * 12 + m.month) % every === 0);
  const at = (day: number): number => segment.x + ((day - segment.from) / (segment.to - segment.from)) * segment.width;
  if (kept.length === 0) {
    const middle = new Date(((segment.from + segment.to) / 2) * DAY);
    return [{ x: segment.x + segment.width / 2, label: `${MONTHS[middle.getUTCMonth()]} ${middle.getUTCFullYear()}` }];
  }
  const ticks = kept.map((m, i) => {
    const withYear = i === 0 || m.month === 0;
    const label = every >= 12 ? `${m.year}` : `${MONTHS[m.month]}${withYear ? ` ${m.year}` : ''}`;
    return { x: at(m.day), label };
  });
  // A label at the very end would run into the gap or out of the drawing.
  const end = segment.x + segment.width;
  return ticks.filter((t, i) => i === 0 || end - t.x >= LEAST_TICK_WIDTH / 2);
}

/** A scale of the given width over the spans. */
export function timeScale(spans: readonly DaySpan[], width: number): TimeScale {
  const segments = layOut(stretches(spans), width);
  return {
    segments,
    ticks: segments.flatMap(segmentTicks),
    gaps: segments.slice(0, -1).map((s) => s.x + s.width + GAP_WIDTH / 2),
    at: (day) => place(segments, day),
  };
}
