/** What can be told of one line of a page from the line alone. Words and cues in, facts out. */
import type { Rules } from '../rules/rules.ts';
import { type CueHit, cuesOf, type Sign } from './cues.ts';
import type { Part } from './inline.ts';
import { readCodes } from './line-codes.ts';
import { countMarksRead } from './marks.ts';
import { type PageWord, WordBook } from './words.ts';

/** Coarse look of a line, which its neighbours see. */
export const LINE_LOOKS = [
  'edge',
  'long-sentence',
  'sentence',
  'short-sentence',
  'long-open',
  'headline-like',
  'label',
  'list-head',
  'read-more',
  'furniture',
  'credit',
  'stamp',
  'double',
] as const;
export type LineLook = (typeof LINE_LOOKS)[number];

/** How a line ends or begins. */
export const LINE_ENDS = [
  'stop',
  'question',
  'quote',
  'colon',
  'ellipsis',
  'bracket',
  'comma',
  'letter',
  'digit',
  'other',
];
export const LINE_STARTS = ['upper', 'lower', 'digit', 'quote', 'dash', 'bullet', 'capitals', 'bracket', 'other'];

export interface LineFacts {
  readonly part: Part;
  readonly words: readonly PageWord[];
  /** Words without marks. */
  readonly count: number;
  readonly end: (typeof LINE_ENDS)[number];
  readonly begin: (typeof LINE_STARTS)[number];
  /** Shares of the words: function words, capitalised ones, ones with digits. */
  readonly functional: number;
  readonly capitals: number;
  readonly digits: number;
  /** Ends of sentences inside the line. */
  readonly stops: number;
  readonly commas: number;
  readonly quotes: number;
  /** Reporting words and pronouns. */
  readonly speech: number;
  readonly allCapitals: boolean;
  readonly personLike: boolean;
  readonly separators: number;
  readonly address: boolean;
  readonly clock: boolean;
  readonly day: boolean;
  readonly dateline: boolean;
  readonly fused: boolean;
  readonly hits: readonly CueHit[];
  readonly look: LineLook;
  /** Weight as running text, 0 for furniture. */
  readonly mass: number;
}

const FURNITURE: ReadonlySet<Sign> = new Set([
  'navigation',
  'promotion',
  'advertisement',
  'comments',
  'legal',
  'share',
  'media',
  'widget',
  'ago',
  'tags',
  'page-stamp',
]);
const STAMPS: ReadonlySet<Sign> = new Set(['byline', 'published', 'updated']);

const CLOCK = /\b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\b|[ap]m\b|hrs\b|h\b|uhr\b|[A-Z]{2,4}\b)?/i;
const DAY =
  /\b(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,10}\.?,? (?:19|20)\d\d\b/iu;
