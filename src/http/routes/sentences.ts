/** Sentences of a report with their trees, parsed when asked for. */
import type { Context, Hono } from 'hono';
import type { Report, Sentence } from '../../model/index.ts';
import { answer, type DeskContext } from '../desk-context.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { sentencePage, sentencesPage } from '../pages/sentence.ts';
import { sentencesPath } from '../paths.ts';

const head = ({ id, headline, source }: Report): Pick<Report, 'id' | 'headline' | 'source'> => ({
  id,
  headline,
  source,
});

function wordsOf({ text }: Report, { start, end }: Sentence): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

/** The sentence that holds a place of the text, or the next one. */
function numberAt(sentences: readonly Sentence[], at: number): number | null {
  const index = sentences.findIndex((s) => at < s.end);
  return index < 0 ? null : index + 1;
}

export function routeSentences(app: Hono, context: DeskContext): void {
  const missing = (c: Context, why: string): Promise<Response> =>
    answer(c, { missing: c.req.path }, () => notFoundPage(context, why), 404);

  async function parsed(id: string): Promise<{ report: Report; sentences: readonly Sentence[] } | string> {
    if (context.parse === undefined) return 'This desk was opened without a parser.';
    const reading = await context.ledger.reading(id);
    if (reading === null) return `The ledger holds no report “${id}”.`;
    return { report: reading.report, sentences: await context.parse(reading.report) };
  }

  app.get('/reports/:id/sentences', async (c) => {
    const found = await parsed(c.req.param('id'));
    if (typeof found === 'string') return missing(c, found);
    const { report, sentences } = found;
    const at = c.req.query('at');
    if (at !== undefined) {
      const n = numberAt(sentences, Number(at));
      return n === null ? missing(c, 'No sentence stands there.') : c.redirect(sentencesPath(report.id, { n }), 302);
    }
    const list = sentences.map((s, i) => ({ n: i + 1, words: wordsOf(report, s) }));
    return answer(c, { report: head(report), sentences: list }, (shown) => sentencesPage(shown, context));
  });

  app.get('/reports/:id/sentences/:n', async (c) => {
    const found = await parsed(c.req.param('id'));
    if (typeof found === 'string') return missing(c, found);
    const { report, sentences } = found;
    const n = Number(c.req.param('n'));
    const sentence = sentences[n - 1];
    if (sentence === undefined) return missing(c, `The report has ${sentences.length} sentences.`);
    const shown = { report: head(report), n, of: sentences.length, words: wordsOf(report, sentence), sentence };
    return answer(c, shown, (s) => sentencePage(s, context));
  });
}
