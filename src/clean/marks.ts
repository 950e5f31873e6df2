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
}

const MOST = 20;
const [SPACE, TAB] = [32, 9];

/** @example countMarks('They met. Nothing came of it, he said.').stops // 1 */
export function countMarks(text: string): MarkCounts {
  return countMarksRead(text, readCodes(text));
}

/** The same for the first `length` characters of a text whose codes are read already. */
export function countMarksRead(text: string, length: number): MarkCounts {
  let [commas, quotes, separators, stops, upper, lower] = [0, 0, 0, 0, 0, 0];
  let fused = false;
  for (let i = 0; i < length; i++) {
    const c = lineCodes[i]!;
    if (c >= 97 && c <= 122) {
      lower++;
      continue;
    }
    if (c >= 65 && c <= 90) {
      upper++;
      if (!fused && i > 0 && isSmall(lineCodes[i - 1]!) && i + 1 < length && isSmall(lineCodes[i + 1]!)) fused = true;
      continue;
    }
    const next = i + 1 < length ? lineCodes[i + 1]! : 0;
    if (c === SPACE) {
      if (next === SPACE || next === TAB) separators++;
    } else if (c === 44 || c === 59) {
      if (next === SPACE) commas++;
    } else if (c === 34 || (c >= 0x201c && c <= 0x201e) || c === 0x2018 || c === 0xab || c === 0xbb) quotes++;
    else if ((c === 96 && next === 96) || (c === 39 && next === 39)) {
      quotes++;
      i++;
    } else if (c === 124 || c === 0x2022 || c === 0xb7 || c === 62) separators++;
    else if (c === 46 || c === 33 || c === 63 || c === 0x2026) stops += endsSentence(text, length, i) ? 1 : 0;
    else if (c > 127) {
      const letter = text[i]!;
      if (letter !== letter.toUpperCase()) lower++;
      else if (letter !== letter.toLowerCase()) upper++;
    }
  }
  return {
    commas: Math.min(MOST, commas),
    quotes: Math.min(MOST, quotes),
    separators: Math.min(MOST, separators),
    stops: Math.min(MOST, stops),
    allCapitals: upper > 1 && lower === 0,
    fused,
  };
}

function isSmall(c: number): boolean {
  return c >= 97 && c <= 122;
}

function isClosing(c: number): boolean {
  return c === 34 || c === 0x201d || c === 0x2019 || c === 39 || c === 41 || c === 93;
}

/** A stop, closing marks, a space, and then a capital, a figure or an opening mark. */
function endsSentence(text: string, length: number, stop: number): boolean {
  let i = stop + 1;
  while (i < length && isClosing(lineCodes[i]!)) i++;
  if (lineCodes[i] !== SPACE) return false;
  while (i < length && lineCodes[i] === SPACE) i++;
  if (i >= length) return false;
  const c = lineCodes[i]!;
  if ((c >= 65 && c <= 90) || (c >= 48 && c <= 57)) return true;
  if (c <= 127) return c === 34 || c === 39 || c === 40 || c === 91;
  return c === 0x201c || c === 0x2018 || c === 0x2013 || c === 0x2014 || text[i] !== text[i]!.toLowerCase();
}
