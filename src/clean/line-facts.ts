/** What can be told of one line of a page from the line alone. Words and cues in, facts out. */
import type { Rules } from '../rules/rules.ts';
import { type CueHit, type Cues, cuesOf, type Sign, signBits } from './cues.ts';
import type { Part } from './inline.ts';
import { IntList } from './int-list.ts';
import { foldedHash, readCodes } from './line-codes.ts';
import { countMarksRead, HAS_AT, HAS_SLASH, HAS_STOP } from './marks.ts';
import { COUNT_BIT, IS_DIGIT, IS_FUNCTIONAL, IS_MARK, IS_SHORT, WordBook } from './words.ts';

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
  /** Words without marks. */
  readonly count: number;
  /** Tells the first two words or marks from others; 0 where the line has fewer. */
  readonly opening: number;
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
  /** Kinds of its characters and of its words, as bits: `HAS_DIGIT`, `SAYS_OUTLET` and so on. */
  readonly chars: number;
  readonly words: number;
  readonly address: boolean;
  readonly clock: boolean;
  readonly day: boolean;
  readonly dateline: boolean;
  readonly fused: boolean;
  readonly hits: readonly CueHit[];
  /** Signs of the cues that the line opens with or consists of, and of all its cues, as bits. */
  readonly opens: number;
  readonly signs: number;
  readonly look: LineLook;
  /** Weight as running text, 0 for furniture. */
  readonly mass: number;
}

const FURNITURE = signBits(
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
);
const STAMPS: ReadonlySet<Sign> = new Set(['byline', 'published', 'updated']);
const LIST_HEAD = signBits('list-head');
const READ_MORE = signBits('read-more');
const PHOTO_CREDIT = signBits('photo-credit');
const SPEECH = signBits('speech');

const CLOCK = /\b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\b|[ap]m\b|hrs\b|h\b|uhr\b|[A-Z]{2,4}\b)?/i;
const DAY =
  /\b(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,10}\.?,? (?:19|20)\d\d\b/iu;
