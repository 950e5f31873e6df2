/** Which line above the body is its headline, and which ones are decks. */
import { countMarked, markMatters } from './cohesion.ts';
import { signBits } from './cues.ts';
import type { WeighedPage, WeighedPart } from './weighed-page.ts';

/** Places in `page.parts`. */
export interface HeadlineLines {
  readonly headline: number | null;
  readonly decks: ReadonlySet<number>;
  /** Other lines that say the headline again. */
  readonly again: ReadonlySet<number>;
}

const SPEECH = signBits('speech');
const STAMPED = signBits('byline', 'published', 'updated');
const ENDS_HEAD = signBits('share', 'byline');

const NO_HEADLINE: HeadlineLines = { headline: null, decks: new Set(), again: new Set() };

/** How far above the body a headline may stand, in lines that are not set aside. */
const REACH = 40;

/**
 * The headline is the line that the text below takes up most, weighed by how near it stands; of two good ones in a row
 * the upper is the headline and the lower its deck.
 */
export function findHeadline(page: WeighedPage): HeadlineLines {
  if (page.first < 0) return NO_HEADLINE;
  const words = leadWords(page);
  const scores = new Map<number, number>();
  for (let i = page.first - 1, seen = 0; i >= 0 && seen < REACH; i--) {
    if (!page.parts[i]!.facts) continue;
    seen++;
    const score = scoreOf(page, i, words, seen);
    if (score > 0) scores.set(i, score);
  }
  let best: number | null = null;
  for (const [i, s] of scores) if (best === null || s > scores.get(best)!) best = i;
  if (best !== null && scores.get(best)! < 0.5) best = nearestLike(page, scores);
  best ??= aloneAbove(page);
  if (best === null) return NO_HEADLINE;
  const headline = upperOf(page, best, scores);
  return { headline, decks: decksOf(page, headline, words), again: againOf(page, headline) };
}

/** On a page with hardly anything above the text, the line right above it is the headline, however short. */
function aloneAbove(page: WeighedPage): number | null {
  const above = page.parts.slice(0, page.first).filter((p) => p.facts);
  const last = above.at(-1);
  if (above.length === 0 || above.length > 3 || !last?.facts) return null;
  const f = last.facts;
  const fits = f.count >= 2 && f.count <= 25 && f.end !== 'stop' && f.end !== 'colon' && mayHead(f);
  return fits && (f.signs & ~SPEECH) === 0 ? page.parts.indexOf(last) : null;
}

/** Where no line is taken up by the text, the nearest line that is built like a headline may be one all the same. */
function nearestLike(page: WeighedPage, scores: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [i, s] of scores) {
    const f = page.parts[i]!.facts!;
    const built = f.count >= 4 && f.count <= 20 && f.end !== 'stop' && f.capitals < 0.95;
    if (built && s > 0.2 && page.first - i <= 10 && (best === null || s > scores.get(best)!)) best = i;
  }
  return best;
}

/** Content words of the first part of the body. */
function leadWords(page: WeighedPage): Uint8Array {
  const lines: number[] = [];
  for (let i = page.first; i <= page.last && lines.length < 10; i++) {
    const p = page.parts[i]!;
    if (p.body && p.index >= 0) lines.push(p.index);
  }
  return markMatters(page.facts.matters, lines);
}

function scoreOf(page: WeighedPage, i: number, words: Uint8Array, distance: number): number {
  const p = page.parts[i]!;
  const f = p.facts!;
  if (!mayHead(f) || f.count < 3 || f.count > 32) return 0;
  const { matters } = page.facts;
  const own = matters.from[p.index + 1]! - matters.from[p.index]!;
  const found = countMarked(matters, p.index, words);
  const share = own === 0 ? 0 : found / own;
  const repeat = page.facts.repeats[p.index]!;
  const near = 1 - 0.018 * Math.min(30, distance);
  const doubled = repeat.doubleBefore || repeat.doubleAfter ? 0.25 : 0;
  const isTitle = page.facts.title?.line === p.index ? 0.3 : 0;
  const long = f.count >= 5 && f.count <= 22 ? 0.35 : 0;
  const sentence = f.end === 'stop' ? -0.45 : 0;
  return (share * Math.min(1, found / 3) + doubled + isTitle + long + sentence) * near;
}

