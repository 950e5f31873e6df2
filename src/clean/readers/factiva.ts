/** Factiva HTML exports: one report an `.article` block; its fields are marked by two-letter codes or by classes. */
import { parseHTML } from 'linkedom';
import { decodeText } from '../decode.ts';
import { type Item, readItem } from './item.ts';
import { nodeText } from './markup-text.ts';
import type { Reader } from './reader.ts';

interface Element {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  readonly textContent: string | null;
}

export const factivaReader: Reader = {
  id: 'factiva',
  accepts: (head, hint) =>
    /factiva/i.test(head) && (/<html|<!doctype html/i.test(head) || /\.html?$/i.test(hint.source)),
  *read(bytes, hint, rules) {
    const { value: html, problems } = decodeText(bytes);
    const { document } = parseHTML(html) as unknown as { document: Element };
    const articles = [...document.querySelectorAll('.article')];
    for (const [n, article] of articles.entries()) {
      const read = readItem({ ...itemOf(article), part: String(n + 1) }, hint, rules);
      yield { value: read.value, problems: [...problems, ...read.problems] };
    }
    if (articles.length === 0) {
      yield readItem({ format: 'factiva', part: '0', text: nodeText(document as never) }, hint, rules);
    }
  },
};

function itemOf(article: Element): Item {
  const coded = codesOf(article);
  const field = (code: string): string | undefined => coded.get(code)?.trim().replace(/\s+/g, ' ');
  const paragraphs = [...article.querySelectorAll('p.articleParagraph')].map((p) => nodeText(p as never));
  const headline = article.querySelector('#hd, .enHeadline, .headline')?.textContent;
  const body = paragraphs.length > 0 ? paragraphs.join('\n\n') : `${coded.get('LP') ?? ''}\n\n${coded.get('TD') ?? ''}`;
  return {
    format: 'factiva',
    part: '1',
    title: field('HD') ?? headline ?? null,
    text: body.trim(),
    published: field('PD') ?? dayLine(article),
    outlet: field('SN'),
    byline: field('BY')?.replace(/^by\s+/i, ''),
  };
}

/** Rows of the form `HD | headline`. */
function codesOf(article: Element): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const row of article.querySelectorAll('tr')) {
    const [name, value] = [...row.querySelectorAll('td')];
    const code = name?.textContent?.trim() ?? '';
    if (/^[A-Z]{2,3}$/.test(code) && value !== undefined) codes.set(code, nodeText(value as never));
  }
  return codes;
}

/** Without codes the day stands on a line of its own among the article's heads. */
function dayLine(article: Element): string | undefined {
  const lines = [...article.querySelectorAll('div')].map((d) => d.textContent?.trim() ?? '');
  return lines.find((l) => l.length < 30 && /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(l));
}
