/** RSS, Atom, RDF and JSON feeds: each item with a text of its own is a report. */
import { parseFeed } from 'feedsmith';
import type { Outcome, Report } from '../../model/index.ts';
import type { Rules } from '../../rules/rules.ts';
import { decodeText } from '../decode.ts';
import { emptyReport, statedTime } from '../described.ts';
import { readHtml } from '../html/read-html.ts';
import { pageProblem } from '../page-problem.ts';
import { reportId } from '../report-id.ts';
import type { PageHint } from '../text-dump.ts';
import type { Reader } from './reader.ts';

type Node = Record<string, unknown>;

export const feedReader: Reader = {
  id: 'feed',
  accepts: (head, hint) =>
    /<(?:rss|feed|rdf:RDF)[\s>]/i.test(head) ||
    /jsonfeed\.org\/version/.test(head) ||
    /application\/(?:rss|atom)\+xml|feed\+json/i.test(hint.mediaType ?? ''),
  *read(bytes, hint, rules) {
    const { value, problems } = decodeText(bytes, value0(bytes));
    const feed = problems.some((p) => p.severity === 'stop') ? null : (parse(value) ?? parse(mended(value)));
    if (!feed) {
      yield {
        value: emptyReport(hint, 'feed', reportId(bytes)),
        problems: problems.length > 0 ? problems : [pageProblem('PAGE-007')],
      };
      return;
    }
    const items = nodes(feed.items).concat(nodes(feed.entries));
    for (let n = 0; n < items.length; n++) yield readItem(items[n]!, n + 1, feed, hint, rules);
  },
};

function value0(bytes: Uint8Array): string | undefined {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 200)).match(/encoding=["']([\w-]+)/i)?.[1];
}

function parse(text: string): Node | null {
  try {
    return (parseFeed(text) as { feed: Node }).feed;
  } catch {
    return null;
  }
}

/** Bare ampersands, which many feeds have, as references; a cut feed is closed after its last whole item. */
function mended(text: string): string {
  const whole = text.replace(/&(?!#?\w{1,10};)/g, '&amp;');
  const cut = Math.max(whole.lastIndexOf('</item>') + 7, whole.lastIndexOf('</entry>') + 8);
  if (/<\/(?:rss|feed|rdf:RDF)>\s*$/i.test(whole) || cut < 10) return whole;
  return (
    whole.slice(0, cut) +
    (whole.includes('<rss') ? '</channel></rss>' : whole.includes('<feed') ? '</feed>' : '</rdf:RDF>')
  );
}

function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter((v): v is Node => typeof v === 'object' && v !== null) : [];
}

function readItem(item: Node, n: number, feed: Node, hint: PageHint, rules: Rules): Outcome<Report> {
  const html =
    text(item.content_html) ??
    text((item.content as Node | undefined)?.encoded) ??
    text(item.content) ??
    text(item.content_text) ??
    text(item.description) ??
    text(item.summary);
  const url = text(item.url) ?? text(item.link) ?? text(nodes(item.links)[0]?.href) ?? undefined;
  const place: PageHint = { source: `${hint.source}#${n}`, id: reportId(JSON.stringify(item)), ...(url && { url }) };
  if (!html)
    return { value: emptyReport(place, 'feed'), problems: [pageProblem('PAGE-010', { detail: `Item ${n}.` })] };
  const { value, problems } = readHtml(
    html.includes('<') ? html : `<p>${html.replace(/\n+/g, '</p><p>')}</p>`,
    place,
    rules,
  );
  const time =
    text(item.date_published) ??
    text(item.pubDate) ??
    text(item.published) ??
    text((item.dc as Node | undefined)?.date) ??
    text(item.updated);
  const published = time ? statedTime(time, rules, 'The feed states it.') : null;
  const authors = nodes(item.authors)
    .map((a) => text(a.name))
    .filter((a) => a !== null);
  return {
    value: {
      ...value,
      format: 'feed',
      headline: text(item.title) ?? value.headline,
      byline: (authors.length > 0 ? authors.join(', ') : text((item.dc as Node | undefined)?.creator)) ?? value.byline,
      outlet: text(feed.title) ?? value.outlet,
      published: published ?? value.published,
    },
    problems: published ? problems.filter((p) => p.code !== 'PAGE-005') : problems,
  };
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value)) return text(value[0]);
  if (typeof value === 'object' && value !== null && 'value' in value) return text((value as Node).value);
  return null;
}
