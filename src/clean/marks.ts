/** Counts of marks in a line, in one pass: this runs over every character of every page. */
import { lineCodes, readCodes } from './line-codes.ts';

/** What one pass over a line counts; sentence ends and marks are counted up to 20. */
export interface MarkCounts {
  readonly commas: number;
  readonly quotes: number;
  readonly separators: number;
  /** Ends of sentences inside the line. */
  readonly stops: number;
  /** Has capital letters and no small ones. */
  readonly allCapitals: boolean;
  /** A small letter right before a capital one with a small one behind: words that lost the space between them. */
  readonly fused: boolean;
  /** Kinds of all characters, as bits: {@link HAS_AT} and so on. */
  readonly seen: number;
}

const MOST = 20;
const [SPACE, TAB] = [32, 9];

/** Kinds of characters; what comes before the space is not counted. */
const [PLAIN, SMALL, BLANK, BIG, COMMA, QUOTE, TICK, BAR, STOP, AT, SLASH, DIGIT, BRACKET, COPY] = [
  1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192,
] as const;
export const [HAS_STOP, HAS_AT, HAS_SLASH, HAS_DIGIT, HAS_BRACKET, HAS_COPY] = [STOP, AT, SLASH, DIGIT, BRACKET, COPY];

const SIGNS: readonly (readonly [number, string])[] = [
  [BLANK, ' '],
  [COMMA, ',;'],
  [QUOTE, '"“”„‘«»'],
  [TICK, "`'"],
  [BAR, '|•·>'],
  [STOP, '.!?…'],
  [AT, '@'],
  [SLASH, '/'],
  [DIGIT, '0123456789'],
  [BRACKET, '('],
  [COPY, '©'],
];

/** Kinds of the characters met so far, 0 for others. */
const kinds = new Uint16Array(0x10000);
for (const [kind, chars] of SIGNS) for (const char of chars) kinds[char.charCodeAt(0)] = kind;

function learnKind(code: number): number {
  const char = String.fromCharCode(code);
  kinds[code] = char !== char.toUpperCase() ? SMALL : char !== char.toLowerCase() ? BIG : PLAIN;
  return kinds[code]!;
}

/** @example countMarks('They met. Nothing came of it, he said.').stops // 1 */
export function countMarks(text: string): MarkCounts {
  return countMarksRead(readCodes(text));
}

/** The same for the first `length` characters of the line whose codes are read already. */
export function countMarksRead(length: number): MarkCounts {
  let [commas, quotes, separators, stops, upper, seen] = [0, 0, 0, 0, 0, 0];
  let fused = false;
  for (let i = 0; i < length; i++) {
    const c = lineCodes[i]!;
    const kind = kinds[c]! || learnKind(c);
    seen |= kind;
    if (kind <= SMALL) continue;
    const next = i + 1 < length ? lineCodes[i + 1]! : 0;
    if (kind === BLANK) {
      if (next === SPACE || next === TAB) separators++;
    } else if (kind === BIG) {
      upper++;
      if (c < 128 && i > 0 && isSmall(next) && isSmall(lineCodes[i - 1]!)) fused = true;
    } else if (kind === STOP) stops += endsSentence(length, i) ? 1 : 0;
    else if (kind === COMMA) {
      if (next === SPACE) commas++;
    } else if (kind === QUOTE) quotes++;
    else if (kind === TICK) {
      if (c !== next) continue;
      quotes++;
      i++;
    } else if (kind === BAR) separators++;
  }
  return {
    commas: Math.min(MOST, commas),
    quotes: Math.min(MOST, quotes),
    separators: Math.min(MOST, separators),
    stops: Math.min(MOST, stops),
    allCapitals: upper > 1 && (seen & SMALL) === 0,
    fused,
    seen,
  };
}

function isSmall(c: number): boolean {
  return c >= 97 && c <= 122;
}

function isClosing(c: number): boolean {
  return c === 34 || c === 0x201d || c === 0x2019 || c === 39 || c === 41 || c === 93;
}

/** A stop, closing marks, a space, and then a capital, a figure or an opening mark. */
function endsSentence(length: number, stop: number): boolean {
  let i = stop + 1;
  while (i < length && isClosing(lineCodes[i]!)) i++;
  if (lineCodes[i] !== SPACE) return false;
  while (i < length && lineCodes[i] === SPACE) i++;
  if (i >= length) return false;
  const c = lineCodes[i]!;
  if ((c >= 65 && c <= 90) || (c >= 48 && c <= 57)) return true;
  if (c <= 127) return c === 34 || c === 39 || c === 40 || c === 91;
  if (c === 0x201c || c === 0x2018 || c === 0x2013 || c === 0x2014) return true;
  const char = String.fromCharCode(c);
  return char !== char.toLowerCase();
}