function mayHead(f: NonNullable<WeighedPage['parts'][number]['facts']>): boolean {
  if (isMenu(f) && f.separators > 0) return false;
  if (f.look === 'furniture' || f.look === 'credit' || f.look === 'read-more' || f.look === 'list-head') return false;
  if (f.look === 'stamp' && (f.day || f.clock)) return false;
  if ((f.opens & STAMPED) !== 0) return false;
  if (/^(?:[*+-]\s+)?!?\[[^\]]*\]\([^)]*\)$|^(?:url source|markdown content|published time):/i.test(f.part.text))
    return false;
  return f.separators < 2 && !/^https?:/.test(f.part.text) && (f.part.text.match(/ [/>»›] /g)?.length ?? 0) < 2;
}

/**
 * Goes up over neighbours that score well enough: a deck or caption shares more words with the lead than the headline
 * does. Stamps, bylines and buttons between the two do not stop the climb, other lines do.
 */
function upperOf(page: WeighedPage, best: number, scores: ReadonlyMap<number, number>): number {
  let top = best;
  for (let i = best - 1; i >= 0 && best - i <= 9; i--) {
    const p = page.parts[i]!;
    if (!p.facts) continue;
    const score = scores.get(i) ?? 0;
    const like = p.facts.count >= 4 && p.facts.count <= 24 && p.facts.end !== 'stop' && !isMenu(p.facts);
    const limit = i === top - 1 ? 0.4 : 0.5;
    if (like && score >= scores.get(best)! * limit) top = i;
    else if (!PASSED.has(p.facts.look) && p.facts.count > 3) break;
  }
  return top;
}

/** Names of sections in a row: every word with a capital, no function word, no verb to be seen. */
function isMenu(f: NonNullable<WeighedPage['parts'][number]['facts']>): boolean {
  return (
    f.capitals > 0.8 && f.functional === 0 && f.commas === 0 && f.count >= 5 && !f.allCapitals && f.end === 'letter'
  );
}

const PASSED = new Set(['stamp', 'furniture', 'label', 'credit']);

function decksOf(page: WeighedPage, headline: number, words: Uint8Array): Set<number> {
  const out = new Set<number>();
  for (let i = headline + 1; i < page.first; i++) {
    const p = page.parts[i]!;
    const f = p.facts;
    if (f && closesHead(page, i)) break;
    if (!f || f.look === 'credit' || f.look === 'stamp' || f.look === 'furniture' || f.look === 'read-more') continue;
    if (f.look === 'list-head' || f.count < 5 || f.day || p.part.text === page.parts[headline]!.part.text) continue;
    const shared = countMarked(page.facts.matters, p.index, words);
    const near = i - headline <= 3;
    if (shared >= 2 || (near && f.functional > 0.15)) out.add(i);
  }
  return out;
}

/** A byline, a stamp or a share row ends the head of the page: what stands below it is a caption or no part of it. */
function closesHead(page: WeighedPage, i: number): boolean {
  const f = page.parts[i]!.facts!;
  if (f.look === 'stamp' || f.personLike) return true;
  return f.count < 12 && (f.opens & ENDS_HEAD) !== 0;
}

/** Lines that were set aside are not known as repeats. */
function againOf(page: WeighedPage, headline: number): Set<number> {
  const { part, index } = page.parts[headline]!;
  const text = part.text.toLowerCase();
  const { doubleBefore, doubleAfter } = page.facts.repeats[index]!;
  const doubled = doubleBefore || doubleAfter;
  const isAgain = (p: WeighedPart): boolean => (doubled || !p.facts) && !p.body && p.part.text.toLowerCase() === text;
  return new Set(page.parts.flatMap((p, i) => (i !== headline && isAgain(p) ? [i] : [])));
}
