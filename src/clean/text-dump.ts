/** A page as plain text in, a report out: every stretch a block, and who published it when. */
import type { Block, Outcome, Problem, Published, Report } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { pageProblem } from './page-problem.ts';
import { reportId } from './report-id.ts';
import { type Stretch, splitStretches } from './stretches.ts';

/** What is known about an input before it is read. */
export interface PageHint {
  /** Path or address as given. */
  readonly source: string;
  readonly mediaType?: string;
  /** Publication as whoever hands in the page states it: `YYYY-MM-DD` or an instant. */
  readonly published?: string;
  /** Id of the source bytes; without it the text is hashed. */
  readonly id?: string;
  readonly url?: string;
}

/**
 * Reads a text dump. Never throws; a text without a report gives a report without body blocks and PAGE-004.
 *
 * @example readTextDump('published: 2024-05-02\n\nThe two ministers met.', { source: 'a.txt' }, rules).value.blocks
 */
export function readTextDump(text: string, hint: PageHint, _rules: Rules): Outcome<Report> {
  const problems: Problem[] = [];
  const stretches = splitStretches(text);
  if (stretches.length === 0) problems.push(pageProblem('PAGE-001'));
  const blocks = stretches.map(firstBlock);
  const published = statedLine(stretches[0]) ?? hintDate(hint);
  if (!published && stretches.length > 0) problems.push(pageProblem('PAGE-005'));
  return {
    value: {
      id: hint.id ?? reportId(text),
      source: hint.source,
      format: 'text',
      text,
      blocks,
      headline: null,
      outlet: null,
      agency: null,
      byline: null,
      dateline: null,
      published,
      language: null,
      ...(hint.url && { url: hint.url }),
    },
    problems,
  };
}

function firstBlock(s: Stretch): Block {
  if (/^published: \d{4}-\d\d-\d\d/.test(s.text)) return { start: s.start, end: s.end, kind: 'provenance' };
  const long = s.text.length > 60 && /[.!?"”’')]$/.test(s.text);
  return long
    ? { start: s.start, end: s.end, kind: 'body', why: 'a sentence' }
    : { start: s.start, end: s.end, kind: 'dropped', reason: 'other', why: 'no sentence' };
}

function statedLine(s: Stretch | undefined): Published | null {
  const m = s?.text.match(/^published: (\d{4}-\d\d-\d\d)/);
  return m && s ? { ...day(m[1]!, 'The first line states it.'), span: { start: s.start, end: s.end } } : null;
}

function hintDate(hint: PageHint): Published | null {
  const m = hint.published?.match(/^\d{4}-\d\d-\d\d/);
  return m ? day(m[0], 'Given together with the input.') : null;
}

function day(iso: string, reason: string): Published {
  return { edtf: iso, earliest: iso, latest: iso, grain: 'day', reason, basis: 'stated' };
}
