/** The first page: pairs with what happened last, the newest reports, what went wrong. */
import { html } from 'hono/html';
import { AUTO_ACCEPT_RULE } from '../../ledger/accept.ts';
import { minute } from '../../ledger/minutes.ts';
import { bare } from '../../ledger/names.ts';
import type { PairLine } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { entryPath, pairPath, reportPath } from '../paths.ts';
import type { Home, ReportProblem } from '../routes/home.ts';
import { actWords, statusChip } from './entry-line.ts';
import { layout } from './layout.ts';
import { reportTable } from './report-table.ts';
import { spark } from './spark.ts';

function emptyLedger(): Html {
  return html`<h1>The ledger is empty</h1>
<p>Give it reports, then open this page again:</p>
<pre><code>verbale add reports/          # files or whole folders
verbale serve --examples      # or look at the bundled examples first</code></pre>`;
}

/** The last month any listed report or entry tells of. */
function lastMonth(shown: Home): string {
  const published = shown.reports.map((r) => r.published?.slice(0, 7) ?? '').filter((m) => /^\d{4}-\d\d$/.test(m));
  const told = shown.pairs.flatMap((p) => p.months.map((m) => m.month));
  return (published.length > 0 ? published : told).toSorted().at(-1) ?? '2000-01';
}

function pairItem(line: PairLine, last: string, context: DeskContext): Html {
  const [a, b] = line.pair;
  const name = `${bare(context.names.actor(a))} – ${bare(context.names.actor(b))}`;
  const { lead } = line.latest;
  return html`<li class="pair">
<h3><a href="${pairPath(a, b)}">${name}</a></h3>
<p class="strip">${spark(line.months, last)}<span class="count">${line.entries} ${line.entries === 1 ? 'entry' : 'entries'}</span></p>
<p class="latest"><span class="when">${minute(lead, context.names).when}</span> <a href="${entryPath(line.latest.id)}">${actWords(lead, context)}</a> ${statusChip(lead.status)}</p>
</li>`;
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
  const last = lastMonth(shown);
  const body = html`<h1 class="hidden">Desk</h1>
<p class="counts"><b>${counts.reports}</b> reports, <b>${counts.claims}</b> claims, <b>${counts.entries}</b> entries${counts.proposed > 0 ? html`, of which <b>${counts.proposed}</b> only proposed` : ''}</p>
<details class="small"><summary>When is an entry accepted?</summary><p>${AUTO_ACCEPT_RULE} A person’s decision goes before the rule.</p></details>
<section><h2>Pairs</h2>
<ol class="pairs">${shown.pairs.map((p) => pairItem(p, last, context))}</ol>
</section>
<section><h2>Newest reports</h2>
${reportTable(shown.reports, 'Newest reports')}
${counts.reports > shown.reports.length ? html`<p><a href="/reports">All ${counts.reports} reports</a></p>` : ''}
</section>
${shown.problems.length > 0 ? html`<section><h2>What was not read well</h2><ul class="problems">${[...Map.groupBy(shown.problems, (p) => p.problem.code)].map(problemItem)}</ul></section>` : ''}`;
  return layout(context, { title: 'Desk', at: 'desk', body });
}
