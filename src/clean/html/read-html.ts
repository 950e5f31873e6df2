/** A web page in, a report out: its visible text as blocks, and what its mark-up says of authors, outlet and time. */
import type { Outcome, Problem, Published, Report } from '../../model/index.ts';
import type { Rules } from '../../rules/rules.ts';
import { creditedAgency } from '../agency.ts';
import { isDesk } from '../byline.ts';
import { statedTime } from '../described.ts';
import { labelParts } from '../label-parts.ts';
import { pageProblem } from '../page-problem.ts';
import { dayValue } from '../published.ts';
import { reportId } from '../report-id.ts';
import { blocksOf, type PageHint, readTextDump } from '../text-dump.ts';
import { findWhoAndWhen, type WhoAndWhen } from '../who-and-when.ts';
import { type PageMetadata, readMetadata } from './metadata.ts';
import { askReadability, type Witness } from './readability.ts';
import { visibleLines } from './visible.ts';
import { weighHtml } from './weigh-html.ts';

/** Pages with more visible lines than this are weighed as a text dump: their mark-up tells nothing more. */
const MAX_LINES = 60_000;

/**
 * Reads a web page. `report.text` is all its visible text, one line a block element. Never throws.
 *
 * @example readHtml('<article><h1>Talks</h1><p>The two ministers met.</p></article>', { source: 'a.html' }, rules)
 */
export function readHtml(html: string, hint: PageHint, rules: Rules): Outcome<Report> {
  const visible = visibleLines(html);
  const { lines, depth } = visible;
  const text = lines.map((l) => l.text).join('\n');
  const id = hint.id ?? reportId(html);
  if (lines.length === 0 || lines.length > MAX_LINES) {
    const out = readTextDump(text, { ...hint, id }, rules);
    // Mark-up without a word of text is not an empty input.
    const silent = lines.length === 0 && html.trim() !== '';
    const problems = silent ? [pageProblem('PAGE-004', { excerpt: html.trim().slice(0, 80) })] : out.problems;
    return { value: { ...out.value, format: 'html' }, problems };
  }
  const witness = askReadability(html, lines, depth);
  const page = weighHtml(visible, witness.lines, rules);
  const found = findWhoAndWhen(page, rules);
  const meta = readMetadata(html);
  const problems: Problem[] = [];
  if (depth > 400) problems.push(pageProblem('PAGE-009', { detail: `It is nested ${depth} deep.` }));
  if (page.first < 0) problems.push(pageProblem('PAGE-004', { excerpt: text.slice(0, 80) }));
  const facts = factsOf(found, meta, witness, hint, rules);
  if (facts.published?.basis !== 'stated') problems.push(pageProblem('PAGE-005'));
  const blocks = blocksOf(page, labelParts(page, found.lines, rules));
  const url = hint.url ?? meta.url;
  return {
    value: { id, source: hint.source, format: 'html', text, blocks, ...facts, ...(url && { url }) },
    problems,
  };
}

/** Handles, addresses, slugs and picture credits that sites put where authors belong. */
const NO_AUTHOR = /^@|https?:|^\(|image:|^[a-z0-9]+(?:-[a-z0-9]+)+$|^[a-z0-9_.]+$|\S+@\S+\.\w/;

type Facts = Pick<Report, 'headline' | 'outlet' | 'agency' | 'byline' | 'dateline' | 'published' | 'language'>;

function factsOf(found: WhoAndWhen, meta: PageMetadata, witness: Witness, hint: PageHint, rules: Rules): Facts {
  const outlet = meta.outlets[0] ?? witness.siteName ?? found.outlet;
  const authors = meta.authors
    .flatMap((a) => a.split(/\s*[;,|]\s*|\s+and\s+(?=\p{Lu})/u))
    .map((a) => a.replace(/^by\s+/i, '').trim());
  const people = authors.filter(
    (a) => a !== '' && !creditedAgency(a, rules) && !sameName(a, outlet) && !NO_AUTHOR.test(a),
  );
  const credited = authors.map((a) => creditedAgency(a, rules)).find((a) => a !== null) ?? null;
  const declared = meta.agencies.map((a) => creditedAgency(a, rules)).find((a) => a !== null) ?? null;
  const named = people.filter((a) => !isDesk(a, rules));
  return {
    headline: headlineOf(found, meta, outlet),
    outlet,
    agency: credited ?? found.agency ?? declared,
    byline: (named.length > 0 ? [...new Set(people)].join(', ') : null) ?? found.byline ?? people[0] ?? null,
    dateline: found.dateline,
    published: hintOrStated(hint, meta, found, rules),
    language: meta.language,
  };
}

function sameName(a: string, b: string | null): boolean {
  const bare = (s: string): string => s.toLowerCase().replace(/^the\s+|[^\p{L}\p{N}]/gu, '');
  return b !== null && bare(a) === bare(b);
}

/** The headline that the mark-up declares; where it declares none of some length, the one that the page prints. */
function headlineOf(found: WhoAndWhen, meta: PageMetadata, outlet: string | null): string | null {
  const declared = meta.headlines.map((h) => withoutSite(h, outlet)).filter((h) => h.split(' ').length >= 3);
  return declared[0] ?? found.headline ?? meta.headlines[0] ?? null;
}

function bareWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** `Ferry line reopens - The Harbour Gazette` without the name at its end. */
function withoutSite(title: string, outlet: string | null): string {
  const m = title.match(/^(.{12,}?)\s+(?:[|–—»·]|-|::)\s+([^|–—»]{2,50})$/u);
  if (!m) return title;
  const tail = bareWords(m[2]!);
  const site = outlet ? bareWords(outlet) : '';
  const isSite = site !== '' && (tail.includes(site) || site.includes(tail));
  return isSite || title.includes('|') || m[2]!.split(' ').length <= 3 ? m[1]! : title;
}

function hintOrStated(hint: PageHint, meta: PageMetadata, found: WhoAndWhen, rules: Rules): Published | null {
  const given = hint.published?.match(/^\d{4}-\d\d-\d\d/)?.[0];
  if (given) return { ...dayValue(given, 'Given together with the input.'), basis: 'stated' };
  for (const { value, from } of meta.published) {
    const time = statedTime(value, rules, `Stated in the mark-up (${from}).`);
    if (time) return time;
  }
  if (found.published?.basis === 'stated') return found.published;
  const inUrl = (hint.url ?? meta.url ?? '').match(/\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:\/|-|$)/);
  if (inUrl)
    return { ...dayValue(`${inUrl[1]}-${inUrl[2]}-${inUrl[3]}`, 'The address of the page gives it.'), basis: 'stated' };
  return found.published;
}
