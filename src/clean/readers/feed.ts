/** RSS, Atom, RDF and JSON feeds: one report an item, from the text the feed itself carries. */
import { parseFeed } from 'feedsmith';
import { decodeText } from '../decode.ts';
import { pageProblem } from '../page-problem.ts';
import { readItem } from './item.ts';
import { markupText } from './markup-text.ts';
import type { Reader } from './reader.ts';

/** The fields used, of whichever kind of feed. */
interface FeedItem {
  readonly title?: string | { readonly value?: string };
  readonly link?: string;
  readonly url?: string;
  readonly links?: readonly { readonly href?: string }[];
  readonly description?: string;
  readonly summary?: string | { readonly value?: string };
  readonly content?: string | { readonly encoded?: string; readonly value?: string };
  readonly content_html?: string;
  readonly content_text?: string;
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly date_published?: string;
  readonly dc?: { readonly creators?: readonly string[]; readonly creator?: string; readonly date?: string };
  readonly authors?: readonly (string | { readonly name?: string })[];
}

interface Feed {
  readonly title?: string | { readonly value?: string };
  readonly items?: readonly FeedItem[];
  readonly entries?: readonly FeedItem[];
}

export const feedReader: Reader = {
  id: 'feed',
  accepts: (head) => /<rss[\s>]|<feed[\s>][^<]*|<rdf:RDF[\s>]|jsonfeed\.org\/version/i.test(head),
  *read(bytes, hint, rules) {
    const { value: text, problems } = decodeText(bytes);
    const empty = readItem({ format: 'feed', part: '0', text: '' }, hint, rules).value;
    const feed = problems.some((p) => p.severity === 'stop') ? null : parsed(text);
    if (feed === null) {
      yield { value: empty, problems: problems.length > 0 ? problems : [pageProblem('PAGE-007')] };
      return;
    }
    const outlet = words(feed.title);
    for (const [n, item] of (feed.items ?? feed.entries ?? []).entries()) {
      const url = item.link ?? item.url ?? item.links?.[0]?.href;
      const byline = bylineOf(item);
      const published = item.pubDate ?? item.published ?? item.date_published ?? item.dc?.date ?? item.updated;
      const whole = { format: 'feed', part: String(n + 1), title: markupText(words(item.title)), text: bodyOf(item) };
      const given = {
        url,
        published,
        byline: byline === '' ? undefined : byline,
        outlet: outlet === '' ? undefined : outlet,
      };
      yield readItem({ ...whole, ...given }, hint, rules);
    }
  },
};

function parsed(text: string): Feed | null {
  try {
    return parseFeed(text).feed as Feed;
  } catch {
    return null;
  }
}

function words(value: string | { readonly value?: string } | undefined): string {
  return typeof value === 'string' ? value : (value?.value ?? '');
}

function bylineOf(item: FeedItem): string {
  const named = item.authors?.map((a) => (typeof a === 'string' ? a : (a.name ?? '')));
  return (named ?? item.dc?.creators ?? [item.dc?.creator ?? '']).filter((n) => n !== '').join(', ');
}

function bodyOf(item: FeedItem): string {
  const content = typeof item.content === 'object' ? (item.content.encoded ?? item.content.value) : item.content;
  const text = content ?? item.content_html ?? item.content_text ?? words(item.summary);
  return markupText(text === '' ? (item.description ?? '') : text);
}
