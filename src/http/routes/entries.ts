/** One entry with everything it rests on. */
import type { Hono } from 'hono';
import { explain } from '../../ledger/ask.ts';
import { answer, type DeskContext } from '../desk-context.ts';
import { entryPage } from '../pages/entry.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { entryPath } from '../paths.ts';
import { wordOf } from '../word-of.ts';

export function routeEntries(app: Hono, context: DeskContext): void {
  app.get('/entries/:id', async (c) => {
    const id = c.req.param('id');
    const explained = await explain(context.ledger, id);
    if (!('found' in explained)) {
      const why =
        explained.missing === 'ambiguous'
          ? `Several ids start with “${id}”: ${explained.ids.join(', ')}.`
          : `The ledger holds no entry or claim “${id}”.`;
      return answer(c, explained, () => notFoundPage(context, why), 404);
    }
    const { entry } = explained.found;
    // A claim's id, the start of an id, or one that has gone over to another entry: the entry has one address.
    if (entry !== null && entry.id !== id) return c.redirect(entryPath(entry.id), 302);
    const people = await context.roster();
    const shown = { ...explained.found, wordOf: wordOf(explained.found.claims) };
    return answer(c, shown, (found) => entryPage(found, { ...context, people }));
  });
}
