/** Pages for what is not there and for what failed. */
import { html } from 'hono/html';
import type { DeskContext, Html } from '../desk-context.ts';
import { layout } from './layout.ts';

export function notFoundPage(context: DeskContext, why: string): Html {
  const body = html`<h1>Nothing here</h1><p>${why}</p><p><a href="/">All pairs and reports</a></p>`;
  return layout(context, { title: 'Nothing here', body });
}

export function failurePage(context: DeskContext, why: string): Html {
  const body = html`<h1>The page could not be made</h1><p>${why}</p><p>Nothing in the ledger was changed. <a href="/">Back to the pairs</a></p>`;
  return layout(context, { title: 'Failure', body });
}