const ADDRESS = /https?:\/\/|www\.|\b[\w.+-]{2,40}@[\w-]+\.\w|(?:^|\s)@\w{3,}|\b\w+\.(?:com|org|net)\b/i;
const DATELINE =
  /^(?:[“"'‘(]?\p{Lu}[\p{Lu}.'’-]{2,}[\p{Lu}\s.,'’/-]*(?:,\s*\p{L}[^-–—:()]{0,40})?\s*(?:\([^)]{2,40}\)\s*)?[-–—_:]|\p{Lu}[\p{L}\s.]{2,30},\s\p{L}{3,9}\.?\s\d{1,2}[^-–—]{0,30}[-–—.])/u;

/** Facts for each part of a page. */
export function lineFacts(parts: readonly Part[], rules: Rules): LineFacts[] {
  const cues = cuesOf(rules);
  const book = bookOf(rules);
  return parts.map((part) => {
    const length = readCodes(part.text);
    const words = book.wordsRead(part.text, length);
    return factsOf(part, length, words, cues.find(words));
  });
}

/** Of a longer line this much is weighed. */
const WEIGHED = 4000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function factsOf(part: Part, length: number, words: PageWord[], hits: CueHit[]): LineFacts {
  const { count, functional, capitals, digits } = countWords(words);
  const text = part.text.length > WEIGHED ? part.text.slice(0, WEIGHED) : part.text;
  const marks = countMarksRead(text, Math.min(length, WEIGHED));
  // Written out in one piece: this runs for every line of every page.
  const facts: Mutable<LineFacts> = {
    part,
    words,
    count,
    end: endOf(part.text),
    begin: beginOf(text),
    functional: count === 0 ? 0 : functional / count,
    capitals: count === 0 ? 0 : capitals / count,
    digits: count === 0 ? 0 : digits / count,
    stops: marks.stops,
    commas: marks.commas,
    quotes: marks.quotes,
    speech: hits.length === 0 ? 0 : hits.filter((h) => h.sign === 'speech').length,
    allCapitals: marks.allCapitals,
    personLike: count >= 2 && count <= 4 && words.every((w) => w.capital || w.form.length <= 3),
    separators: marks.separators,
    address: count < 80 && mayHoldAddress(text) && ADDRESS.test(text),
    clock: count < 30 && digits > 0 && CLOCK.test(text),
    day: count < 30 && digits > 0 && DAY.test(text),
    dateline: count > 5 && mayOpenDateline(text) && DATELINE.test(text),
    fused: count > 1 && marks.fused,
    hits,
    look: 'edge',
    mass: 0,
  };
  facts.look = lookOf(facts);
  facts.mass = massOf(facts);
  return facts;
}

function mayHoldAddress(text: string): boolean {
  if (text.includes('@') || text.includes('//')) return true;
  return text.includes('.') && (text.includes('www.') || /\.(?:com|org|net)/i.test(text));
}

/** A small plain letter opens no dateline: most lines that begin in small letters are told by it. */
function mayOpenDateline(text: string): boolean {
  const c = text.charCodeAt(0);
  return c < 97 || c > 122;
}

const books = new WeakMap<object, WordBook>();

/** The words met so far under a set of rules. */
export function bookOf(rules: Rules): WordBook {
  let book = books.get(rules);
  if (!book) {
    const functional = new Set(rules.pages.flatMap((p) => (p.kind === 'function-words' ? p.words : [])));
    book = new WordBook({ functional: (form) => functional.has(form), ...cuesOf(rules) });
    books.set(rules, book);
  }
  return book;
}

function countWords(words: readonly PageWord[]) {
  let [count, functional, capitals, digits] = [0, 0, 0, 0];
  for (const w of words) {
    if (w.mark) continue;
    count += w.count;
    if (w.functional) functional++;
    if (w.capital) capitals++;
    if (w.digit) digits++;
  }
  return { count, functional, capitals, digits };
}

function endOf(text: string): LineFacts['end'] {
  const c = text.at(-1)!;
  if (c >= 'a' && c <= 'z') return 'letter';
  if (c === '.' || c === '。') return text.endsWith('...') ? 'ellipsis' : 'stop';
  if (c === '…') return 'ellipsis';
  if (c === '!' || c === '?' || c === '！' || c === '？') return 'question';
  if (/["”’'»」』]/.test(c)) return /[.!?…,。]/.test(text.at(-2) ?? '') ? 'quote' : 'other';
  if (c === ':') return 'colon';
  if (c === ')' || c === ']') return 'bracket';
  if (c === ',' || c === ';' || c === '-' || c === '–') return 'comma';
  if (/\p{L}/u.test(c)) return 'letter';
  return /\d/.test(c) ? 'digit' : 'other';
}

function beginOf(text: string): LineFacts['begin'] {
  const c = text[0]!;
  if (c >= 'a' && c <= 'z') return 'lower';
  if (c >= 'A' && c <= 'Z') return /^\p{Lu}{3,}/u.test(text) ? 'capitals' : 'upper';
  if (/["“‘'„«`]/.test(c)) return /[.!?…,。]/.test(text.at(-2) ?? '') ? 'quote' : 'other';
  if (/[-–—]/.test(c)) return 'dash';
  if (/[•·*»>▪●◆■→]/.test(c)) return 'bullet';
  if (/[([]/.test(c)) return 'bracket';
  if (/\d/.test(c)) return 'digit';
  if (/^\p{Lu}{3,}/u.test(text)) return 'capitals';
  if (/\p{Lu}/u.test(c)) return 'upper';
  return /\p{L}/u.test(c) ? 'lower' : 'other';
}

function lookOf(f: LineFacts): LineLook {
  const strong = f.hits.find((h) => h.place !== 'inside' && h.sign !== 'speech');
  const closed = f.end === 'stop' || f.end === 'question' || f.end === 'quote' || f.end === 'ellipsis';
  if (f.part.glued === 'teaser') return 'read-more';
  if (f.part.text.startsWith('![')) return 'credit';
  if (f.part.glued === 'script') return 'furniture';
  if (f.hits.some((h) => h.sign === 'list-head' && h.place !== 'inside')) return 'list-head';
  if (f.hits.some((h) => h.sign === 'read-more' && h.place === 'start') && f.count < 30) return 'read-more';
  if (f.count < 60 && f.hits.some((h) => h.sign === 'photo-credit')) return 'credit';
  if (f.count < 25 && strong && STAMPS.has(strong.sign)) return 'stamp';
  if (f.count < 15 && f.day) return 'stamp';
  if (strong && FURNITURE.has(strong.sign) && f.count < 40) return 'furniture';
  if (f.count < 40 && f.hits.some((h) => FURNITURE.has(h.sign) && (f.count < 12 || !closed))) return 'furniture';
  if (closed && f.count >= 20) return 'long-sentence';
  if (closed && f.count >= 6) return 'sentence';
  if (closed) return 'short-sentence';
  if (f.count >= 20) return 'long-open';
  return f.count >= 5 ? 'headline-like' : 'label';
}

function massOf(f: LineFacts): number {
  const { look } = f;
  if (look === 'long-sentence' || look === 'sentence') return Math.min(f.count, 60) * (f.functional > 0.2 ? 1 : 0.5);
  if (look === 'long-open') return f.functional > 0.3 ? Math.min(f.count, 40) * 0.7 : 0;
  if (look === 'short-sentence') return f.count * 0.5;
  return 0;
}
