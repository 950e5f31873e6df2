/** Pairs as a list: each with a strip of its months and what happened last. */
import { html } from 'hono/html';
import { minute } from '../../ledger/minutes.ts';
import { bare } from '../../ledger/names.ts';
import type { PairLine } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { entryPath, pairPath } from '../paths.ts';
import { actWords, statusChip } from './entry-line.ts';
import { spark } from './spark.ts';

/** The last month in which anything was reported, or else told of: the strips of all pairs end there. */
function lastMonth(pairs: readonly PairLine[]): string {
  const reported = pairs.map((p) => p.latest.reported?.slice(0, 7) ?? '').filter((m) => /^\d{4}-\d\d$/.test(m));
  const told = pairs.flatMap((p) => p.months.map((m) => m.month));
  return (reported.length > 0 ? reported : told).toSorted().at(-1) ?? '2000-01';
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

/** The list of pairs. */
export function pairList(pairs: readonly PairLine[], context: DeskContext): Html {
  const last = lastMonth(pairs);
  return html`<ol class="pairs">${pairs.map((p) => pairItem(p, last, context))}</ol>`;
}
