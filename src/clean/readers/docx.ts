/** DOCX exports of news archives: one report a document of the export, divided where the archive says it ends. */
import mammoth from 'mammoth';
import { emptyReport, readDescribed, type Stated } from '../described.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import type { Reader } from './reader.ts';

const END = /^\s*End of Document\s*$/im;
/** Lines of the archive's own around an article. */
const FURNITURE =
  /^(Copyright \d{4}.*|Length:.*|Load-Date:.*|Section:.*|Highlight:.*|Link to .*|Page \d+ of \d+|Classification|Language:.*|Publication-Type:.*|Journal Code:.*|Subject:.*|Industry:.*|Geographic:.*)$/i;

export const docxReader: Reader = {
  id: 'docx',
  accepts: (head, hint) =>
    head.startsWith('PK\u0003\u0004') && /\.docx\b|wordprocessingml/i.test(`${hint.source} ${hint.mediaType ?? ''}`),
  async *read(bytes, hint, rules) {
    const text = await textOf(bytes);
    if (text === null) {
      yield { value: emptyReport(hint, 'docx', reportId(bytes)), problems: [pageProblem('PAGE-007')] };
      return;
    }
    const parts = text.split(END).filter((p) => p.trim() !== '');
    for (const [n, part] of parts.entries()) {
      const { body, stated } = documentOf(part);
      yield readDescribed(body, { ...hint, source: `${hint.source}#${n + 1}`, id: reportId(part) }, stated, rules);
    }
  },
};

async function textOf(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  } catch {
    return null;
  }
}

/** Title, outlet and day stand on the first three lines, the article after "Body". */
function documentOf(part: string): { readonly body: string; readonly stated: Stated } {
  const lines = part
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '');
  const body = lines.findIndex((l) => /^Body$/i.test(l));
  if (body < 0) return { body: lines.join('\n\n'), stated: { format: 'docx' } };
  const [headline, outlet, published] = lines;
  const text = [headline, ...lines.slice(body + 1).filter((l) => !FURNITURE.test(l))].join('\n\n');
  const byline = lines.find((l, n) => n < body && /^Byline:/i.test(l))?.replace(/^Byline:\s*/i, '');
  return {
    body: text,
    stated: {
      format: 'docx',
      headline: headline ?? null,
      outlet: outlet ?? null,
      published: published ?? null,
      byline: byline ?? null,
    },
  };
}