const ADDRESS = /https?:\/\/|www\.|\b[\w.+-]{2,40}@[\w-]+\.\w|(?:^|\s)@\w{3,}|\b\w+\.(?:com|org|net)\b/i;
const DATELINE =
  /^(?:[“"'‘(]?\p{Lu}[\p{Lu}.'’-]{2,}[\p{Lu}\s.,'’/-]*(?:,\s*\p{L}[^-–—:()]{0,40})?\s*(?:\([^)]{2,40}\)\s*)?[-–—_:]|\p{Lu}[\p{L}\s.]{2,30},\s\p{L}{3,9}\.?\s\d{1,2}[^-–—]{0,30}[-–—.])/u;

/** The lines of a page with what can be compared between them: lists in a row, those of line `i` at `from[i]..from[i + 1]`. */
export interface PageLines {
  readonly lines: readonly LineFacts[];
  /** Content words of each line, each once. */
  readonly matters: Matters;
  /** Hashes of the words of each line, and of its whole text in small letters. */
  readonly hashes: LineNumbers;
  readonly texts: Int32Array;
}

/** Some numbers for each line of a page: those of line `i` are `items[from[i]..from[i + 1]]`. */
export interface LineNumbers {
  readonly items: Int32Array;
  readonly from: Int32Array;
}

/** For each line of a page the numbers of its matters, each once. */
export interface Matters extends LineNumbers {
  /** How many there are on the page. */
  readonly total: number;
}

/** Facts for each part of a page. */
export function pageLines(parts: readonly Part[], rules: Rules): PageLines {
  const reader: LineReader = { cues: cuesOf(rules), book: bookOf(rules) };
  const { book } = reader;
  const [hashes, matters] = [new IntList(), new IntList()];
  const texts = new Int32Array(parts.length);
  const [hashFrom, matterFrom] = [new Int32Array(parts.length + 1), new Int32Array(parts.length + 1)];
  book.beginPage();
  const lines = parts.map((part, i) => {
    const length = readCodes(part.text);
    const n = book.readLine(part.text, length);
    const facts = factsOf(part, length, n, reader);
    addHashes(n, book, hashes);
    hashFrom[i + 1] = hashes.length;
    texts[i] = foldedHash(length);
    book.addMatters(n, matters);
    matterFrom[i + 1] = matters.length;
    return facts;
  });
  return {
    lines,
    hashes: { items: hashes.items, from: hashFrom },
    texts,
    matters: { items: matters.items, from: matterFrom, total: book.matters },
  };
}

interface LineReader {
  readonly cues: Cues;
  readonly book: WordBook;
}

function addHashes(n: number, book: WordBook, hashes: IntList): void {
  for (let k = 0; k < n; k++) {
    if ((book.traits[k]! & IS_MARK) === 0) hashes.push(book.hashOf(book.tokens[k]!));
  }
}

/** Of a longer line this much is weighed. */
const WEIGHED = 4000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function factsOf(part: Part, length: number, n: number, { book, cues }: LineReader): LineFacts {
  const { count, functional, capitals, digits, words } = countWords(book, n);
  const text = part.text.length > WEIGHED ? part.text.slice(0, WEIGHED) : part.text;
  const marks = countMarksRead(Math.min(length, WEIGHED));
  const hits = cues.find(book, n);
  // Written out in one piece: this runs for every line of every page.
  const facts: Mutable<LineFacts> = {
    part,
    count,
    opening: n < 2 ? 0 : (Math.imul(book.hashOf(book.tokens[0]!), 31) ^ book.hashOf(book.tokens[1]!)) | 0,
    end: endOf(part.text),
    begin: beginOf(text),
    functional: count === 0 ? 0 : functional / count,
    capitals: count === 0 ? 0 : capitals / count,
    digits: count === 0 ? 0 : digits / count,
    stops: marks.stops,
    commas: marks.commas,
    quotes: marks.quotes,
    speech: 0,
    allCapitals: marks.allCapitals,
    personLike: count >= 2 && count <= 4 && isPersonLike(book, n),
    separators: marks.separators,
    chars: marks.seen,
    words,
    address: count < 80 && mayHoldAddress(text, marks.seen) && ADDRESS.test(text),
    clock: count < 30 && digits > 0 && CLOCK.test(text),
    day: count < 30 && digits > 0 && DAY.test(text),
    dateline: count > 5 && mayOpenDateline(text, digits) && DATELINE.test(text),
    fused: count > 1 && marks.fused,
    hits,
    opens: 0,
    signs: 0,
    look: 'edge',
    mass: 0,
  };
  for (const { sign, place } of hits) {
    const bit = signBits(sign);
    facts.signs |= bit;
    if (place !== 'inside') facts.opens |= bit;
    if (bit === SPEECH) facts.speech++;
  }
  facts.look = lookOf(facts);
  facts.mass = massOf(facts);
  return facts;
}

/** Every word has a capital or is short, as in "Ada van der Lind". */
function isPersonLike(book: WordBook, n: number): boolean {
  for (let k = 0; k < n; k++) {
    if ((book.tokens[k]! & 1) === 0 && (book.traits[k]! & IS_SHORT) === 0) return false;
  }
  return true;
}

function mayHoldAddress(text: string, seen: number): boolean {
  if ((seen & HAS_AT) !== 0 || ((seen & HAS_SLASH) !== 0 && text.includes('//'))) return true;
  return (seen & HAS_STOP) !== 0 && (text.includes('www.') || /\.(?:com|org|net)/i.test(text));
}

/** In plain letters: a dateline opens with a word in capitals, or with one that has a comma and a day near behind it. */
function mayOpenDateline(text: string, digits: number): boolean {
  const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  if (first > 127 || second > 127 || OPENING_MARKS.includes(text[0]!)) return true;
  if (first < 65 || first > 90) return false;
  if ((second >= 65 && second <= 90) || second === 46 || second === 39 || second === 45) return true;
  if (digits === 0) return false;
  const comma = text.indexOf(',');
  return comma > 0 && comma < 33;
}

const OPENING_MARKS = '"\'(';

const books = new WeakMap<object, WordBook>();

/** The words met so far under a set of rules. */
export function bookOf(rules: Rules): WordBook {
  let book = books.get(rules);
  if (!book) {
    const functional = new Set(rules.pages.flatMap((p) => (p.kind === 'function-words' ? p.words : [])));
    book = new WordBook({ functional: (form) => functional.has(form), ...cuesOf(rules).traits });
    books.set(rules, book);
  }
  return book;
}

function countWords(book: WordBook, n: number) {
  let [count, functional, capitals, digits, words] = [0, 0, 0, 0, 0];
  for (let k = 0; k < n; k++) {
    const traits = book.traits[k]!;
    words |= traits;
    if ((traits & IS_MARK) !== 0) continue;
    count += traits >> COUNT_BIT;
    if ((traits & IS_FUNCTIONAL) !== 0) functional++;
    capitals += book.tokens[k]! & 1;
    if ((traits & IS_DIGIT) !== 0) digits++;
  }
  return { count, functional, capitals, digits, words };
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
  const closed = f.end === 'stop' || f.end === 'question' || f.end === 'quote' || f.end === 'ellipsis';
  if (f.part.glued === 'teaser') return 'read-more';
  if (f.part.text.startsWith('![')) return 'credit';
  if (f.part.glued === 'script') return 'furniture';
  const cued = f.hits.length === 0 ? null : lookOfCues(f, closed);
  if (cued) return cued;
  if (f.count < 15 && f.day) return 'stamp';
  if (closed && f.count >= 20) return 'long-sentence';
  if (closed && f.count >= 6) return 'sentence';
  if (closed) return 'short-sentence';
  if (f.count >= 20) return 'long-open';
  return f.count >= 5 ? 'headline-like' : 'label';
}

function lookOfCues(f: LineFacts, closed: boolean): LineLook | null {
  if ((f.opens & LIST_HEAD) !== 0) return 'list-head';
  if ((f.opens & READ_MORE) !== 0 && f.count < 30 && startsReadMore(f)) return 'read-more';
  if ((f.signs & PHOTO_CREDIT) !== 0 && f.count < 60) return 'credit';
  const strong = (f.opens & ~SPEECH) === 0 ? null : f.hits.find((h) => h.place !== 'inside' && h.sign !== 'speech')!;
  if (strong && f.count < 25 && STAMPS.has(strong.sign)) return 'stamp';
  if (f.count < 15 && f.day) return 'stamp';
  if (strong && f.count < 40 && (signBits(strong.sign) & FURNITURE) !== 0) return 'furniture';
  return (f.signs & FURNITURE) !== 0 && (f.count < 12 || (f.count < 40 && !closed)) ? 'furniture' : null;
}

function startsReadMore(f: LineFacts): boolean {
  return f.hits.some((h) => h.sign === 'read-more' && h.place === 'start');
}

function massOf(f: LineFacts): number {
  const { look } = f;
  if (look === 'long-sentence' || look === 'sentence') return Math.min(f.count, 60) * (f.functional > 0.2 ? 1 : 0.5);
  if (look === 'long-open') return f.functional > 0.3 ? Math.min(f.count, 40) * 0.7 : 0;
  if (look === 'short-sentence') return f.count * 0.5;
  return 0;
}
