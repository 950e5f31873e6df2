/** The frame of every page: head, bar, foot. */
import { html } from 'hono/html';
import type { DeskContext, Html } from '../desk-context.ts';

export interface Framed {
  readonly title: string;
  /** The search in the bar starts with these words. */
  readonly query?: string;
  /** Marks the entry of the bar that the page belongs to. */
  readonly at?: 'desk' | 'reports' | 'people' | 'search';
  readonly body: Html;
}

function current(is: boolean): Html {
  return is ? html` aria-current="page"` : html``;
}

/** The whole document. */
export function layout(context: DeskContext, page: Framed): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Verbale</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/desk.css">
<script type="module" src="/assets/desk.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<a class="mark" href="/">Verbale</a>
<nav aria-label="Desk"><a href="/"${current(page.at === 'desk')}>Pairs</a> <a href="/reports"${current(page.at === 'reports')}>Reports</a> <a href="/people"${current(page.at === 'people')}>People</a></nav>
<form role="search" action="/search" method="get">
<label class="hidden" for="bar-search">Search entries and reports</label>
<input id="bar-search" type="search" name="text" value="${page.query ?? ''}" placeholder="Search entries and reports">
<button type="submit">Search</button>
</form>
</header>
<main id="main">
${page.body}
</main>
<footer class="foot"><p>Ledger <span class="path">${context.place}</span>. What the pages say rests on the reports in this collection only; every line opens on its sentence.</p></footer>
</body>
</html>`;
}
