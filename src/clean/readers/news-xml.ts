/** NITF and NewsML-G2: what agencies hand to their customers. */
import { DOMParser } from 'linkedom';
import { decodeText } from '../decode.ts';
import { emptyReport, readDescribed, type Stated } from '../described.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import { type MarkupNode, nodeText } from './markup-text.ts';
import type { Reader } from './reader.ts';

/** What is asked of an XML document; linkedom knows no namespaces, which is what is wanted here. */
interface Element extends MarkupNode {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  getAttribute(name: string): string | null;
}

interface Item {
  readonly body: string;
  readonly stated: Stated;
}

export const newsXmlReader: Reader = {
  id: 'news-xml',
  accepts: (head) => /<nitf[\s>]|<newsItem[\s>]|<newsMessage[\s>]/.test(head),
  *read(bytes, hint, rules) {
    const { value: text, problems } = decodeText(bytes);
    const root = new DOMParser().parseFromString(
      text.replace(/<!DOCTYPE[^>]*>/i, ''),
      'text/xml',
    ) as unknown as Element;
    const items = [...root.querySelectorAll('newsItem')];
    const found = items.length > 0 ? items.map(newsItem) : [...root.querySelectorAll('nitf')].map(nitf);
    if (found.length === 0) {
      yield { value: emptyReport(hint, 'news-xml', reportId(bytes)), problems: [pageProblem('PAGE-007')] };
      return;
    }
    for (const [n, { body, stated }] of found.entries()) {
      const place = { ...hint, source: `${hint.source}#${n + 1}`, id: reportId(`${stated.headline}\0${body}`) };
      const read = readDescribed(`${stated.headline ?? ''}\n\n${body}`.trim(), place, stated, rules);
      yield { value: read.value, problems: [...problems, ...read.problems] };
    }
  },
};

function newsItem(item: Element): Item {
  const inline = item.querySelector('inlineXML') ?? item.querySelector('inlineData');
  return {
    body: inline === null ? '' : paragraphs(inline),
    stated: {
      format: 'newsml',
      headline: words(item, 'contentMeta > headline') ?? words(item, 'headline'),
      published:
        words(item, 'contentMeta > contentCreated') ?? words(item, 'versionCreated') ?? words(item, 'firstCreated'),
      byline: words(item, 'contentMeta > by') ?? words(item, 'by'),
      outlet: words(item, 'provider > name') ?? item.querySelector('provider')?.getAttribute('literal') ?? null,
    },
  };
}

function nitf(item: Element): Item {
  const body = item.querySelector('body\\.content') ?? item.querySelector('body');
  return {
    body: body === null ? '' : paragraphs(body),
    stated: {
      format: 'nitf',
      headline: words(item, 'hedline > hl1') ?? words(item, 'title'),
      published:
        item.querySelector('docdata > date\\.issue')?.getAttribute('norm') ??
        item.querySelector('story\\.date')?.getAttribute('norm') ??
        null,
      byline: words(item, 'byline > person') ?? words(item, 'byline'),
      outlet: item.querySelector('pubdata')?.getAttribute('name') ?? words(item, 'distributor'),
    },
  };
}

function words(item: Element, selector: string): string | null {
  const text = item.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : text;
}

function paragraphs(element: Element): string {
  const found = [...element.querySelectorAll('p')].map((p) => nodeText(p));
  return found.length > 0 ? found.join('\n\n') : nodeText(element);
}
