/** Reports as a table. */
import { html } from 'hono/html';
import type { ReportLine } from '../../model/index.ts';
import type { Html } from '../desk-context.ts';
import { reportPath } from '../paths.ts';

function row(report: ReportLine): Html {
  const by = [report.outlet, report.agency].filter(Boolean).join(' / ');
  const copy = report.origin === report.id ? '' : html` <span class="count">copy</span>`;
  return html`<tr>
<td class="when">${report.published ?? html`<span class="unknown">not stated</span>`}</td>
<th scope="row"><a href="${reportPath(report.id)}">${report.headline ?? report.source}</a>${copy}</th>
<td>${by || html`<span class="unknown">not stated</span>`}</td>
<td class="number">${report.claims}</td>
<td class="number">${report.problems === 0 ? '' : report.problems}</td>
</tr>`;
}

/** A table of reports, one a row. */
export function reportTable(reports: readonly ReportLine[], caption: string): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="reports">
<caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Published</th><th scope="col">Report</th><th scope="col">Outlet</th><th scope="col" class="number">Claims</th><th scope="col" class="number">Problems</th></tr></thead>
<tbody>${reports.map(row)}</tbody>
</table></div>`;
}
