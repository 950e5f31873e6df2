/** A page as plain text in, a report out: every stretch a block, and who published it when. */
import type { Block, Outcome, Problem, Published, Report } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { weighPage } from './decide-body.ts';
import { labelParts, type PartLabel } from './label-parts.ts';
import { pageProblem } from './page-problem.ts';
import { dayValue } from './published.ts';
import { reportId } from './report-id.ts';
import { type Stretch, splitStretches } from './stretches.ts';
import type { WeighedPage } from './weighed-page.ts';
import { findWhoAndWhen, type WhoAndWhen } from './who-and-when.ts';
import { joinWrapped } from './wrapped.ts';

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

/** What is weighed at most; more than this is no press report, and the rest is dropped unread, so that memory stays bounded. */
const MAX_LINES = 200_000;
const MAX_CHARACTERS = 8_000_000;

/**
 * Reads a text dump. Never throws; a text without a report gives a report without body blocks and PAGE-004.
 *
 * @example readTextDump('published: 2024-05-02\n\nThe two ministers met.', { source: 'a.txt' }, rules).value.blocks
 */
export function readTextDump(text: string, hint: PageHint, rules: Rules): Outcome<Report> {
  const all = splitStretches(text);
  const problems: Problem[] = [];
  if (all.length === 0) problems.push(pageProblem('PAGE-001'));
  const stated = statedLine(all[0]);
  const limit = weighable(all);
  const rest = all.length > limit ? restOf(all, limit) : null;
  if (rest) problems.push(pageProblem('PAGE-006', { detail: `It has ${all.length} lines.`, at: rest }));
  const lines = joinWrapped(all.slice(stated ? 1 : 0, limit), text);
  const page = weighPage(lines, rules);
  const found = findWhoAndWhen(page, rules);
  const labels = labelParts(page, found.lines, rules);
  const published = stated?.published ?? hintDate(hint) ?? found.published;
  if (page.first < 0 && all.length > 0) problems.push(pageProblem('PAGE-004', { excerpt: all[0]!.text }));
  if (published?.basis !== 'stated' && all.length > 0) problems.push(pageProblem('PAGE-005'));
  const blocks = blocksOf(page, labels);
  if (stated) blocks.unshift(stated.block);
  if (rest) blocks.push(rest);
  return { value: reportOf(text, hint, blocks, found, published), problems };
}

/** How many lines can be weighed. */
function weighable(lines: readonly Stretch[]): number {
  let characters = 0;
  for (let i = 0; i < Math.min(lines.length, MAX_LINES); i++) {
    characters += Math.min(lines[i]!.text.length, 4000);
    if (characters > MAX_CHARACTERS) return i;
  }
  return Math.min(lines.length, MAX_LINES);
}

function restOf(lines: readonly Stretch[], from: number): Block {
  const why = 'The page is too large; this part was not weighed.';
  return { start: lines[from]!.start, end: lines.at(-1)!.end, kind: 'dropped', reason: 'other', why };
}

function reportOf(text: string, hint: PageHint, blocks: Block[], who: WhoAndWhen, published: Published | null): Report {
  return {
    id: hint.id ?? reportId(text),
    source: hint.source,
    format: 'text',
    text,
    blocks,
    headline: who.headline,
    outlet: who.outlet,
    agency: who.agency,
    byline: who.byline,
    dateline: who.dateline,
    published,
    language: null,
    ...((hint.url ?? who.url) && { url: hint.url ?? who.url! }),
  };
}

/** One block a part: neighbours are not merged, so that each keeps its own grounds and paragraphs stay apart. */
export function blocksOf(page: WeighedPage, labels: readonly PartLabel[]): Block[] {
  return page.parts.map(({ part }, i) => ({ start: part.start, end: part.end, ...labels[i]! }));
}

const STATED_LINE = /^published:\s*(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?([+-]\d\d:\d\d|Z)?)?\s*$/i;

/** A first line `published: YYYY-MM-DD`, put there by whoever saved the text. */
function statedLine(s: Stretch | undefined): { published: Published; block: Block } | null {
  const m = s?.text.match(STATED_LINE);
  if (!m || !s) return null;
  const instant = m[2] ? { instant: `${m[1]}T${m[2]}${m[3] === 'Z' ? '+00:00' : (m[3] ?? '')}` } : {};
  const span = { start: s.start, end: s.end };
  return {
    published: { ...dayValue(m[1]!, 'The first line states it.'), basis: 'stated', ...instant, span },
    block: { ...span, kind: 'provenance', why: 'It states when the report was published.' },
  };
}

function hintDate(hint: PageHint): Published | null {
  const m = hint.published?.match(/^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/);
  return m ? { ...dayValue(m[1]!, 'Given together with the input.'), basis: 'stated' } : null;
}
