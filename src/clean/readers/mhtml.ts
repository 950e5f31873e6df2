/** Pages saved by a browser as one file (MHTML): the first HTML part is the page. */
import PostalMime from 'postal-mime';
import { emptyReport } from '../described.ts';
import { readHtml } from '../html/read-html.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import type { Reader } from './reader.ts';

export const mhtmlReader: Reader = {
  id: 'mhtml',
  accepts: (head, hint) =>
    /\.mht(?:ml)?$/i.test(hint.source) ||
    /multipart\/related/i.test(hint.mediaType ?? '') ||
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,12}?(?:Snapshot-Content-Location|X-Snapshot):/i.test(head),
  async *read(bytes, hint, rules) {
    const id = reportId(bytes);
    try {
      const mail = await PostalMime.parse(bytes, { maxNestingDepth: 16 });
      if (!mail.html) {
        yield {
          value: emptyReport(hint, 'mhtml', id),
          problems: [pageProblem('PAGE-007', { detail: 'It holds no page.' })],
        };
        return;
      }
      const url = mail.headers.find((h) => h.key === 'snapshot-content-location')?.value;
      const read = readHtml(mail.html, { ...hint, id, ...(url && { url }) }, rules);
      yield { ...read, value: { ...read.value, format: 'mhtml' } };
    } catch (error) {
      const detail = error instanceof Error ? error.message : '';
      yield { value: emptyReport(hint, 'mhtml', id), problems: [pageProblem('PAGE-007', { detail })] };
    }
  },
};
