/** Which paper, site or broadcaster published a page: its own name at the top, in the copyright line, in the dateline. */
import type { Rules } from '../rules/rules.ts';
import { HAS_BRACKET, HAS_COPY } from './marks.ts';
import type { WeighedPage } from './weighed-page.ts';
import { SAYS_COPYRIGHT, SAYS_OUTLET } from './words.ts';

const wordSets = new WeakMap<object, ReadonlySet<string>>();

function outletWords(rules: Rules): ReadonlySet<string> {
  let set = wordSets.get(rules);
  if (!set) {
    set = new Set(rules.pages.flatMap((p) => (p.kind === 'outlets' ? p.words : [])));
    wordSets.set(rules, set);
  }
  return set;
}

interface Candidate {
  readonly name: string;
  /** Its words, without those that every company has. */
  readonly words: ReadonlySet<string>;
  readonly score: number;
  /** Names at the top of the page are as the paper prints itself; footers name the company. */
  readonly top: boolean;
}

type Add = (name: string, score: number, top?: boolean) => void;

/** No page names more outlets; names are compared each with each. */
const MOST = 60;

/** The name that the page gives itself, or null where it gives none. */
export function findOutlet(page: WeighedPage, rules: Rules): string | null {
  const words = outletWords(rules);
  const found: Candidate[] = [];
  const add: Add = (raw, score, top = false) => {
    if (found.length === MOST) return;
    const name = tidy(raw);
    if (!isName(name)) return;
    const hasWord = name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((w) => words.has(w));
    found.push({ name, words: keyWords(name), score: score + (hasWord ? 2 : 0), top });
  };
  fromTop(page, (name, score) => add(name, score, true));
  fromBottom(page, add);
  fromMarks(page, add);
  return pick(found);
}

/** Names that say the same (one has all words of the other) count together; the form at the top of the page is kept. */
function pick(found: readonly Candidate[]): string | null {
  let best: { name: string; score: number } | null = null;
  for (const c of found) {
    const same = found.filter((d) => sameOutlet(c.words, d.words));
    const score = same.reduce((n, d) => n + d.score, 0) + (same.length > 1 ? 1 : 0) + (c.top ? 0.5 : 0);
    if (!best || score > best.score) best = { name: c.name, score };
  }
  return best && best.score >= 2.9 ? titled(best.name) : null;
}

function sameOutlet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return small.size > 0 && [...small].every((w) => large.has(w));
}

const COMPANY = new Set(
  'the of and in media group publications publishing company co ltd limited inc corp sdn bhd online network holdings newspapers en'.split(
    ' ',
  ),
);

function keyWords(name: string): Set<string> {
  const all = name.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(all.filter((w) => !COMPANY.has(w)));
}

function fromTop(page: WeighedPage, add: Add): void {
  let seen = 0;
  for (let i = 0; i < page.first && seen < 6; i++) {
    const p = page.parts[i]!;
    if (!p.facts || p.facts.count > 14 || p.facts.look === 'furniture') continue;
    if (p.facts.day && !/^\p{Lu}[\p{L} ]{3,40},\s/u.test(p.part.text)) continue;
    seen++;
    add(p.part.text.split(/\s{2,}|\s[|:–—-]{1,3}\s|:\s|\s+[A-Z]{2}\s\||,\s/)[0]!, seen <= 2 ? 1.5 : 0.8);
  }
}

const COPYRIGHT =
  /(?:©|\(c\)|copyrights?)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?\s*[,@|]?\s*(?:by\s)?([^.|©,·•\d]{3,60}?)\s*(?:[.|,·•©\d-]|all rights|$|\s{2,})/i;

function fromBottom(page: WeighedPage, add: Add): void {
  for (let i = Math.max(0, page.last + 1); i < page.parts.length; i++) {
    const { part, facts } = page.parts[i]!;
    if (facts && (facts.chars & (HAS_COPY | HAS_BRACKET)) === 0 && (facts.words & SAYS_COPYRIGHT) === 0) continue;
    const { text } = part;
    if (text.length > 300) continue;
    const m = text.match(COPYRIGHT);
    if (m) add(m[1]!, 2);
    const before = text.match(/^([^.|©,·•\d]{3,50}?)\s*(?:d\.o\.o\.)?\s*©/);
    if (before) add(before[1]!, 2);
  }
}

function fromMarks(page: WeighedPage, add: Add): void {
  for (const p of page.parts) {
    if (p.facts && (p.facts.words & SAYS_OUTLET) === 0) continue;
    if (p.body && p.part.text.length > 0 && p !== page.parts[page.first]) continue;
    const text = p.part.text.slice(0, 300);
    const printed = text.match(/published in (?:the print edition of )?((?:the )?\p{Lu}[\p{L}’' ]{3,40}?),/iu);
    if (printed) add(printed[1]!, 3);
    const staff =
      text.match(/edited by (?:the )?(\p{Lu}[\p{L}’' ]{3,40}?) staff/u) ??
      text.match(/reworked by (?:the )?(\p{Lu}[\p{L}’' ]{3,40}?) staff/u);
    if (staff) add(staff[1]!, 3);
    const follow = text.match(/[Ff]ollow ((?:[Tt]he )?\p{Lu}[\p{L}’' ]{3,40}?) (?:channel|on)\b/u);
    if (follow && !/^us\b/i.test(follow[1]!)) add(follow[1]!, 2);
  }
}

function tidy(raw: string): string {
  return raw
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_#>«»“”"]/g, ' ')
    .replace(
      /\b(?:private|pvt\.?|ltd\.?|limited|inc\.?|llc|gmbh|wll|s\.a\.l|plc|sdn bhd|d\.o\.o|co\.|corp\.?|media group|newspapers?|digital services|online edition|all rights reserved.*)\b\.?/giu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:–-]+|[\s,.:–-]+$/g, '')
    .trim();
}

function isName(name: string): boolean {
  const words = name.split(' ');
  if (/\b(?:news service|news agency|bureau|desk|staff|correspondent)$/i.test(name)) return false;
  if (name.length < 3 || name.length > 45 || words.length > 6) return false;
  if (
    /^(?:home|menu|search|news|sections?|skip|sign|log|subscribe|terms|privacy|about|contact|latest|world|title|url)\b/i.test(
      name,
    )
  )
    return false;
  return /^\p{Lu}/u.test(name) && words.some((w) => /^\p{Lu}/u.test(w));
}

/** `GULF MORNING POST` as a name: capitals only at the start of words; short acronyms stay. */
function titled(name: string): string {
  if (name !== name.toUpperCase() || name.length <= 5) return name;
  return name.replace(/\p{Lu}[\p{L}’']+/gu, (w) => w[0] + w.slice(1).toLowerCase());
}
