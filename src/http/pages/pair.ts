/** What the ledger holds on two parties: drawing, filters, minutes. */
import { html } from 'hono/html';
import { capital } from '../../ledger/names.ts';
import type { Entry } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import type { CheckedFilter } from '../entry-filter.ts';
import { pairPath } from '../paths.ts';
import { chronology } from './chronology.ts';
import { entryLines } from './entry-line.ts';
import { layout } from './layout.ts';

/** A value with the number of entries that have it. */
export interface Facet {
  readonly value: string;
  readonly entries: number;
}

/** What the page of a pair shows. */
export interface Pair extends CheckedFilter {
  readonly pair: readonly [string, string];
  readonly entries: readonly Entry[];
  /** All entries of the pair, whatever the filter. */
  readonly total: number;
  readonly tracks: readonly Facet[];
  readonly statuses: readonly Facet[];
}

const MONTH_NAMES = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The heading a list by day puts an entry under. */
function monthOf(entry: Entry): string {
  const day = entry.lead.occurs?.earliest ?? entry.lead.occurs?.latest;
  const at = day ? new Date(day) : undefined;
  return at && !Number.isNaN(at.getTime()) ? MONTH_NAMES.format(at) : 'Not dated';
}

function choices(
  name: string,
  facets: readonly Facet[],
  chosen: string | undefined,
  label: (v: string) => string,
): Html {
  const options = facets.map(
    (f) =>
      html`<option value="${f.value}"${f.value === chosen ? html` selected` : ''}>${label(f.value)} (${f.entries})</option>`,
  );
  return html`<select id="${name}" name="${name}"><option value="">all</option>${options}</select>`;
}

const ORDERS = [
  ['day', 'day'],
  ['track', 'track'],
  ['status', 'status'],
] as const;

function filterForm(shown: Pair, context: DeskContext): Html {
  const { filter } = shown;
  const path = pairPath(...shown.pair);
  return html`<form class="filter" method="get" action="${path}">
<p><label for="track">Track</label>${choices('track', shown.tracks, filter.track, (t) => context.names.track(t))}</p>
<p><label for="status">Status</label>${choices('status', shown.statuses, filter.status, (s) => s)}</p>
<p><label for="from">From</label><input id="from" name="from" type="date" value="${filter.from ?? ''}"></p>
<p><label for="to">To</label><input id="to" name="to" type="date" value="${filter.to ?? ''}"></p>
<p><label for="text">Words</label><input id="text" name="text" type="search" value="${filter.text ?? ''}"></p>
<p><label for="by">In order of</label><select id="by" name="by">${ORDERS.map(([value, label]) => html`<option value="${value}"${value === filter.by ? html` selected` : ''}>${label}</option>`)}</select></p>
<p class="buttons"><button type="submit">Show</button>${shown.entries.length < shown.total ? html` <a href="${path}">Show all</a>` : ''}</p>
</form>`;
}

function grouped(shown: Pair, context: DeskContext): Html {
  const { by } = shown.filter;
  const heading = (e: Entry): string =>
    by === 'track' ? context.names.track(e.lead.track) : by === 'status' ? capital(e.lead.status) : monthOf(e);
  const hide = by === 'day' ? {} : { hide: by };
  const groups = [...Map.groupBy(shown.entries, heading)];
  return html`${groups.map(([title, entries]) => html`<section class="group"><h3>${title}</h3>${entryLines(entries, context, hide)}</section>`)}`;
}

/** The page of a pair. */
export function pairPage(shown: Pair, context: DeskContext): Html {
  const [a, b] = shown.pair.map((code) => context.names.actor(code)) as [string, string];
  const title = `${capital(a)} and ${b}`;
  const count =
    shown.entries.length === shown.total
      ? `${shown.total} entries`
      : `${shown.entries.length} of ${shown.total} entries`;
  const body = html`<p class="crumb"><a href="/">Pairs</a></p>
<h1>${title}</h1>
${chronology(shown.entries, context) ?? ''}
${filterForm(shown, context)}
${shown.notices.map((n) => html`<p class="notice" role="status">${n}</p>`)}
<h2>Minutes <span class="count">${count}</span></h2>
${shown.entries.length === 0 ? html`<p>No entry meets all these conditions.</p>` : grouped(shown, context)}`;
  return layout(context, { title, body });
}
