/**
 * The characters of one line as numbers, in a list of its own, and what each character is. A line is a piece of its page,
 * and reading pieces by character is slow.
 */

/** Longer lines are told by their beginning. */
const MOST = 20_000;

/** Codes of the line that was read last, with zeros behind it. */
export const lineCodes = new Uint16Array(MOST + 4);
const bytes = Buffer.from(lineCodes.buffer);

/** Reads a line into {@link lineCodes} and says how many of its characters stand there. */
export function readCodes(line: string): number {
  const length = bytes.write(line, 0, 2 * MOST, 'utf16le') >> 1;
  lineCodes[length] = 0;
  lineCodes[length + 1] = 0;
  return length;
}

/** The same for texts that differ in capitals only; of the line that was read last. */
export function foldedHash(length: number): number {
  let h = length;
  for (let i = 0; i < length; i++) h = Math.imul(h ^ (smalls[lineCodes[i]!] || lineCodes[i]!), 0x01000193);
  return h;
}

/** What a character is in a word, as bits; marks on letters are accents, and only capital letters have both of their bits. */
export const [OTHER, LETTER, CAPITAL, ACCENT, DIGIT, MARK, APOSTROPHE] = [1, 2, 4, 8, 16, 32, 64] as const;
/** Only the text around the character tells what it is, or what its small letter is. */
export const ODD = 128;

/** Marks that cues may name. */
export const MARKS: ReadonlySet<string> = new Set(':|©»/-–—+&@()');

/** Kinds of the characters met so far, 0 for others: this is asked for every character of every page. */
export const kinds = new Uint8Array(0x10000);
/** Small letters and straight apostrophes of the characters met so far; the same for what has none. */
export const smalls = new Uint16Array(0x10000);

/** The small form of letters met so far, 0 for all that is no letter by itself. */
export const letters = new Uint16Array(0x10000);

/** The kind of a character met for the first time; it stands in the tables from now on. */
export function learnKind(code: number): number {
  const char = String.fromCharCode(code);
  const small = char.toLowerCase();
  kinds[code] = isOdd(code, small) ? ODD : kindOf(char);
  smalls[code] = code === 0x2019 ? 39 : code === 0x2013 || code === 0x2014 ? 45 : small.charCodeAt(0);
  if ((kinds[code]! & LETTER) !== 0) letters[code] = smalls[code]!;
  return kinds[code]!;
}

/** Halves of characters, letters whose small form is longer, and the letter that has another one at the end of a word. */
function isOdd(code: number, small: string): boolean {
  return isHigh(code) || small.length > 1 || code === 0x3a3;
}

/** First half of a character that takes two places. */
export function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

const UPPER = /^\p{Lu}/u;
const LETTERS = /^\p{L}/u;
const ACCENTS = /^\p{M}/u;

/** Kind of a character that is given whole. */
export function kindOf(char: string): number {
  if (char >= '0' && char <= '9') return DIGIT;
  if (char === "'" || char === '’') return APOSTROPHE;
  if (MARKS.has(char)) return MARK;
  if (ACCENTS.test(char)) return ACCENT;
  if (!LETTERS.test(char)) return OTHER;
  return UPPER.test(char) ? LETTER | CAPITAL : LETTER;
}

// No plain character has to be learned later.
for (let code = 0; code < 128; code++) learnKind(code);
