/** When a page was published: as it states it, or bounds from its body. Never the clock, never a sidebar. */
import type { Published } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { signBits } from './cues.ts';
import { HAS_DIGIT } from './marks.ts';
import { findStamps, type Stamp } from './stamps.ts';
import { sideOf, type WeighedPage } from './weighed-page.ts';

/** A stamp with its worth as publication and the reason for it. */
interface Candidate {
  readonly stamp: Stamp;
  readonly at: number;
  readonly worth: number;
  readonly why: string;
}

/** What the page says of its publication, and which parts were read for it. */
export interface PublishedFinding {
  readonly published: Published | null;
  /** Places of parts that hold a stamp of publication or update, and of those that only stamp the page. */
  readonly stampParts: ReadonlySet<number>;
  readonly pageStamps: ReadonlySet<number>;
}

/** Least worth of a stamp that may date the report. */
const ENOUGH = 40;
const PAGE_STAMP = 20;
const PAGE_STAMP_SIGN = signBits('page-stamp');

export function findPublished(page: WeighedPage, headline: number | null, rules: Rules): PublishedFinding {
  const candidates: Candidate[] = [];
  page.parts.forEach(({ facts }, i) => {
    if (facts && (facts.chars & HAS_DIGIT) !== 0) candidates.push(...candidatesIn(page, i, headline, rules));
  });
  let best: Candidate | null = null;
  for (const c of candidates) if (!best || c.worth > best.worth) best = c;
  const outside = candidates.filter((c) => !page.parts[c.at]!.body);
  const stampParts = new Set(outside.filter((c) => c.worth >= ENOUGH).map((c) => c.at));
  const pageStamps = new Set(outside.filter((c) => c.worth === PAGE_STAMP).map((c) => c.at));
  const published = best && best.worth >= ENOUGH ? stated(page, best, candidates) : inferBounds(page, rules);
  return { published, stampParts, pageStamps };
}

function stated(page: WeighedPage, c: Candidate, all: readonly Candidate[]): Published {
  const { stamp } = c;
  const timed = stamp.time
    ? stamp
    : all.find((d) => d.stamp.day === stamp.day && d.stamp.time && d.worth >= ENOUGH)?.stamp;
  const part = page.parts[c.at]!.part;
  return {
    ...dayValue(stamp.day, c.why),
    basis: 'stated',
    ...(timed && { instant: `${timed.day}T${timed.time}${timed.offset ?? ''}` }),
    span: { start: part.start + stamp.start, end: part.start + stamp.end },
  };
}

/** A day as a date value. */
export function dayValue(day: string, reason: string): Omit<Published, 'basis'> {
  return { edtf: day, earliest: day, latest: day, grain: 'day', reason };
}

function candidatesIn(page: WeighedPage, i: number, headline: number | null, rules: Rules): Candidate[] {
  const p = page.parts[i]!;
  const text = p.part.text;
  if (p.body) return i === page.first ? datelineStamp(page, i, rules) : [];
  const count = p.facts?.count ?? 0;
  if (count === 0 || count > 60) return [];
  return findStamps(text, rules).map((stamp) => {
    const { worth, why } = worthOf(page, i, headline, stamp, text);
    return { stamp, at: i, worth: worth + (stamp.time && worth > PAGE_STAMP ? 1 : 0), why };
  });
}

