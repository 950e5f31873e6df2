/** Text in, lexemes out: small pieces cut so that "mid-1996", "2024-28" and "10am" come apart. Linear in the text. */

import { isRealDay } from '../model/calendar.ts';
import type { Sentence, Span } from '../model/index.ts';
import type { ClassValue, Lexeme } from './lexeme.ts';
import { joinNumbers } from './numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Every alternative is bounded or a single run, so a hostile line costs no more than its length. */
const PIECE =
  /\d{4}-\d\d-\d\d(?!\d)|\d{1,2}([./])\d{1,2}\1(?:\d{4}|\d\d)(?![\d/])|\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,3}(?:,\d{3})+(?![\d])|\d+\.\d+|\d+(?:st|nd|rd|th|s)(?![\p{L}\d])|['’‘]\d\ds?(?![\p{L}\d])|\d+|(?:[A-Za-z]\.){2,4}|[A-Za-z]\.[A-Za-z](?![\p{L}.])|['’](?:s|S)(?![\p{L}])|[\p{L}]+(?:['’](?!s\b)\p{L}+)?|\S/uy;

/** Lexemes of `text`; sentences from the parser bound them where given, else a light splitter does. */
export function lex(text: string, vocabulary: Vocabulary, sentences?: readonly Sentence[]): Lexeme[] {
  const out: Lexeme[] = [];
  if (sentences)
    for (const [i, s] of sentences.entries()) cut({ text, vocabulary, out, split: false }, s, i, s.paragraph);
  else cut({ text, vocabulary, out, split: true }, { start: 0, end: text.length }, 0, 0);
  return joinNumbers(out);
}

interface Cutter {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly out: Lexeme[];
  /** Whether sentences are to be told here. */
  readonly split: boolean;
}

/** Cuts a stretch into lexemes, counting sentences and paragraphs on the way where nobody has. */
function cut(c: Cutter, span: Span, sentence: number, paragraph: number): void {
  const { text, out } = c;
  const first = out.length;
  let here = sentence;
  let there = paragraph;
  for (let at = span.start; at < span.end; ) {
    const from = at;
    const breaks = skipSpace(text, at, span.end);
    at = breaks.at;
    if (at >= span.end) return;
    PIECE.lastIndex = at;
    const end = Math.min(PIECE.test(text) ? PIECE.lastIndex : at + 1, span.end);
    const piece = text.slice(at, end);
    const spaced = at > from;
    if (c.split && out.length > first) {
      if (breaks.lines > 1) there++;
      if (breaks.lines > 1 || (spaced && endsSentence(out, piece))) here++;
    }
    if (!takesStop(c, piece, spaced, first)) {
      out.push(toLexeme({ start: at, end, sentence: here, paragraph: there, spaced, text: piece }, c.vocabulary));
    }
    at = end;
  }
}

function skipSpace(text: string, from: number, end: number): { readonly at: number; readonly lines: number } {
  let at = from;
  let lines = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) lines++;
    else if (code !== 32 && !(code >= 9 && code <= 13) && !(code > 127 && /\s/.test(text.charAt(at)))) break;
  }
  return { at, lines };
}

const CLOSERS = new Set(['"', "'", ')', '”', '’', ']']);
const OPENS_SENTENCE = /^["'“‘`([]|^\p{Lu}|^\d/u;

/** Whether a sentence ends before `piece`, which follows the lexemes after white space. */
function endsSentence(out: readonly Lexeme[], piece: string): boolean {
  let k = out.length - 1;
  while (k > 0 && CLOSERS.has(out[k]?.text ?? '')) k--;
  const mark = out[k];
  if (mark === undefined || !(mark.text === '.' || mark.text === '!' || mark.text === '?')) return false;
  if (!OPENS_SENTENCE.test(piece)) return false;
  return mark.text !== '.' || mark.spaced || !looksAbbreviated(out[k - 1]?.text ?? '', piece);
}

/** Words before a full stop that do not end a sentence; those of the second list may also end one. */
const TITLES = new Set(
  'mr mrs ms dr gen col lt sen rep gov st no vs prof capt sgt maj cmdr jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const BEFORE_FIGURES = new Set('inc corp co ltd jr sr'.split(' '));

function looksAbbreviated(before: string, after: string): boolean {
  const low = before.toLowerCase();
  if (/^\d/.test(after)) return TITLES.has(low) || BEFORE_FIGURES.has(low);
  return /^\p{Lu}$/u.test(before) || TITLES.has(low);
}

/** Joins the full stop to a word that owns one: "Sept." */
function takesStop({ text, out, vocabulary }: Cutter, piece: string, spaced: boolean, first: number): boolean {
  const last = out.at(-1);
  if (piece !== '.' || spaced || last === undefined || out.length <= first) return false;
  if (!vocabulary.mayTakeStop(last.low)) return false;
  out[out.length - 1] = { ...last, end: last.end + 1, text: text.slice(last.start, last.end + 1) };
  return true;
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

function toLexeme(l: Omit<Lexeme, 'low' | 'classes'>, vocabulary: Vocabulary): Lexeme {
  const low = plain(l.text);
  const word = low.length > 1 && low.endsWith('.') ? low.slice(0, -1) : low;
  const code = low.charCodeAt(0);
  const digits = (code >= 48 && code <= 57) || (code === 39 && low.length > 2);
  const classes = digits ? digitClasses(low) : vocabulary.classesOf(l.text, word);
  const { start, end, sentence, paragraph, spaced, text } = l;
  return { start, end, text, low: word, classes, sentence, paragraph, spaced };
}

/** Lower case with plain marks; words of plain letters are the common case. */
function plain(text: string): string {
  const low = text.toLowerCase();
  const code = low.charCodeAt(0);
  if (code < 0x2010 || code > 0x2212) return low;
  return PLAIN[low] ?? (code === 0x2018 || code === 0x2019 ? `'${low.slice(1)}` : low);
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
