/** Counts of marks in a line, in one pass: this runs over every character of every page. */

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
  let [commas, quotes, separators, stops, upper, lower] = [0, 0, 0, 0, 0, 0];
  let fused = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 97 && c <= 122) {
      lower++;
      continue;
    }
    if (c >= 65 && c <= 90) {
      upper++;
      if (!fused && isSmall(text.charCodeAt(i - 1)) && isSmall(text.charCodeAt(i + 1))) fused = true;
      continue;
    }
    const next = text.charCodeAt(i + 1);
    if (c === SPACE) {
      if (next === SPACE || next === TAB) separators++;
    } else if (c === 44 || c === 59) {
      if (next === SPACE) commas++;
    } else if (c === 34 || (c >= 0x201c && c <= 0x201e) || c === 0x2018 || c === 0xab || c === 0xbb) quotes++;
    else if ((c === 96 && next === 96) || (c === 39 && next === 39)) {
      quotes++;
      i++;
    } else if (c === 124 || c === 0x2022 || c === 0xb7 || c === 62) separators++;
    else if (c === 46 || c === 33 || c === 63 || c === 0x2026) stops += endsSentence(text, i) ? 1 : 0;
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

const CLOSING = new Set(['"', '”', '’', "'", ')', ']']);

/** A stop, closing marks, a space, and then a capital, a figure or an opening mark. */
function endsSentence(text: string, stop: number): boolean {
  let i = stop + 1;
  while (i < text.length && CLOSING.has(text[i]!)) i++;
  if (text.charCodeAt(i) !== SPACE) return false;
  while (text.charCodeAt(i) === SPACE) i++;
  const c = text.charCodeAt(i);
  if ((c >= 65 && c <= 90) || (c >= 48 && c <= 57)) return true;
  if (c <= 127) return c === 34 || c === 39 || c === 40 || c === 91;
  return (
    c === 0x201c ||
    c === 0x2018 ||
    c === 0x2013 ||
    c === 0x2014 ||
    (text[i] !== undefined && text[i] !== text[i]!.toLowerCase())
  );
}
