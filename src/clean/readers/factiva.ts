/** Factiva HTML exports: one report an `.article` block; its fields are marked by two-letter codes or by classes. */
import { parseHTML } from 'linkedom';
import { decodeText } from '../decode.ts';
import { emptyReport, readDescribed, type Stated } from '../described.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import { type MarkupNode, nodeText } from './markup-text.ts';
import type { Reader } from './reader.ts';

interface Element extends MarkupNode {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

export const factivaReader: Reader = {
  id: 'factiva',
  accepts: (head, hint) =>
    /<title>\s*factiva|factiva\.com/i.test(head) &&
    (/<html|<!doctype html/i.test(head) || /\.html?$/i.test(hint.source)),
  *read(bytes, hint, rules) {
    const { value: html, problems } = decodeText(bytes);
    const { document } = parseHTML(html) as unknown as { document: Element };
    const articles = [...document.querySelectorAll('.article')];
    for (const [n, article] of articles.entries()) {
      const { body, stated } = articleOf(article);
      const place = { ...hint, source: `${hint.source}#${n + 1}`, id: reportId(`${stated.headline}\0${body}`) };
      const read = readDescribed(`${stated.headline ?? ''}\n\n${body}`.trim(), place, stated, rules);
      yield { value: read.value, problems: [...problems, ...read.problems] };
    }
    if (articles.length === 0) {
      yield { value: emptyReport(hint, 'factiva', reportId(bytes)), problems: [pageProblem('PAGE-007')] };
    }
  },
};

function articleOf(article: Element): { readonly body: string; readonly stated: Stated } {
  const coded = codesOf(article);
  const field = (code: string): string | null => coded.get(code)?.trim().replace(/\s+/g, ' ') ?? null;
  const paragraphs = [...article.querySelectorAll('p.articleParagraph')].map((p) => nodeText(p));
  const headline = article.querySelector('#hd, .enHeadline, .headline')?.textContent?.trim();
  const body = paragraphs.length > 0 ? paragraphs.join('\n\n') : `${coded.get('LP') ?? ''}\n\n${coded.get('TD') ?? ''}`;
  return {
    body: body.trim(),
    stated: {
      format: 'factiva',
      headline: field('HD') ?? headline ?? null,
      published: field('PD') ?? dayLine(article),
      outlet: field('SN'),
      byline: field('BY')?.replace(/^by\s+/i, '') ?? null,
    },
  };
}

/** Rows of the form `HD | headline`. */
function codesOf(article: Element): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const row of article.querySelectorAll('tr')) {
    const [name, value] = [...row.querySelectorAll('td')];
    const code = name?.textContent?.trim() ?? '';
    if (/^[A-Z]{2,3}$/.test(code) && value !== undefined) codes.set(code, nodeText(value));
  }
  return codes;
}

/** Without codes the day stands on a line of its own among the article's heads. */
function dayLine(article: Element): string | null {
  const lines = [...article.querySelectorAll('div')].map((d) => d.textContent?.trim() ?? '');
  return lines.find((l) => l.length < 30 && /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(l)) ?? null;
}
