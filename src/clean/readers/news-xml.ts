/** NITF and NewsML-G2: what agencies hand to their customers. */
import { DOMParser } from 'linkedom';
import { decodeText } from '../decode.ts';
import { pageProblem } from '../page-problem.ts';
import { type Item, readItem } from './item.ts';
import { nodeText } from './markup-text.ts';
import type { Reader } from './reader.ts';

/** What is asked of an XML document; linkedom knows no namespaces, which is what is wanted here. */
interface Element {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  getAttribute(name: string): string | null;
  readonly textContent: string | null;
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
      yield {
        value: readItem({ format: 'news-xml', part: '0', text: '' }, hint, rules).value,
        problems: [pageProblem('PAGE-007')],
      };
      return;
    }
    for (const [n, item] of found.entries()) {
      const read = readItem({ ...item, part: String(n + 1) }, hint, rules);
      yield { value: read.value, problems: [...problems, ...read.problems] };
    }
  },
};

function newsItem(item: Element): Item {
  const inline = item.querySelector('inlineXML') ?? item.querySelector('inlineData');
  const day =
    words(item, 'contentMeta > contentCreated') ?? words(item, 'versionCreated') ?? words(item, 'firstCreated');
  return {
    format: 'newsml',
    part: '1',
    title: words(item, 'contentMeta > headline') ?? words(item, 'headline') ?? null,
    text: inline === null ? '' : paragraphs(inline),
    published: day,
    byline: words(item, 'contentMeta > by') ?? words(item, 'by'),
    outlet: words(item, 'provider > name') ?? item.querySelector('provider')?.getAttribute('literal') ?? undefined,
  };
}

function nitf(item: Element): Item {
  const body = item.querySelector('body\\.content') ?? item.querySelector('body');
  const day =
    item.querySelector('docdata > date\\.issue')?.getAttribute('norm') ??
    item.querySelector('story\\.date')?.getAttribute('norm');
  return {
    format: 'nitf',
    part: '1',
    title: words(item, 'hedline > hl1') ?? words(item, 'title') ?? null,
    text: body === null ? '' : paragraphs(body),
    published: day ?? undefined,
    byline: words(item, 'byline > person') ?? words(item, 'byline'),
    outlet: item.querySelector('pubdata')?.getAttribute('name') ?? words(item, 'distributor'),
  };
}

function words(item: Element, selector: string): string | undefined {
  const text = item.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

function paragraphs(element: Element): string {
  const found = [...element.querySelectorAll('p')].map((p) => nodeText(p as never));
  return found.length > 0 ? found.join('\n\n') : nodeText(element as never);
}
