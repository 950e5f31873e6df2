/** A weighed page in, its facts out: headline, outlet, agency, byline, dateline, publication. */
import type { Published } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { agencyInLine, closingAgency, creditedAgency, datelineAgency } from './agency.ts';
import { type Byline, readByline } from './byline.ts';
import { signBits } from './cues.ts';
import { findDateline } from './dateline.ts';
import { findHeadline } from './headline.ts';
import { isSlug, type KnownLines } from './label-parts.ts';
import { findOutlet } from './outlet.ts';
import { findPublished } from './published.ts';
import { sideOf, type WeighedPage } from './weighed-page.ts';

export interface WhoAndWhen {
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly published: Published | null;
  readonly url: string | null;
  /** The lines that were read for it. */
  readonly lines: KnownLines;
}

export function findWhoAndWhen(page: WeighedPage, rules: Rules): WhoAndWhen {
  const headline = findHeadline(page);
  const when = findPublished(page, headline.headline, rules);
  const bylines = findBylines(page, headline.headline, headline.decks, rules);
  const opening = page.first < 0 ? '' : page.parts[page.first]!.part.text;
  const outlet = findOutlet(page, rules);
  const names = bylines.flatMap((b) => (b.byline.names ? [b.byline.names] : []));
  const desks = bylines.flatMap((b) => (b.byline.desk ? [b.byline.desk] : []));
  return {
    headline: headline.headline === null ? null : plain(page.parts[headline.headline]!.part.text),
    outlet,
    agency: notTheOutlet(findAgency(page, bylines, opening, rules), outlet),
    byline: names[0] ?? desks[0] ?? null,
    dateline: findDateline(opening) ?? bylines.find((b) => b.byline.place)?.byline.place ?? null,
    published: when.published,
    url: findUrl(page),
    lines: {
      headline,
      bylines: new Set(bylines.map((b) => b.at)),
      stamps: when.stampParts,
      pageStamps: when.pageStamps,
    },
  };
}

/** Headlines of reader-mode dumps keep their mark. */
function plain(text: string): string {
  return text.replace(/^#+\s+/, '').replace(/^title:\s+/i, '');
}

interface FoundByline {
  readonly at: number;
  readonly byline: Byline;
}

/** Bylines stand near the headline, or right below the text with a lead word. */
function findBylines(
  page: WeighedPage,
  headline: number | null,
  decks: ReadonlySet<number>,
  rules: Rules,
): FoundByline[] {
  const out: FoundByline[] = [];
  const from = headline === null ? Math.max(0, page.first - 8) : Math.max(0, headline - 3);
  const to = Math.min(page.parts.length - 1, page.last + 4);
  for (let i = from; i <= to; i++) {
    const p = page.parts[i]!;
    const below = isBelowOpening(page, i);
    if (p.body || !p.facts || i === headline || decks.has(i) || (sideOf(page, i) === 'inside' && !below)) continue;
    const led = (p.facts.opens & BYLINE) !== 0 || (/[yY]$/.test(p.part.text) && /\sby$/i.test(p.part.text));
    const near = headline === null || i > headline ? below || sideOf(page, i) === 'above' : led;
    if ((!led && !near) || p.facts.count > 24 || (!led && (p.facts.signs & NO_BYLINE) !== 0)) continue;
    const lone = /^(?:author of the article|authors?|by|written by|reported by)\s*:?$/i.test(p.part.text);
    if (!led && !lone && !plausible(page, i, headline)) continue;
    const line = lone ? `By ${page.parts[i + 1]?.part.text ?? ''}` : p.part.text;
    const byline = readByline(line, rules);
    if (byline) out.push({ at: lone ? i + 1 : i, byline });
  }
  return out;
}

const BYLINE = signBits('byline');
const SYNDICATED = signBits('syndicated');
const NO_BYLINE = signBits(
  'navigation',
  'share',
  'comments',
  'promotion',
  'advertisement',
  'legal',
  'list-head',
  'photo-credit',
  'tags',
  'media',
);

/** Lines between a standfirst that is body and the name below it. */
const BELOW_OPENING = 2;

/** A name alone right below the first line of the body: that line is a standfirst, and the report begins below the name. */
function isBelowOpening(page: WeighedPage, i: number): boolean {
  if (i <= page.first || i > page.first + 1 + BELOW_OPENING || !page.parts[i]!.facts?.personLike) return false;
  return !page.parts.slice(page.first + 1, i).some((p) => p.body);
}

/** A bare name counts only between headline and text, near a stamp or another byline. */
function plausible(page: WeighedPage, i: number, headline: number | null): boolean {
  if (headline !== null && i < headline) return false;
  return page.first - i <= 9;
}

function findAgency(page: WeighedPage, bylines: readonly FoundByline[], opening: string, rules: Rules): string | null {
  const byline = bylines.find((b) => b.byline.agency)?.byline.agency;
  if (byline) return byline;
  const dateline = datelineAgency(opening, rules);
  if (dateline) return dateline;
  const end = page.last < 0 ? page.parts.length : Math.min(page.parts.length, page.last + CREDIT_BELOW + 1);
  for (let i = Math.max(0, page.first - 8); i < end; i++) {
    const credit = creditIn(page, i, rules);
    if (credit) return credit;
  }
  return page.last < 0 ? null : closingAgency(page.parts[page.last]!.part.text.slice(-80), rules);
}

/** How many lines below the text may credit a service. */
const CREDIT_BELOW = 6;

/** A line of its own that credits a service: "Reuters", "IWS | New Delhi", "Source: ...", "With inputs from ...". */
function creditIn(page: WeighedPage, i: number, rules: Rules): string | null {
  const p = page.parts[i]!;
  if (p.body || !p.facts || p.facts.count > 45) return null;
  const text = p.part.text;
  const side = sideOf(page, i);
  if ((p.facts.signs & SYNDICATED) !== 0) return agencyInLine(text.replace(/^source\s*:\s*/i, ''), rules);
  if (side === 'below' && isSlug(text)) return creditedAgency(text, rules);
  const bracket = side === 'above' && p.facts.day ? text.match(/\(([^()]{2,30})\)$/)?.[1] : undefined;
  if (bracket && (creditedAgency(bracket, rules) || /^[A-Z]{2,6}$/.test(bracket)))
    return creditedAgency(bracket, rules) ?? bracket;
  if (side === 'inside' || p.facts.count > 8) return null;
  const whole = creditedAgency(text, rules);
  if (whole) return whole;
  const unknown = side === 'above' ? text.match(/^([A-Z]{3,5})\s[|•·]\s\p{Lu}[\p{L} ]{2,25}$/u) : null;
  return unknown ? unknown[1]! : null;
}

/** A paper's own name is no agency, unless the paper is one. */
function notTheOutlet(agency: string | null, outlet: string | null): string | null {
  if (!agency || !outlet) return agency;
  const [a, o] = [agency.toLowerCase(), outlet.toLowerCase()];
  if (o.includes(a) && a.length > 4 && o !== a) return null;
  // "Express News Service" in a paper named Express is its own desk.
  const own = a.split(' ')[0]!;
  return a.includes(' ') && own.length > 3 && new RegExp(`\\b${own.replace(/[^\p{L}]/gu, '.')}\\b`).test(o)
    ? null
    : agency;
}

function findUrl(page: WeighedPage): string | null {
  for (const p of page.parts.slice(0, 6)) {
    const m = p.part.text.match(/^(?:url|url source|source url|link)\s*:\s*(https?:\/\/\S+)$/i);
    if (m) return m[1]!;
  }
  return null;
}
