/** JSON and JSON Lines: one article an object, under the names programs usually give its fields. */
import { decodeText } from '../decode.ts';
import { pageProblem } from '../page-problem.ts';
import { type Item, readItem } from './item.ts';
import { markupText } from './markup-text.ts';
import type { Reader } from './reader.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Names under which a field goes, the surest first. */
const NAMES = {
  title: ['title', 'headline', 'name'],
  text: ['text', 'body', 'content', 'article', 'articleBody', 'maintext', 'content_text', 'description'],
  html: ['html', 'content_html'],
  url: ['url', 'link', 'source_url', 'id'],
  published: [
    'published',
    'date',
    'date_published',
    'datePublished',
    'publishedAt',
    'published_at',
    'date_publish',
    'pubDate',
  ],
  outlet: ['outlet', 'source', 'publisher', 'site_name', 'source_domain', 'publication'],
  byline: ['byline', 'author', 'authors', 'creator'],
} as const;

export const jsonReader: Reader = {
  id: 'json',
  accepts: (head, hint) =>
    /\.(json|jsonl|ndjson)$/i.test(hint.source) || (/json/i.test(hint.mediaType ?? '') && /^\s*[[{]/.test(head)),
  *read(bytes, hint, rules) {
    const { value: text, problems } = decodeText(bytes);
    const empty = readItem({ format: 'json', part: '0', text: '' }, hint, rules).value;
    if (problems.some((p) => p.severity === 'stop')) {
      yield { value: empty, problems };
      return;
    }
    let n = 0;
    for (const object of objectsOf(text)) {
      n++;
      const item = object === null ? null : itemOf(object, String(n));
      if (item !== null) yield readItem(item, hint, rules);
      else
        yield {
          value: { ...empty, source: `${hint.source}#${n}` },
          problems: [pageProblem(n === 1 ? 'PAGE-007' : 'PAGE-008')],
        };
    }
    if (n === 0) yield { value: empty, problems: [pageProblem('PAGE-007')] };
  },
};

/** The objects of a file: one, a list, a list under a name, or one a line. Null where a line does not parse. */
function* objectsOf(text: string): Generator<Fields | null> {
  const whole = parsed(text);
  if (whole === undefined) {
    for (const line of text.split('\n')) if (line.trim() !== '') yield asFields(parsed(line));
    return;
  }
  const list = Array.isArray(whole) ? whole : (listIn(whole) ?? [whole]);
  for (const object of list) yield asFields(object);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The list of articles inside a wrapper such as `{ "articles": [...] }`. */
function listIn(whole: unknown): readonly unknown[] | undefined {
  const fields = asFields(whole);
  if (fields === null || word(fields, NAMES.text) !== undefined) return undefined;
  return Object.values(fields).find((v): v is unknown[] => Array.isArray(v) && v.some((x) => asFields(x) !== null));
}

function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function itemOf(object: Fields, part: string): Item | null {
  const html = word(object, NAMES.html);
  const plain = word(object, NAMES.text);
  const text = plain ?? (html === undefined ? undefined : markupText(html));
  if (text === undefined) return null;
  const url = word(object, NAMES.url);
  return {
    format: 'json',
    part,
    title: word(object, NAMES.title) ?? null,
    text: /<p[\s>]/i.test(text) ? markupText(text) : text,
    url: url !== undefined && URL.canParse(url) ? url : undefined,
    published: word(object, NAMES.published),
    outlet: word(object, NAMES.outlet),
    byline: word(object, NAMES.byline),
  };
}

/** The first of the named fields that holds words; lists are joined, objects give their name. */
function word(object: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = words(object[name]);
    if (found !== '') return found;
  }
  return undefined;
}

function words(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value))
    return value
      .map(words)
      .filter((w) => w !== '')
      .join(', ');
  const name = asFields(value)?.name;
  return typeof name === 'string' ? name.trim() : '';
}
