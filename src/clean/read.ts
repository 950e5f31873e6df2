/** Bytes in, reports out: picks the reader by what the bytes look like and what the hint says. */
import type { Outcome, Report } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { readers } from './readers/index.ts';
import type { PageHint } from './text-dump.ts';

export { readHtml } from './html/read-html.ts';
export type { PageHint } from './text-dump.ts';
export { readTextDump } from './text-dump.ts';

const HEAD = 4096;

/**
 * Reads one input; a container (mailbox, feed, WARC, archive export) gives many reports.
 * Bad input gives problems with an empty report, never an exception.
 *
 * @example for await (const { value, problems } of readReports(bytes, { source: 'page.html' }, rules)) print(value);
 */
export async function* readReports(bytes: Uint8Array, hint: PageHint, rules: Rules): AsyncIterable<Outcome<Report>> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const reader = readers.find((r) => r.accepts(head, hint));
  if (reader) yield* reader.read(bytes, hint, rules);
}