const STATED =
  /(?:^|[\s([|])(?:first\s+published|published(?:\s+(?:on|at|in|time|date))?|publication\s+date|date\s+published|posted(?:\s+on)?|issued|released?)\s*:?[^.!?]{0,50}$/i;
const STATED_OTHER =
  /(?:^|\s)(?:publisert|publicerad|publicerat|udgivet|veröffentlicht(?:\s+am)?|erstellt(?:\s+am)?|publié(?:\s+le)?|publicado(?:\s+(?:el|em))?|pubblicato(?:\s+il)?|gepubliceerd|opublikowano|objavljeno|publikováno|julkaistu|опубликовано|yayınlanma|diterbitkan)\s*:?[^.!?]{0,30}$/iu;
const UPDATED =
  /(?:^|[\s([|])(?:(?:last\s+)?(?:updated?|modified)|oppdatert|uppdaterad|opdateret|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|ažurirano|обновлено|güncelleme)(?:\s+(?:on|at))?\s*:?\s*[^.!?]{0,25}$/iu;
const LEAD_DATE = /^(?:date|published)\s*:?\s*$/i;

function worthOf(
  page: WeighedPage,
  i: number,
  headline: number | null,
  stamp: Stamp,
  text: string,
): { worth: number; why: string } {
  const before = text.slice(0, stamp.start);
  if (i === 0 && LEAD_DATE.test(before)) return { worth: 95, why: 'The first line states it.' };
  const updated = lastIndex(before, UPDATED);
  const published = Math.max(lastIndex(before, STATED), lastIndex(before, STATED_OTHER));
  const side = sideOf(page, i);
  if (published >= 0 && published >= updated) {
    const first = /first\s+published[^.!?]{0,40}$/i.test(before) ? 5 : 0;
    return {
      worth: (side === 'below' && headline !== null && i > page.last + 25 ? 55 : 90) + first,
      why: 'The page states it as publication.',
    };
  }
  if (updated >= 0) return { worth: 45, why: 'Only an update is stated; the report is of that day or older.' };
  return worthByPlace(page, i, headline, stamp, text);
}

function worthByPlace(
  page: WeighedPage,
  i: number,
  headline: number | null,
  stamp: Stamp,
  text: string,
): { worth: number; why: string } {
  const side = sideOf(page, i);
  const rest = text.slice(0, stamp.start) + text.slice(stamp.end);
  const crowded = rest.replace(/[^\p{L}]/gu, '').length > 90;
  const pageStamp = (page.parts[i]!.facts!.signs & PAGE_STAMP_SIGN) !== 0;
  if (pageStamp) return { worth: PAGE_STAMP, why: 'The stamp of the page, not of the report.' };
  if (side === 'above' && !crowded) {
    const top = headline ?? page.first;
    if (i > top) return { worth: 80, why: 'The stamp between headline and text.' };
    if (hasAtMost(2, page, i + 1, top)) return { worth: 70, why: 'The stamp right above the headline.' };
    return { worth: i <= 3 ? PAGE_STAMP : 10, why: 'A stamp at the top of the page.' };
  }
  if (side === 'below') {
    const near = hasAtMost(1, page, page.last + 1, i);
    const bare = rest.replace(/[^\p{L}]/gu, '').length < 25;
    if (near && bare) return { worth: 50, why: 'The stamp right below the text.' };
  }
  return { worth: 5, why: 'A date elsewhere on the page.' };
}

/** True where no more than `most` weighed lines stand in a stretch of the page; the rest of it is not looked at. */
function hasAtMost(most: number, page: WeighedPage, from: number, to: number): boolean {
  let lines = 0;
  for (let i = from; i < to && lines <= most; i++) if (page.parts[i]!.facts) lines++;
  return lines <= most;
}

function lastIndex(text: string, pattern: RegExp): number {
  return text.match(pattern)?.index ?? -1;
}

/** `OSLO, Aug 14, 2013 (AFP) -`: a day with its year before the first sentence. */
function datelineStamp(page: WeighedPage, i: number, rules: Rules): Candidate[] {
  const text = page.parts[i]!.part.text.slice(0, 90);
  const stamp = findStamps(text, rules)[0];
  const opening = stamp && /^[^.!?]{0,60}$/.test(text.slice(0, stamp.start));
  if (!stamp || !opening || !/^\s*(?:\([^)]{2,40}\))?\s*(?:[-–—.:]|\()/.test(text.slice(stamp.end))) return [];
  return [{ stamp, at: i, worth: 60, why: 'The dateline gives it; no other date is on the page.' }];
}

/** Words that show a time still to come, which bounds nothing. */
const AHEAD =
  /\b(?:will|would|shall|by|until|till|before|next|due|plan(?:s|ned)?|expect(?:s|ed)?|scheduled|from|deadline|could|may|to be|target|ahead of|through)\b[^.!?]{0,50}$/i;
const MONTH_YEAR =
  /\b(january|february|march|april|may|june|july|august|september|october|november|december)\s+((?:19|20)\d\d)\b/gi;
const YEAR = /\b(?:in|since|of|during|late|early)\s+((?:19|20)\d\d)\b(?![-–/]\d)/gi;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Bounds from the newest past time that the body or a caption names; null where they name none. */
function inferBounds(page: WeighedPage, rules: Rules): Published | null {
  let best: { edtf: string; words: string; start: number; end: number } | null = null;
  page.parts.forEach((p, i) => {
    const caption = p.facts?.look === 'credit' && sideOf(page, i) !== 'below';
    if ((!p.body && !caption) || (p.facts!.chars & HAS_DIGIT) === 0) return;
    for (const t of pastTimes(p.part.text, rules)) {
      if (!best || t.edtf > best.edtf) best = { ...t, start: p.part.start + t.start, end: p.part.start + t.end };
    }
  });
  if (best === null) return null;
  const { edtf, words, start, end } = best as { edtf: string; words: string; start: number; end: number };
  const earliest = edtf.length === 10 ? edtf : edtf.length === 7 ? `${edtf}-01` : `${edtf}-01-01`;
  return {
    edtf: `[${edtf}..]`,
    earliest,
    latest: null,
    grain: edtf.length === 10 ? 'day' : edtf.length === 7 ? 'month' : 'year',
    basis: 'inferred',
    reason: `No publication date is stated; the text speaks of ${words} as past, so it is not older.`,
    span: { start, end },
  };
}

function pastTimes(text: string, rules: Rules): { edtf: string; words: string; start: number; end: number }[] {
  const cut = text.slice(0, 4000);
  const out = findStamps(cut, rules).map((s) => ({
    edtf: s.day,
    words: cut.slice(s.start, s.end),
    start: s.start,
    end: s.end,
  }));
  for (const m of cut.matchAll(MONTH_YEAR)) {
    const edtf = `${m[2]}-${String(MONTHS.indexOf(m[1]!.toLowerCase()) + 1).padStart(2, '0')}`;
    out.push({ edtf, words: m[0], start: m.index, end: m.index + m[0].length });
  }
  for (const m of cut.matchAll(YEAR))
    out.push({ edtf: m[1]!, words: m[0], start: m.index, end: m.index + m[0].length });
  return out.filter((t) => !AHEAD.test(cut.slice(Math.max(0, t.start - 90), t.start)));
}
