/** Web pages, also saved by a browser; the charset may be declared in the page itself. */
import { decodeText } from '../decode.ts';
import { readHtml } from '../html/read-html.ts';
import { reportId } from '../report-id.ts';
import type { Reader } from './reader.ts';

const MARKUP =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|div|article|section|main|meta|title|p|h1|table)[\s>]/i;

export const htmlReader: Reader = {
  id: 'html',
  accepts: (head, hint) =>
    MARKUP.test(head) ||
    /^(?:text\/html|application\/xhtml)/i.test(hint.mediaType ?? '') ||
    /\.(?:x?html?)$/i.test(hint.source),
  *read(bytes, hint, rules) {
    const { value, problems } = decodeText(bytes, charsetOf(bytes, hint.mediaType));
    const report = readHtml(value, { ...hint, id: hint.id ?? reportId(bytes) }, rules);
    const stopped = problems.some((p) => p.severity === 'stop');
    yield { value: report.value, problems: stopped ? problems : [...problems, ...report.problems] };
  },
};

/** The charset that the transport or the first kilobytes of the page declare. */
export function charsetOf(bytes: Uint8Array, mediaType: string | undefined): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 3000));
  return (
    mediaType?.match(/charset="?([\w-]+)/i)?.[1] ?? head.match(/<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i)?.[1]
  );
}
