/** Words of a line as the page cleaning compares them: lower case, straight apostrophes, some marks as words. */

/** A word or a mark that cues may name. */
export interface PageWord {
  /** Lower case, with straight apostrophes. */
  readonly form: string;
  /** Offset in the line. */
  readonly at: number;
  readonly capital: boolean;
  readonly digit: boolean;
  readonly mark: boolean;
}

const MARKS = new Set(':|©»/-–—+&@()');
const UPPER = /^\p{Lu}/u;
const LETTER_OR_ACCENT = /^[\p{L}\p{M}]/u;
const IS_ACCENT = /^\p{M}/u;

/** What a character is in a word; marks on letters (accents) go on with a word but not with the letters behind a figure. */
const [OTHER, LETTER, ACCENT, DIGIT, MARK] = [1, 2, 3, 4, 5];
/** Kinds of the characters met so far: this is asked for every character of every page. */
const kinds = new Uint8Array(0x10000);

function kindAt(line: string, i: number): number {
  if (i >= line.length) return OTHER;
  const c = line.charCodeAt(i);
  if (isHigh(c)) return kindOf(String.fromCodePoint(line.codePointAt(i)!));
  let kind = kinds[c]!;
  if (kind === 0) {
    kind = kindOf(line[i]!);
    kinds[c] = kind;
  }
  return kind;
}

/** First half of a character that takes two places. */
function isHigh(c: number): boolean {
  return c >= 0xd800 && c <= 0xdbff;
}

function kindOf(char: string): number {
  if (char >= '0' && char <= '9') return DIGIT;
  if (MARKS.has(char)) return MARK;
  if (!LETTER_OR_ACCENT.test(char)) return OTHER;
  return IS_ACCENT.test(char) ? ACCENT : LETTER;
}

/** Where the run of letters that begins at `from` ends; `marked` is the kind of letter that counts beside plain ones. */
function lettersEnd(line: string, from: number, marked: number): number {
  let i = from;
  while (i < line.length) {
    const c = line.charCodeAt(i);
    if (c < 97 || c > 122) {
      const kind = kindAt(line, i);
      if (kind !== LETTER && kind !== marked) break;
      if (isHigh(c)) i++;
    }
    i++;
  }
  return i;
}

/** A word goes on over apostrophes between letters, and over a figure with the letters behind it (`G20s`). */
function wordEnd(line: string, from: number): number {
  let i = lettersEnd(line, from, ACCENT);
  while (isApostrophe(line.charCodeAt(i))) {
    const end = lettersEnd(line, i + 1, ACCENT);
    if (end === i + 1) return i;
    i = end;
  }
  const figure = i;
  while (isDigit(line.charCodeAt(i))) i++;
  return i > figure ? lettersEnd(line, i, LETTER) : i;
}

/** A figure with stops and colons inside or behind it, and the letters behind it: `20:15`, `5th`. */
function figureEnd(line: string, from: number): number {
  let i = from + 1;
  for (let c = line.charCodeAt(i); isDigit(c) || c === 46 || c === 44 || c === 58; c = line.charCodeAt(i)) i++;
  return lettersEnd(line, i, LETTER);
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isApostrophe(c: number): boolean {
  return c === 39 || c === 0x2019;
}

/** Longer lines are compared by their beginning only; nothing in a cue stands that far inside. */
const MAX_WORDS = 600;

/**
 * Words and marks of a line, in order.
 *
 * @example pageWords('Read more: Ferry').map((w) => w.form) // ['read', 'more', ':', 'ferry']
 */
export function pageWords(line: string): PageWord[] {
  const out: PageWord[] = [];
  for (let i = 0; i < line.length && out.length < MAX_WORDS; ) {
    const kind = kindAt(line, i);
    if (kind === OTHER) {
      i++;
      continue;
    }
    const at = i;
    const [digit, mark] = [kind === DIGIT, kind === MARK];
    i = mark ? at + 1 : digit ? figureEnd(line, at) : wordEnd(line, at);
    const raw = line.slice(at, i);
    const lower = mark ? plainMark(raw) : raw.toLowerCase();
    const form = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
    out.push({ form, at, capital: !digit && !mark && isUpper(raw, raw.charCodeAt(0)), digit, mark });
  }
  return out;
}

/** The common letters are decided by their code: this runs for every word of every page. */
function isUpper(word: string, first: number): boolean {
  if (first < 128) return first >= 65 && first <= 90;
  return UPPER.test(word);
}

function plainMark(raw: string): string {
  return raw === '–' || raw === '—' ? '-' : raw;
}
