/** Entries by month in, a small strip of bars out. */
import { html } from 'hono/html';
import type { PairLine } from '../../model/index.ts';
import type { Html } from '../desk-context.ts';

const MONTHS = 24;
const BAR = 6;
const GAP = 1;
const HEIGHT = 22;

/** The months up to and including `last` (`2025-02`), oldest first. */
export function monthsUpTo(last: string, count: number = MONTHS): readonly string[] {
  const [year = 0, month = 1] = last.split('-').map(Number);
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(year, month - count + i, 1)).toISOString().slice(0, 7),
  );
}

/** Bars grow with the square root, so that one entry stays visible beside thirty. */
export function spark(months: PairLine['months'], last: string): Html {
  const shown = monthsUpTo(last);
  const counts = new Map(months.map((m) => [m.month, m.entries]));
  const most = Math.max(1, ...shown.map((m) => counts.get(m) ?? 0));
  const inside = shown.reduce((sum, m) => sum + (counts.get(m) ?? 0), 0);
  const label = `${inside} ${inside === 1 ? 'entry' : 'entries'} from ${shown[0]} to ${last}`;
  const width = shown.length * (BAR + GAP);
  const bars = shown.map((month, i) => {
    const entries = counts.get(month) ?? 0;
    const height = entries === 0 ? 1 : Math.max(4, Math.sqrt(entries / most) * HEIGHT);
    const x = i * (BAR + GAP);
    return html`<rect class="${entries === 0 ? 'none' : 'some'}" x="${x}" y="${(HEIGHT - height).toFixed(1)}" width="${BAR}" height="${height.toFixed(1)}"/>`;
  });
  return html`<svg class="spark" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${label}">${bars}</svg>`;
}
