/** Reports: the list of them, and one as text with its entries in the margin. */
import type { Hono } from 'hono';
import { answer, type DeskContext } from '../desk-context.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { reportPage } from '../pages/report.ts';
import { reportsPage } from '../pages/reports.ts';
import { pageNumber } from '../paths.ts';

const A_PAGE = 100;

export function routeReports(app: Hono, context: DeskContext): void {
  const { ledger } = context;
  app.get('/reports', async (c) => {
    const page = pageNumber(c.req.query('page'));
    const reports = await ledger.reports({ limit: A_PAGE, offset: (page - 1) * A_PAGE });
    const { reports: total } = await ledger.counts();
    return answer(c, { page, pages: Math.max(1, Math.ceil(total / A_PAGE)), total, reports }, (shown) =>
      reportsPage(shown, context),
    );
  });
  app.get('/reports/:id', async (c) => {
    const id = c.req.param('id');
    const reading = await ledger.reading(id);
    if (reading === null) {
      return answer(c, { missing: id }, () => notFoundPage(context, `The ledger holds no report “${id}”.`), 404);
    }
    const entries = await ledger.entries({ report: id });
    const roster = await context.roster();
    return answer(c, { reading, entries }, (shown) => reportPage({ ...shown, roster }, context));
  });
}
