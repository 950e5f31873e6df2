/** Entries in, a drawing out: a lane for each track, dots for days, bars for ranges, hollow for what is not yet. */
import { html } from 'hono/html';
import { minute } from '../../ledger/minutes.ts';
import type { Entry, Status } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { type DaySpan, dayNumber, type TimeScale, timeScale } from './time-scale.ts';

const WIDTH = 960;
const LABELS = 150;
const MARGIN = 14;
const ROW = 15;
const LANE_PADDING = 8;
const AXIS = 26;
const RADIUS = 5;
const BAR = 7;
/** A range drawn shorter than this looks like a dot and is drawn as one. */
const LEAST_BAR = 12;
const MOST_ROWS = 6;

/** Not, or not yet, done. */
const HOLLOW: ReadonlySet<Status> = new Set(['planned', 'offered', 'demanded', 'conditional', 'hypothetical']);
const DOUBTFUL: ReadonlySet<Status> = new Set(['denied', 'alleged']);

interface Dated {
  readonly entry: Entry;
  readonly span: DaySpan;
  readonly open: 'start' | 'end' | null;
}

interface Placed extends Dated {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

function dated(entries: readonly Entry[]): readonly Dated[] {
  return entries.flatMap((entry): readonly Dated[] => {
    const { earliest = null, latest = null } = entry.lead.occurs ?? {};
    if (earliest === null && latest === null) return [];
    const from = dayNumber(earliest ?? latest ?? '');
    const to = dayNumber(latest ?? earliest ?? '');
    if (Number.isNaN(from) || Number.isNaN(to)) return [];
    return [{ entry, span: { from, to }, open: earliest === null ? 'start' : latest === null ? 'end' : null }];
  });
}

/** Gives each mark of a lane the first row where it covers no other. */
function inRows(items: readonly Dated[], scale: TimeScale): readonly Placed[] {
  const ends: number[] = [];
  return items
    .map((item) => ({ ...item, from: scale.at(item.span.from), to: scale.at(item.span.to) }))
    .sort((a, b) => a.from - b.from)
    .map((item) => {
      const free = ends.findIndex((end) => end + 3 < item.from - RADIUS);
      const row = free >= 0 ? free : Math.min(ends.length, MOST_ROWS - 1);
      ends[row] = Math.max(item.to, item.from) + RADIUS;
      return { ...item, row };
    });
}

function shape(item: Placed, y: number): Html {
  const middle = (item.from + item.to) / 2;
  if (item.open) {
    const way = item.open === 'end' ? 1 : -1;
    const points = [`${item.from},${y - BAR / 2}`, `${item.from + way * 22},${y}`, `${item.from},${y + BAR / 2}`];
    return html`<polygon points="${points.join(' ')}"/>`;
  }
  if (item.to - item.from < LEAST_BAR) return html`<circle cx="${middle.toFixed(1)}" cy="${y}" r="${RADIUS}"/>`;
  return html`<rect x="${item.from.toFixed(1)}" y="${y - BAR / 2}" width="${(item.to - item.from).toFixed(1)}" height="${BAR}" rx="2"/>`;
}

function mark(item: Placed, top: number, context: DeskContext): Html {
  const { lead, id } = item.entry;
  const { when, act, status } = minute(lead, context.names);
  const look = HOLLOW.has(lead.status) ? 'hollow' : DOUBTFUL.has(lead.status) ? 'doubtful' : 'solid';
  return html`<a href="#${id}" tabindex="-1" class="${look}"><title>${when}: ${act} (${status})</title>${shape(item, top + LANE_PADDING + item.row * ROW + ROW / 2)}</a>`;
}

interface Lane {
  readonly track: string;
  readonly items: readonly Placed[];
  readonly top: number;
  readonly height: number;
}

function lanes(items: readonly Dated[], scale: TimeScale): readonly Lane[] {
  let top = 0;
  return [...Map.groupBy(items, (i) => i.entry.lead.track)].map(([track, own]) => {
    const rows = inRows(own, scale);
    const height = LANE_PADDING * 2 + ROW * (1 + Math.max(...rows.map((r) => r.row)));
    const lane = { track, items: rows, top, height };
    top += height;
    return lane;
  });
}

function axis(scale: TimeScale, height: number): Html {
  return html`${scale.ticks.map((t) => html`<line class="grid" x1="${t.x.toFixed(1)}" x2="${t.x.toFixed(1)}" y1="0" y2="${height}"/><text class="tick" x="${(t.x + 3).toFixed(1)}" y="${height + 16}">${t.label}</text>`)}
${scale.gaps.map((x) => html`<rect class="gap" x="${(x - 7).toFixed(1)}" y="0" width="14" height="${height}"/><text class="tick gap-sign" x="${x.toFixed(1)}" y="${height + 16}" text-anchor="middle">⋯</text>`)}`;
}

/** The drawing; the list of entries below it says the same in words. Null where nothing is dated. */
export function chronology(entries: readonly Entry[], context: DeskContext): Html | null {
  const items = dated(entries);
  if (items.length === 0) return null;
  const scale = timeScale(
    items.map((i) => i.span),
    WIDTH - LABELS - MARGIN * 2,
  );
  const all = lanes(items, scale);
  const last = all.at(-1);
  const height = last ? last.top + last.height : 0;
  return html`<figure class="chronology">
<div class="scroll to-end" tabindex="0" role="region" aria-label="Chronology">
<svg viewBox="0 0 ${WIDTH} ${height + AXIS}" width="${WIDTH}" height="${height + AXIS}" aria-hidden="true">
${all.map((lane, i) => html`<rect class="lane${i % 2 === 0 ? ' even' : ''}" x="0" y="${lane.top}" width="${WIDTH}" height="${lane.height}"/><text class="lane-name" x="8" y="${lane.top + lane.height / 2 + 4}">${context.names.track(lane.track)}</text>`)}
<g transform="translate(${LABELS + MARGIN} 0)">${axis(scale, height)}${all.map((lane) => lane.items.map((item) => mark(item, lane.top, context)))}</g>
</svg></div>
<figcaption><span class="key solid">done</span> <span class="key hollow">planned, offered, demanded</span> <span class="key doubtful">alleged, denied</span> <span class="key bar">sometime in, or all through, these days</span>${scale.gaps.length > 0 ? html` <span class="key gap">⋯ a long time with no entry</span>` : ''} <span>The list below says the same in words.</span></figcaption>
</figure>`;
}
