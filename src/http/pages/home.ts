/** The first page: pairs with what happened last, the newest reports, what went wrong. */
import { html } from 'hono/html';
import { AUTO_ACCEPT_RULE } from '../../ledger/accept.ts';
import type { Counts } from '../../ledger/ports.ts';
import type { PairLine, Problem, ReportLine } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { reportPath } from '../paths.ts';
import { layout } from './layout.ts';
import { pairList } from './pair-list.ts';
import { reportTable } from './report-table.ts';

export interface ReportProblem {
  readonly report: ReportLine;
  readonly problem: Problem;
}

/** What the first page shows. */
export interface Home {
  readonly counts: Counts;
  readonly pairs: readonly PairLine[];
  /** There are quieter pairs that are not shown. */
  readonly morePairs: boolean;
  readonly reports: readonly ReportLine[];
  readonly problems: readonly ReportProblem[];
}

function emptyLedger(): Html {
  return html`<h1>The ledger is empty</h1>
<p>Give it reports, then open this page again:</p>
<pre><code>verbale add reports/          # files or whole folders
verbale serve --examples      # or look at the bundled examples first</code></pre>`;
}

const REPORTS_SHOWN = 6;

/** One kind of problem with the reports that have it. */
function problemItem([, all]: readonly [string, readonly ReportProblem[]]): Html {
  const [first] = all;
  if (first === undefined) return html``;
  const links = all
    .slice(0, REPORTS_SHOWN)
    .map(({ report }) => html`<li><a href="${reportPath(report.id)}">${report.headline ?? report.source}</a></li>`);
  const more = all.length > REPORTS_SHOWN ? html`<li>and ${all.length - REPORTS_SHOWN} more</li>` : '';
  return html`<li><span class="code">${first.problem.code}</span> ${first.problem.message}<ul class="inline">${links}${more}</ul></li>`;
}

/** The desk's first page. */
export function homePage(shown: Home, context: DeskContext): Html {
  const { counts } = shown;
  if (counts.reports === 0) return layout(context, { title: 'Desk', at: 'desk', body: emptyLedger() });
  const body = html`<h1 class="hidden">Desk</h1>
<p class="counts"><b>${counts.reports}</b> reports, <b>${counts.claims}</b> claims, <b>${counts.entries}</b> entries${counts.proposed > 0 ? html`, of which <b>${counts.proposed}</b> only proposed` : ''}</p>
<details class="small"><summary>When is an entry accepted?</summary><p>${AUTO_ACCEPT_RULE} A person’s decision goes before the rule.</p></details>
<section><h2>Pairs</h2>
${pairList(shown.pairs, context)}
${shown.morePairs ? html`<p><a href="/pairs">All pairs</a></p>` : ''}
</section>
<section><h2>Newest reports</h2>
${reportTable(shown.reports, 'Newest reports')}
${counts.reports > shown.reports.length ? html`<p><a href="/reports">All ${counts.reports} reports</a></p>` : ''}
</section>
${shown.problems.length > 0 ? html`<section><h2>What was not read well</h2><ul class="problems">${[...Map.groupBy(shown.problems, (p) => p.problem.code)].map(problemItem)}</ul></section>` : ''}`;
  return layout(context, { title: 'Desk', at: 'desk', body });
}
