/** Pairs: entries of two parties by day, track or status. */
import type { Hono } from 'hono';
import { answer, type DeskContext } from '../desk-context.ts';
import { type CheckedFilter, filterFrom, queryOf } from '../entry-filter.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { type Facet, type Pair, pairPage } from '../pages/pair.ts';
import { type Pairs, pairsPage } from '../pages/pairs.ts';
import { pageNumber, pairPath, withQuery } from '../paths.ts';

function facets(values: readonly string[]): readonly Facet[] {
  const counts = Map.groupBy(values, (v) => v);
  return [...counts].map(([value, all]) => ({ value, entries: all.length })).sort((a, b) => b.entries - a.entries);
}

async function pairOf({ ledger }: DeskContext, pair: readonly [string, string], checked: CheckedFilter): Promise<Pair> {
  const all = await ledger.entries({ pair });
  const wanted = queryOf(checked.filter);
  const entries = Object.keys(wanted).length === 0 ? all : await ledger.entries({ ...wanted, pair });
  return {
    ...checked,
    pair,
    entries,
    total: all.length,
    tracks: facets(all.map((e) => e.lead.track)),
    statuses: facets(all.map((e) => e.lead.status)),
  };
}

const A_PAGE = 60;

/** One page of all pairs; one more is asked for, to see whether there is a next page. */
async function pairs({ ledger }: DeskContext, page: number): Promise<Pairs> {
  const lines = await ledger.pairs({ limit: A_PAGE + 1, offset: (page - 1) * A_PAGE });
  return { page, more: lines.length > A_PAGE, pairs: lines.slice(0, A_PAGE) };
}

export function routePairs(app: Hono, context: DeskContext): void {
  app.get('/pairs', async (c) => {
    const page = pageNumber(c.req.query('page'));
    return answer(c, await pairs(context, page), (shown) => pairsPage(shown, context));
  });
  app.get('/pairs/:pair', async (c) => {
    const [a = '', b = ''] = c.req.param('pair').toUpperCase().split('-');
    const asked = `/pairs/${c.req.param('pair')}`;
    if (a !== '' && b !== '' && asked !== pairPath(a, b)) {
      const suffix = new URL(c.req.url).pathname.endsWith('.json') ? '.json' : '';
      return c.redirect(withQuery(pairPath(a, b) + suffix, c.req.query()), 308);
    }
    const shown = await pairOf(context, [a, b], filterFrom(c.req.query()));
    if (shown.total === 0) {
      const why = `The ledger holds nothing on the pair “${c.req.param('pair')}”.`;
      return answer(c, { missing: shown.pair }, () => notFoundPage(context, why), 404);
    }
    return answer(c, shown, () => pairPage(shown, context));
  });
}
