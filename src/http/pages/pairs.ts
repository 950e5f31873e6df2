/** All pairs, page by page. */
import { html } from 'hono/html';
import type { PairLine } from '../../model/index.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { layout } from './layout.ts';
import { pairList } from './pair-list.ts';

/** One page of the list. */
export interface Pairs {
  readonly page: number;
  readonly more: boolean;
  readonly pairs: readonly PairLine[];
}

export function pairsPage({ page, more, pairs }: Pairs, context: DeskContext): Html {
  const steps = html`<nav class="steps" aria-label="Pages of the list">${page > 1 ? html`<a rel="prev" href="/pairs?page=${page - 1}">Busier</a>` : ''} <span>page ${page}</span> ${more ? html`<a rel="next" href="/pairs?page=${page + 1}">Quieter</a>` : ''}</nav>`;
  const body = html`<h1>Pairs, the busiest first</h1>
${pairs.length === 0 ? html`<p>No pair here.</p>` : pairList(pairs, context)}
${page > 1 || more ? steps : ''}`;
  return layout(context, { title: 'Pairs', at: 'desk', body });
}
