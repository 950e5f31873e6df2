/** Markdown, as reader modes give it: the marks go, the links leave their words; then it is a text dump like any other. */
import { decodeText } from '../decode.ts';
import { statedTime } from '../described.ts';
import { reportId } from '../report-id.ts';
import { readTextDump } from '../text-dump.ts';
import type { Reader } from './reader.ts';

export const markdownReader: Reader = {
  id: 'markdown',
  accepts: (head, hint) =>
    /\.(?:md|markdown)$/i.test(hint.source) ||
    /markdown/i.test(hint.mediaType ?? '') ||
    /^---\r?\n(?:\w[\w-]*:.*\r?\n){1,30}---\r?\n/.test(head),
  *read(bytes, hint, rules) {
    const { value, problems } = decodeText(bytes);
    const front = frontMatter(value);
    const read = readTextDump(plainText(value.slice(front.end)), { ...hint, id: reportId(bytes) }, rules);
    const published = front.fields.get('date') ?? front.fields.get('published');
    const time = published ? statedTime(published, rules, 'The head of the file states it.') : null;
    const heading = /^#\s+(.{3,300})$/m.exec(value)?.[1];
    const headline = front.fields.get('title') ?? read.value.headline ?? (heading ? plainText(heading).trim() : null);
    yield {
      value: {
        ...read.value,
        format: 'markdown',
        headline,
        byline: front.fields.get('author') ?? read.value.byline,
        published: time ?? read.value.published,
      },
      problems: [...problems, ...read.problems],
    };
  },
};

function frontMatter(text: string): { fields: Map<string, string>; end: number } {
  const m = text.match(/^---\r?\n((?:\w[\w-]*:[^\n]*\n){1,30})---\r?\n/);
  const fields = new Map<string, string>();
  for (const line of m?.[1]?.split('\n') ?? []) {
    const pair = line.match(/^([\w-]+):\s*["']?(.*?)["']?\s*$/);
    if (pair?.[2]) fields.set(pair[1]!.toLowerCase(), pair[2]);
  }
  return { fields, end: m ? m[0].length : 0 };
}

/** Takes the marks off line by line; images and rules go, links and emphasis leave their words. */
export function plainText(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/!\[([^\]]{0,400})\]\([^)\s]{0,600}(?:\s"[^"]{0,200}")?\)/g, '$1')
        .replace(/\[([^\]]{0,600})\]\([^)\s]{0,600}(?:\s"[^"]{0,200}")?\)/g, '$1')
        .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[*+-]\s{1,4})/, '')
        .replace(/^\s*(?:[*_-]\s?){3,}$/, '')
        .replace(/(\*\*|__)(?=\S)(.{1,600}?)(?<=\S)\1/g, '$2')
        .replace(/(?<![\w*])\*(?=\S)([^*]{1,400}?)(?<=\S)\*(?!\w)/g, '$1'),
    )
    .join('\n');
}
