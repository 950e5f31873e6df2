/** What a page says about itself in its mark-up: JSON-LD, OpenGraph, meta, microdata, time elements. */
import { decodeEntities } from './entities.ts';

/** Facts from mark-up, as given; empty where the page gives none. */
export interface PageMetadata {
  readonly headlines: readonly string[];
  readonly authors: readonly string[];
  readonly outlets: readonly string[];
  readonly agencies: readonly string[];
  /** Candidates for the publication time, best first, each with where it stood. */
  readonly published: readonly { readonly value: string; readonly from: string }[];
  readonly language: string | null;
  readonly url: string | null;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const ARTICLE_TYPES = /(?:article|posting|report|review|newsitem)$/i;

/** Reads `<meta>`, `<title>`, `<html lang>`, `<time>` and JSON-LD by plain search: a broken tree cannot break it. */
export function readMetadata(html: string): PageMetadata {
  const head = html.length > 3_000_000 ? html.slice(0, 3_000_000) : html;
  const metas = readMetas(head);
  const ld = readJsonLd(head);
  const meta = (...names: string[]): string[] => names.flatMap((n) => metas.get(n) ?? []);
  const title = /<title[^>]*>([^<]{1,500})/i.exec(head)?.[1];
  return {
    headlines: distinct([
      ...ld.headlines,
      ...meta('og:title', 'twitter:title', 'dc.title', 'headline', 'parsely-title', 'sailthru.title'),
      ...(title ? [clean(title)] : []),
    ]),
    authors:
      distinct([...ld.authors]).length > 0
        ? distinct(ld.authors)
        : distinct(
            meta(
              'author',
              'article:author_name',
              'parsely-author',
              'sailthru.author',
              'dc.creator',
              'byl',
              'cxenseparse:author',
              'article:author',
            ).filter((a) => !/^https?:/.test(a)),
          ),
    outlets: distinct([
      ...meta('og:site_name'),
      ...ld.outlets,
      ...meta('application-name', 'publisher', 'dc.publisher', 'cre'),
    ]),
    agencies: distinct(ld.agencies),
    published: publishedFrom(head, ld, meta),
    language: /<html[^>]{0,300}\slang\s*=\s*["']?([a-zA-Z]{2})\b/i.exec(head)?.[1]?.toLowerCase() ?? null,
    url: addressOf(head, meta('og:url')[0]),
  };
}

/** What browsers and savers of pages write in front of a page: where it was saved from. */
const SAVED_FROM =
  /<!--\s*(?:saved from url=\(\d{1,6}\)|[^<>]{0,60}saved with singlefile\s{1,20}url:\s{0,5})(https?:\/\/[^\s<>]{1,2000})/i;

/** The address that the page gives itself; one that is not whole counts from where the page was saved. */
function addressOf(head: string, declared: string | undefined): string | null {
  const links = head.matchAll(/<link\s[^<>]{5,1000}>/gi);
  const canonical = links.find((m) => /\srel\s*=\s*["']?canonical\b/i.test(m[0]))?.[0];
  const href = canonical && /\shref\s*=\s*["']?([^"'\s>]+)/i.exec(canonical)?.[1];
  const saved = SAVED_FROM.exec(head.slice(0, 10_000))?.[1] ?? null;
  if (saved === null) return href || declared || null;
  return wholeAddress(href, saved) ?? wholeAddress(declared, saved) ?? saved;
}

function wholeAddress(address: string | undefined, base: string): string | null {
  const url = address ? URL.parse(decodeEntities(address), base) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

function publishedFrom(head: string, ld: LinkedData, meta: (...names: string[]) => string[]) {
  const out: { value: string; from: string }[] = [];
  const add = (from: string, values: readonly string[]): void => {
    out.push(...values.map((value) => ({ value, from })));
  };
  add('JSON-LD datePublished', ld.published);
  add(
    'meta',
    meta(
      'article:published_time',
      'og:article:published_time',
      'article:published',
      'datepublished',
      'parsely-pub-date',
      'sailthru.date',
      'publishdate',
      'pubdate',
      'publish-date',
      'publication_date',
      'published_time_telegram',
      'dc.date.issued',
      'dcterms.created',
      'dc.date',
      'date',
      'article.published',
      'cxenseparse:recs:publishtime',
      'originalpublicationdate',
      'dc.terms.date',
      'dcterms.date',
      'ptime',
      'pdate',
      'published-date',
      'article_date_original',
    ),
  );
  add('microdata', microdata(head));
  add('JSON-LD uploadDate', ld.uploaded);
  return out;
}

function microdata(head: string): string[] {
  const out: string[] = [];
  // Asked of each tag it takes long, and most pages have none.
  if (!/itemprop\s*=\s*["']?datePublished/i.test(head)) return out;
  for (const m of head.matchAll(
    /<[a-z0-9]+\s[^<>]{0,400}itemprop\s*=\s*["']?datePublished["']?[^<>]{0,400}>([^<]{0,60})/gi,
  )) {
    const value = /(?:datetime|content)\s*=\s*["']([^"']{4,60})/i.exec(m[0])?.[1] ?? m[1]!.trim();
    if (value) out.push(value);
  }
  return out.slice(0, 3);
}

function readMetas(head: string): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const m of head.matchAll(/<meta\s([^>]{5,2000})>/gi)) {
    const name = /(?:name|property|itemprop)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(m[1]!);
    const content = /\scontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(` ${m[1]!}`);
    if (!name || !content) continue;
    const key = (name[1] ?? name[2] ?? name[3] ?? '').toLowerCase();
    const value = clean(content[1] ?? content[2] ?? content[3] ?? '');
    if (value !== '') out.set(key, [...(out.get(key) ?? []), value]);
  }
  return out;
}

interface LinkedData {
  headlines: string[];
  authors: string[];
  outlets: string[];
  agencies: string[];
  published: string[];
  uploaded: string[];
}

/** Articles of all JSON-LD blocks; control characters and trailing commas, which sites leave in, are mended. */
function readJsonLd(html: string): LinkedData {
  const out: LinkedData = { headlines: [], authors: [], outlets: [], agencies: [], published: [], uploaded: [] };
  const open = /<script[^>]{0,300}application\/ld\+json[^>]{0,100}>/gi;
  const close = /<\/script/gi;
  for (let n = 0; n < MAX_BLOCKS; n++) {
    const start = open.exec(html);
    if (!start) break;
    close.lastIndex = open.lastIndex;
    const end = close.exec(html);
    if (!end) break;
    const json = parseLoose(html.slice(open.lastIndex, end.index));
    if (json !== undefined) collect(json, out, 0);
    open.lastIndex = end.index;
  }
  return out;
}

/** More blocks than this are no page's description of itself. */
const MAX_BLOCKS = 60;

function parseLoose(text: string): Json | undefined {
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '');
  for (const attempt of [
    bare,
    bare
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt) as Json;
    } catch {
      // The mended form is tried next; a block beyond mending is left out.
    }
  }
  return undefined;
}

const MAX_DEPTH = 12;

function collect(json: Json, out: LinkedData, depth: number): void {
  if (depth > MAX_DEPTH || json === null || typeof json !== 'object') return;
  if (Array.isArray(json)) {
    for (const item of json) collect(item, out, depth + 1);
    return;
  }
  const types = texts(json['@type']);
  if (types.some((t) => ARTICLE_TYPES.test(t))) article(json, out);
  else if (types.some((t) => /VideoObject/i.test(t))) out.uploaded.push(...texts(json.uploadDate));
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'hasPart']) {
    const inner = json[key];
    if (inner !== undefined) collect(inner, out, depth + 1);
  }
}

function article(node: { [key: string]: Json }, out: LinkedData): void {
  out.headlines.push(...texts(node.headline ?? node.name ?? null).map(clean));
  out.published.push(...texts(node.datePublished ?? node.dateCreated ?? null));
  for (const a of list(node.author ?? node.creator ?? null)) {
    const name = typeof a === 'string' ? a : nameOf(a);
    if (!name || /^https?:/.test(name)) continue;
    out.authors.push(clean(name));
  }
  for (const p of list(node.publisher ?? null)) {
    const name = nameOf(p);
    if (name) out.outlets.push(clean(name));
  }
  for (const p of list(node.sourceOrganization ?? node.provider ?? null)) {
    const name = nameOf(p);
    if (name) out.agencies.push(clean(name));
  }
}

function nameOf(json: Json): string | null {
  if (typeof json === 'string') return json;
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return null;
  return texts(json.name ?? null)[0] ?? null;
}

function list(json: Json): Json[] {
  return Array.isArray(json) ? json : json === null ? [] : [json];
}

function texts(json: Json | undefined): string[] {
  if (typeof json === 'string') return json.trim() === '' ? [] : [json.trim()];
  return Array.isArray(json) ? json.flatMap((j) => texts(j)) : [];
}

function distinct(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((v) => {
    const key = v.toLowerCase();
    if (v === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function clean(text: string): string {
  return decodeEntities(decodeEntities(text))
    .replace(/<[^>]{1,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
