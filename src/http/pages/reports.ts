/** All reports of the ledger, page by page. */
import { html } from 'hono/html';
import type { ReportLine } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { layout } from './layout.ts';
import { reportTable } from './report-table.ts';

export interface Reports {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly reports: readonly ReportLine[];
}

export function reportsPage({ page, pages, total, reports }: Reports, context: DeskContext): Html {
  const steps = html`<nav class="steps" aria-label="Pages of the list">${page > 1 ? html`<a rel="prev" href="/reports?page=${page - 1}">Newer</a>` : ''} <span>page ${page} of ${pages}</span> ${page < pages ? html`<a rel="next" href="/reports?page=${page + 1}">Older</a>` : ''}</nav>`;
  const body = html`<h1>Reports <span class="count">${total}</span></h1>
${reportTable(reports, 'Reports, newest published first')}
${pages > 1 ? steps : ''}`;
  return layout(context, { title: 'Reports', at: 'reports', body });
}
