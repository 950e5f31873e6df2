/** Search over the sentences of entries and the texts of reports. */
import type { Hono } from 'hono';
import { answer, type DeskContext } from '../desk-context.ts';
import { filterFrom, queryOf } from '../entry-filter.ts';
import { type Search, searchPage } from '../pages/search.ts';
import { snippet } from '../snippet.ts';

const ENTRIES = 100;
const REPORTS = 20;

async function search({ ledger }: DeskContext, asked: Readonly<Record<string, string>>): Promise<Search> {
  const checked = filterFrom(asked);
  const { text = '' } = checked.filter;
  const query = queryOf(checked.filter);
  if (Object.keys(query).length === 0) return { ...checked, text, total: 0, entries: [], reports: [] };
  const found = text === '' ? [] : await ledger.reports({ text, limit: REPORTS });
  const reports = [];
  for (const report of found) {
    const reading = await ledger.reading(report.id);
    reports.push({ report, snippet: snippet(reading?.report.text ?? '', text) });
  }
  const entries = await ledger.entries({ ...query, limit: ENTRIES, order: 'newest' });
  return { ...checked, text, total: await ledger.countEntries(query), entries, reports };
}

export function routeSearch(app: Hono, context: DeskContext): void {
  app.get('/search', async (c) =>
    answer(c, await search(context, c.req.query()), (shown) => searchPage(shown, context)),
  );
}
