/** The desk as a web application, without a port; pages are tested through it in process. */
import { Hono } from 'hono';
import { serveAssets } from './assets.ts';
import { answer, type DeskContext, type DeskSetup } from './desk-context.ts';
import { failurePage, notFoundPage } from './pages/not-found.ts';
import { rosterKeeper } from './roster.ts';
import { routeEntries } from './routes/entries.ts';
import { routeHome } from './routes/home.ts';
import { routePairs } from './routes/pairs.ts';
import { routePeople } from './routes/people.ts';
import { routeReports } from './routes/reports.ts';
import { routeSearch } from './routes/search.ts';
import { routeSentences } from './routes/sentences.ts';
import { keepPrivate } from './security.ts';

/** The path without the suffix that asks for JSON: both forms of a page share one route. */
function pathOf(request: Request): string {
  const path = new URL(request.url).pathname.replace(/\.json$/, '');
  return path === '/index' || path === '' ? '/' : path;
}

/** All pages over a ledger. */
export function desk(setup: DeskSetup): Hono {
  const context: DeskContext = { ...setup, roster: rosterKeeper(setup.ledger) };
  const app = new Hono({ getPath: pathOf });
  app.use(keepPrivate);
  serveAssets(app);
  for (const route of [routeHome, routePairs, routeEntries, routeReports, routeSentences, routePeople, routeSearch])
    route(app, context);
  app.notFound((c) => answer(c, { missing: c.req.path }, () => notFoundPage(context, 'There is no such page.'), 404));
  app.onError((error, c) => {
    console.error(error);
    return c.html(failurePage(context, error.message), 500);
  });
  return app;
}
