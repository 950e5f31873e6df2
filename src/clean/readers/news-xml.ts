/** NITF and NewsML-G2, the formats in which agencies deliver: paragraphs and facts by element, without a page around them. */
import { DOMParser } from 'linkedom';
import type { Outcome, Report } from '../../model/index.ts';
import type { Rules } from '../../rules/rules.ts';
import { decodeText } from '../decode.ts';
import { emptyReport, readDescribed } from '../described.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import type { PageHint } from '../text-dump.ts';
import type { Reader } from './reader.ts';

/** The part of an XML tree that is used here. */
interface Xml {
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Xml | null;
  querySelectorAll(selector: string): Iterable<Xml>;
}

const MAX_SIZE = 10_000_000;

export const newsXmlReader: Reader = {
  id: 'news-xml',
  accepts: (head) => /<(?:nitf|newsItem|newsMessage|packageItem)[\s>]/.test(head),
  *read(bytes, hint, rules) {
    const { value, problems } = decodeText(bytes);
    const tree = problems.some((p) => p.severity === 'stop') || value.length > MAX_SIZE ? null : parse(value);
    if (!tree) {
      yield { value: emptyReport(hint, 'newsml', reportId(bytes)), problems: [...problems, pageProblem('PAGE-007')] };
      return;
    }
    const items = [...tree.querySelectorAll('newsItem')];
    if (items.length === 0) yield readNitf(tree, { ...hint, id: reportId(bytes) }, rules);
    for (let n = 0; n < items.length; n++) {
      const place =
        items.length > 1
          ? { source: `${hint.source}#${n + 1}`, id: reportId(items[n]!.textContent) }
          : { id: reportId(bytes) };
      yield readNewsml(items[n]!, { ...hint, ...place }, rules);
    }
  },
};

function parse(text: string): Xml | null {
  try {
    return new DOMParser().parseFromString(text, 'text/xml') as unknown as Xml;
  } catch {
    return null;
  }
}

function words(node: Xml | null | undefined): string | null {
  const text = node?.textContent.replace(/\s+/g, ' ').trim();
  return text ? text : null;
}

/** Paragraphs of the content, the headline above them, so that the text reads as the agency sent it. */
function textOf(headline: string | null, content: Iterable<Xml>): string {
  const paragraphs = [...content].map((p) => words(p)).filter((p) => p !== null);
  return [...(headline ? [headline] : []), ...paragraphs].join('\n\n');
}

function readNitf(tree: Xml, hint: PageHint, rules: Rules): Outcome<Report> {
  const headline = words(tree.querySelector('hl1')) ?? words(tree.querySelector('title'));
  const text = textOf(headline, tree.querySelectorAll('body\\.content p, block p'));
  if (text === '') return { value: emptyReport(hint, 'nitf'), problems: [pageProblem('PAGE-010')] };
  const issued = tree.querySelector('date\\.issue')?.getAttribute('norm') ?? words(tree.querySelector('story\\.date'));
  const byline = words(tree.querySelector('byline person')) ?? words(tree.querySelector('byline'));
  return readDescribed(
    text,
    hint,
    { format: 'nitf', headline, byline: byline?.replace(/^by\s+/i, '') ?? null, published: issued },
    rules,
  );
}

function readNewsml(item: Xml, hint: PageHint, rules: Rules): Outcome<Report> {
  const meta = item.querySelector('contentMeta');
  const headline =
    words(meta?.querySelector('headline')) ?? words(item.querySelector('headline')) ?? words(item.querySelector('h1'));
  const text = textOf(headline, item.querySelectorAll('inlineXML p, contentSet p'));
  const plain = words(item.querySelector('inlineData'));
  if (text === '' && !plain) return { value: emptyReport(hint, 'newsml'), problems: [pageProblem('PAGE-010')] };
  const published =
    words(meta?.querySelector('contentCreated')) ??
    words(item.querySelector('firstCreated')) ??
    words(item.querySelector('versionCreated'));
  const byline = words(meta?.querySelector('by'))?.replace(/^by\s+/i, '') ?? null;
  return readDescribed(text === '' ? plain! : text, hint, { format: 'newsml', headline, byline, published }, rules);
}
