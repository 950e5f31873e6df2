/** WARC files, plain or gzipped (CC-NEWS): each answer with a page is a report. */
import { WARCParser } from 'warcio';
import { decodeText } from '../decode.ts';
import { emptyReport } from '../described.ts';
import { readHtml } from '../html/read-html.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import { readTextDump } from '../text-dump.ts';
import { charsetOf } from './html.ts';
import type { Reader } from './reader.ts';

/** A page larger than this is no report; what is over is left out, so that a gzip bomb cannot fill the memory. */
const MAX_PAGE = 20_000_000;

export const warcReader: Reader = {
  id: 'warc',
  accepts: (head, hint) => head.startsWith('WARC/') || /\.warc(?:\.gz)?$/i.test(hint.source),
  async *read(bytes, hint, rules) {
    let n = 0;
    try {
      for await (const record of new WARCParser(chunked(bytes))) {
        // Every record is read to its end here: the parser's own way of skipping does not return from a cut record.
        const body = await limited(record);
        if (record.warcType !== 'response' && record.warcType !== 'conversion') continue;
        n++;
        const url = record.warcTargetURI ?? undefined;
        const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? '';
        if (!/html|text\/plain/i.test(type)) continue;
        const place = { source: `${hint.source}#${n}`, id: reportId(body), ...(url && { url }) };
        const { value, problems } = decodeText(body, charsetOf(body, type));
        const read = /html/i.test(type) ? readHtml(value, place, rules) : readTextDump(value, place, rules);
        yield { value: { ...read.value, format: 'warc' }, problems: [...problems, ...read.problems] };
      }
    } catch (error) {
      const detail = error instanceof Error ? error.message : '';
      yield {
        value: emptyReport({ ...hint, source: `${hint.source}#${n + 1}` }, 'warc', reportId(bytes)),
        problems: [pageProblem('PAGE-008', { detail })],
      };
    }
    if (n === 0) yield { value: emptyReport(hint, 'warc', reportId(bytes)), problems: [pageProblem('PAGE-007')] };
  },
};

async function* chunked(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let i = 0; i < bytes.length; i += 65_536) yield bytes.subarray(i, i + 65_536);
}

async function limited(record: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of record) {
    if (size < MAX_PAGE) parts.push(part);
    size += part.length;
  }
  return Buffer.concat(parts);
}
