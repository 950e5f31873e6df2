/** Text in, lexemes out: small pieces cut so that "mid-1996", "2024-28" and "10am" come apart. Linear in the text. */
import type { Sentence, Span } from '../model/index.ts';
import { isRealDay } from './calendar.ts';
import type { ClassValue, Lexeme } from './lexeme.ts';
import { joinNumbers } from './numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Every alternative is bounded or a single run, so a hostile line costs no more than its length. */
const PIECE =
  /\d{4}-\d\d-\d\d(?!\d)|\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d\d)(?![\d/])|\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,3}(?:,\d{3})+(?![\d])|\d+\.\d+|\d+(?:st|nd|rd|th|s)(?![\p{L}\d])|['’‘]\d\ds?(?![\p{L}\d])|\d+|(?:[A-Za-z]\.){2,4}|['’](?:s|S)(?![\p{L}])|[\p{L}]+(?:['’](?!s\b)\p{L}+)?|\S/uy;

/** Lexemes of `text`; sentences from the parser bound them where given, else a light splitter does. */
export function lex(text: string, vocabulary: Vocabulary, sentences?: readonly Sentence[]): Lexeme[] {
  const pieces = sentences
    ? sentences.flatMap((s, i) => cut(text, s, i, s.paragraph))
    : split(cut(text, whole(text), 0, 0));
  return joinNumbers(withStops(pieces, text, vocabulary).map((p) => toLexeme(p, text, vocabulary)));
}

interface Piece extends Span {
  readonly sentence: number;
  readonly paragraph: number;
  readonly spaced: boolean;
  readonly blankBefore: boolean;
  readonly text: string;
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}

function cut(text: string, span: Span, sentence: number, paragraph: number): Piece[] {
  const out: Piece[] = [];
  let at = span.start;
  while (at < span.end) {
    const from = at;
    let breaks = 0;
    while (at < span.end && /\s/.test(text.charAt(at))) breaks += text.charCodeAt(at++) === 10 ? 1 : 0;
    if (at >= span.end) break;
    PIECE.lastIndex = at;
    const m = PIECE.exec(text);
    const end = Math.min(m ? PIECE.lastIndex : at + 1, span.end);
    const piece = text.slice(at, end);
    out.push({ start: at, end, sentence, paragraph, spaced: at > from, blankBefore: breaks > 1, text: piece });
    at = end;
  }
  return out;
}

/** Sentence and paragraph numbers for text that no parser has seen. */
function split(pieces: readonly Piece[]): Piece[] {
  let sentence = 0;
  let paragraph = 0;
  return pieces.map((p, i) => {
    if (i > 0 && p.blankBefore) {
      paragraph++;
      sentence++;
    } else if (i > 0 && endsSentence(pieces, i)) sentence++;
    return { ...p, sentence, paragraph };
  });
}

const CLOSERS = new Set(['"', "'", ')', '”', '’', ']']);

function endsSentence(pieces: readonly Piece[], i: number): boolean {
  const here = pieces[i] as Piece;
  if (!here.spaced || !/^["'“‘`([]|^\p{Lu}|^\d/u.test(here.text)) return false;
  let k = i - 1;
  while (k > 0 && CLOSERS.has(pieces[k]?.text ?? '')) k--;
  const mark = pieces[k];
  if (mark === undefined || !/^[.!?]$/.test(mark.text)) return false;
  const before = pieces[k - 1]?.text ?? '';
  return mark.text !== '.' || mark.spaced || !looksAbbreviated(before, here.text);
}

const TITLES = new Set(
  'mr mrs ms dr gen col lt sen rep gov st inc corp co ltd no vs prof capt sgt maj cmdr jr sr jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

function looksAbbreviated(before: string, after: string): boolean {
  const low = before.toLowerCase();
  if (/^\d/.test(after)) return TITLES.has(low);
  return /^\p{Lu}$/u.test(before) || (TITLES.has(low) && !['jr', 'sr', 'inc', 'corp', 'co', 'ltd'].includes(low));
}

/** Joins the full stop to words that own one: "Sept." */
function withStops(pieces: readonly Piece[], text: string, vocabulary: Vocabulary): Piece[] {
  const out: Piece[] = [];
  for (const p of pieces) {
    const last = out.at(-1);
    if (p.text === '.' && !p.spaced && last && vocabulary.mayTakeStop(last.text.toLowerCase())) {
      out[out.length - 1] = { ...last, end: p.end, text: text.slice(last.start, p.end) };
    } else out.push(p);
  }
  return out;
}

const PLAIN: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‑': '-',
  '‐': '-',
  '−': '-',
  '’': "'",
  '‘': "'",
};

function toLexeme(p: Piece, _text: string, vocabulary: Vocabulary): Lexeme {
  const low = plain(p.text);
  const word = low.endsWith('.') && low.length > 1 ? low.slice(0, -1) : low;
  const classes = /\d/.test(low.slice(0, 2)) ? digitClasses(low) : vocabulary.classesOf(p.text, word);
  const { start, end, sentence, paragraph, spaced } = p;
  return { start, end, sentence, paragraph, spaced, text: p.text, low: word, classes };
}

function plain(text: string): string {
  const low = text.toLowerCase();
  return PLAIN[low] ?? (low.startsWith('’') || low.startsWith('‘') ? `'${low.slice(1)}` : low);
}

/** Classes of anything that begins with a digit. */
function digitClasses(low: string): readonly ClassValue[] {
  if (/^\d+$/.test(low)) return wholeNumber(low);
  if (/^\d+(st|nd|rd|th)$/.test(low)) return low.length > 5 ? [] : ordinal(Number.parseInt(low, 10));
  if (/^\d+s$/.test(low)) return decade(low);
  if (/^'\d\d/.test(low)) return apostrophe(low);
  if (low.includes(':')) return clock(low);
  if (/^\d{1,3}(,\d{3})+$/.test(low)) return [{ name: 'N', value: Number(low.replaceAll(',', '').slice(0, 9)) }];
  if (/^\d{4}-/.test(low)) return isoDate(low);
  if (/^\d{1,2}[./]\d{1,2}[./]/.test(low)) return numericDate(low);
  return /^\d{1,6}\.\d{1,3}$/.test(low) ? [{ name: 'FRACTION', value: Number(low) }] : [];
}

function wholeNumber(low: string): readonly ClassValue[] {
  if (low.length > 9) return [];
  const n = Number(low);
  const out: ClassValue[] = [{ name: 'N', value: n }];
  if (n >= 1 && n <= 31 && low.length <= 2) out.push({ name: 'DAY', value: n });
  if (low.length === 2) out.push({ name: 'YEAR2', value: n });
  if (low.length === 3) out.push({ name: 'N3', value: n });
  if (low.length === 4 && n >= 1000 && n <= 2199) out.push({ name: 'YEAR', value: n });
  if (low.length === 4 && n % 100 < 60 && n < 2400)
    out.push({ name: 'HHMM', value: `${low.slice(0, 2)}:${low.slice(2)}` });
  return out;
}

function ordinal(n: number): readonly ClassValue[] {
  const out: ClassValue[] = [{ name: 'ORD', value: n }];
  if (n >= 1 && n <= 31) out.push({ name: 'DAY', value: n }, { name: 'DAYTH', value: n });
  return out;
}

function decade(low: string): readonly ClassValue[] {
  const n = Number.parseInt(low, 10);
  if (low.length === 5 && n % 10 === 0 && n >= 1000) {
    return n % 100 === 0
      ? [
          { name: 'HUNDREDS', value: n / 100 },
          { name: 'DECADE', value: n / 10 },
        ]
      : [{ name: 'DECADE', value: n / 10 }];
  }
  if (low.length === 4 && n % 10 === 0 && n >= 100) return [{ name: 'DECADE3', value: n / 10 }];
  return low.length === 3 && n % 10 === 0 && n >= 20 ? [{ name: 'DECADE2', value: 190 + n / 10 }] : [];
}

/** '98 is 1998, '12 is 2012: the century is the one that puts it nearest to the turn of the millennium. */
function apostrophe(low: string): readonly ClassValue[] {
  const n = Number.parseInt(low.slice(1), 10);
  const year = n + (n < 40 ? 2000 : 1900);
  if (low.endsWith('s')) return n % 10 === 0 ? [{ name: 'DECADE', value: year / 10 }] : [];
  return [{ name: 'APOSYEAR', value: year }];
}

function clock(low: string): readonly ClassValue[] {
  const [h, m] = low.split(':').map(Number);
  if (h === undefined || m === undefined || h > 24 || m > 59) return [];
  return [{ name: 'CLOCK', value: `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}` }];
}

function isoDate(low: string): readonly ClassValue[] {
  const [year = 0, month = 0, day = 0] = low.split('-').map(Number);
  return [{ name: isRealDay({ year, month, day }) ? 'YMD' : 'BADYMD', value: [year, month, day] }];
}

/** 03.04.2021 with dots is day first; with strokes it stays open unless one number is above 12. */
function numericDate(low: string): readonly ClassValue[] {
  const [a = 0, b = 0, c = 0] = low.split(/[./]/).map(Number);
  const year = c > 99 ? c : c + (c < 50 ? 2000 : 1900);
  const dots = low.includes('.');
  if (dots && low.split('.')[2]?.length === 2) return [];
  if (b > 12 && a <= 12) return isRealDay({ year, month: a, day: b }) ? [{ name: 'YMD', value: [year, a, b] }] : [];
  if (!isRealDay({ year, month: b, day: a })) return [{ name: 'BADYMD', value: [year, b, a] }];
  return [{ name: dots || a > 12 || a === b ? 'YMD' : 'DMY', value: [year, b, a] }];
}
