/** JSON and JSON lines: one object a report, with the text and what is known of it under the usual names. */
import type { Outcome, Report } from '../../model/index.ts';
import type { Rules } from '../../rules/rules.ts';
import { decodeText } from '../decode.ts';
import { emptyReport, readDescribed } from '../described.ts';
import { readHtml } from '../html/read-html.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import type { PageHint } from '../text-dump.ts';
import type { Reader } from './reader.ts';

type Item = Record<string, unknown>;

export const jsonlReader: Reader = {
  id: 'jsonl',
  accepts: (head, hint) =>
    /\.(?:jsonl?|ndjson)$/i.test(hint.source) ||
    /json/i.test(hint.mediaType ?? '') ||
    /^\s*\{\s*"/.test(head) ||
    /^\s*\[\s*\{/.test(head),
  *read(bytes, hint, rules) {
    const { value: text, problems } = decodeText(bytes);
    if (problems.some((p) => p.severity === 'stop')) {
      yield { value: emptyReport(hint, 'jsonl', reportId(bytes)), problems };
      return;
    }
    let n = 0;
    for (const raw of items(text)) {
      n++;
      yield readItem(raw, n, hint, rules);
    }
    if (n === 0) yield { value: emptyReport(hint, 'jsonl', reportId(bytes)), problems: [pageProblem('PAGE-007')] };
  },
};

/** Items with their source text: a whole file that is one JSON value, else one a line. */
function* items(text: string): Iterable<{ source: string; item: Item | null }> {
  const whole = parse(text);
  if (Array.isArray(whole)) {
    for (const item of whole) yield { source: JSON.stringify(item), item: isItem(item) ? item : null };
  } else if (isItem(whole)) {
    const inner = ['items', 'articles', 'results', 'docs', 'documents', 'data']
      .map((k) => whole[k])
      .find(Array.isArray) as unknown[] | undefined;
    for (const item of inner ?? [whole]) yield { source: JSON.stringify(item), item: isItem(item) ? item : null };
  } else {
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      const item = parse(line);
      yield { source: line, item: isItem(item) ? item : null };
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readItem(
  raw: { source: string; item: Item | null },
  n: number,
  hint: PageHint,
  rules: Rules,
): Outcome<Report> {
  const place: PageHint = { source: `${hint.source}#${n}`, id: reportId(raw.source) };
  const { item } = raw;
  if (!item)
    return {
      value: emptyReport(place, 'jsonl'),
      problems: [pageProblem('PAGE-008', { detail: `Item ${n} is no JSON object.`, excerpt: raw.source })],
    };
  const text = field(
    item,
    'text',
    'body',
    'content',
    'maintext',
    'fulltext',
    'full_text',
    'content_text',
    'articleBody',
    'article',
    'dump',
  );
  const page = field(item, 'html', 'content_html', 'raw_html');
  const url = field(item, 'url', 'link', 'uri', 'source_url');
  const known = {
    headline: field(item, 'title', 'headline', 'head'),
    byline: people(item.author ?? item.authors ?? item.byline ?? item.creator),
    outlet: field(item, 'outlet', 'publisher', 'publication', 'sitename', 'source_name', 'site', 'source'),
    published: field(
      item,
      'published',
      'date',
      'datePublished',
      'date_published',
      'date_publish',
      'pubDate',
      'publishedAt',
      'published_at',
      'publication_date',
      'timestamp',
    ),
  };
  if (text === null && page === null)
    return { value: emptyReport(place, 'jsonl'), problems: [pageProblem('PAGE-010', { detail: `Item ${n}.` })] };
  const described = { ...place, ...(url && { url }) };
  if (text === null) {
    const read = readHtml(page!, { ...described, ...(known.published && { published: known.published }) }, rules);
    return { ...read, value: { ...read.value, format: 'jsonl' } };
  }
  return readDescribed(text, described, { ...known, format: 'jsonl' }, rules);
}

function field(item: Item, ...names: string[]): string | null {
  for (const name of names) {
    const value = item[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (isItem(value) && typeof value.name === 'string') return value.name;
  }
  return null;
}

function people(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (Array.isArray(value))
    return (
      value
        .map((v) => people(v))
        .filter((v) => v !== null)
        .join(', ') || null
    );
  return isItem(value) && typeof value.name === 'string' ? value.name : null;
}
