/** What a search found: entries first, then reports. */
import { html } from 'hono/html';
import type { Entry, ReportLine } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import type { CheckedFilter } from '../entry-filter.ts';
import { marked } from '../marked-text.ts';
import { reportPath } from '../paths.ts';
import type { Snippet } from '../snippet.ts';
import { entryLines } from './entry-line.ts';
import { layout } from './layout.ts';

/** What a search found. */
export interface Search extends CheckedFilter {
  readonly text: string;
  /** Entries found, shown or not. */
  readonly total: number;
  readonly entries: readonly Entry[];
  readonly reports: readonly { readonly report: ReportLine; readonly snippet: Snippet }[];
}

function snippetWords({ text, hits }: Snippet): Html {
  const layer = hits.map((h) => ({ ...h, wrap: (inner: Html) => html`<b class="hit">${inner}</b>` }));
  return marked(text, { start: 0, end: text.length }, [layer]);
}

function found(shown: Search, context: DeskContext): Html {
  const { entries, reports, total } = shown;
  if (total === 0 && reports.length === 0) {
    return html`<p>Nothing holds all these words. Fewer words find more; “quotation marks” ask for a phrase.</p>`;
  }
  return html`<h2>Entries <span class="count">${total}</span></h2>
${total === 0 ? html`<p>No entry’s sentence holds all these words.</p>` : entryLines(entries, context)}
${total > entries.length ? html`<p class="small">The ${entries.length} newest are shown.</p>` : ''}
<h2>Reports <span class="count">${reports.length}</span></h2>
<ul class="found">${reports.map((r) => html`<li><a href="${reportPath(r.report.id)}">${r.report.headline ?? r.report.source}</a> <span class="when">${r.report.outlet ?? ''} ${r.report.published ?? ''}</span><p>${snippetWords(r.snippet)}</p></li>`)}</ul>`;
}

/** The page of a search. */
export function searchPage(shown: Search, context: DeskContext): Html {
  const asked = shown.text !== '' || shown.total > 0;
  const body = html`<h1>${shown.text ? html`Search: ${shown.text}` : 'Search'}</h1>
${shown.notices.map((n) => html`<p class="notice" role="status">${n}</p>`)}
${asked ? found(shown, context) : html`<p>Type words above. All of them must stand in one sentence of an entry, or in one report.</p>`}`;
  return layout(context, {
    title: shown.text ? `${shown.text}: search` : 'Search',
    at: 'search',
    query: shown.text,
    body,
  });
}
