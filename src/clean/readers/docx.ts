/** DOCX exports of news archives: one report a document of the export, divided where the archive says it ends. */
import mammoth from 'mammoth';
import { pageProblem } from '../page-problem.ts';
import { dayOf, type Item, readItem } from './item.ts';
import type { Reader } from './reader.ts';

const END = /^\s*End of Document\s*$/im;
/** Lines of the archive's own around an article. */
const FURNITURE =
  /^(Copyright \d{4}.*|Length:.*|Load-Date:.*|Section:.*|Body|Highlight:.*|Link to .*|Page \d+ of \d+|Classification|Language:.*|Publication-Type:.*|Journal Code:.*|Subject:.*|Industry:.*|Geographic:.*)$/i;

export const docxReader: Reader = {
  id: 'docx',
  accepts: (head, hint) =>
    head.startsWith('PK\u0003\u0004') && /\.docx$|wordprocessingml/i.test(`${hint.source} ${hint.mediaType ?? ''}`),
  async *read(bytes, hint, rules) {
    const text = await textOf(bytes);
    if (text === null) {
      yield {
        value: readItem({ format: 'docx', part: '0', text: '' }, hint, rules).value,
        problems: [pageProblem('PAGE-007')],
      };
      return;
    }
    const parts = text.split(END).filter((p) => p.trim() !== '');
    for (const [n, part] of parts.entries()) yield readItem(itemOf(part, String(n + 1)), hint, rules);
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
function itemOf(part: string, number: string): Item {
  const lines = part
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '');
  const body = lines.findIndex((l) => /^Body$/i.test(l));
  if (body < 0) return { format: 'docx', part: number, text: lines.join('\n\n') };
  const [title, outlet, day] = lines;
  const published = dayOf(day ?? '');
  const kept = lines.slice(body + 1).filter((l) => !FURNITURE.test(l));
  const byline = lines
    .slice(0, body)
    .find((l) => /^Byline:/i.test(l))
    ?.replace(/^Byline:\s*/i, '');
  return {
    format: 'docx',
    part: number,
    title,
    text: kept.join('\n\n'),
    outlet: published ? outlet : undefined,
    published,
    byline,
  };
}
