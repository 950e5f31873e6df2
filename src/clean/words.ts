/**
 * Words of a line as the page cleaning compares them: lower case, straight apostrophes, some marks as words. Each word has a
 * number in a book that is kept over the pages, so that what is known of a word is found out once and not for every place
 * it stands in.
 */
import { doubled, type IntList } from './int-list.ts';
import {
  ACCENT,
  APOSTROPHE,
  CAPITAL,
  DIGIT,
  isHigh,
  kindOf,
  kinds,
  LETTER,
  learnKind,
  letters,
  lineCodes,
  MARK,
  MARKS,
  ODD,
  OTHER,
  readCodes,
  smalls,
} from './line-codes.ts';

/** What the rules say of a word. */
export interface WordTraits {
  functional(form: string): boolean;
  /** Number of the form among the words of cues, 0 where none has it. */
  symbol(form: string): number;
  /** Number of "a figure with the letters behind it" (`24h` as `#h`) among the words of cues, 0 where none has it. */
  figure(form: string): number;
}

const NO_TRAITS: WordTraits = { functional: () => false, symbol: () => 0, figure: () => 0 };

/** What is kept of a word: numbers side by side, because they are asked for together. */
const ENTRY = 8;
/** Where its characters stand in the pool. */
const [START, END] = [0, 1];
/** Bits of {@link IS_DIGIT} and so on, and how many words it counts for. */
const TRAITS = 2;
/** Number of the matter that it carries, without plural and genitive endings; -1 for marks, function words and short ones. */
const STEM = 3;
const HASH = 4;
/** What {@link WordTraits} says. */
const SYMBOL = 5;
const FIGURE = 6;

export const [IS_DIGIT, IS_MARK, IS_FUNCTIONAL, IS_SHORT] = [1, 2, 4, 8] as const;
/** Words without which no outlet is named: in the copyright line, and in "Published in", "edited by", "Follow ... on". */
export const [SAYS_COPYRIGHT, SAYS_OUTLET] = [16, 32] as const;
/** Above this bit stands how many words it counts for: none for a mark, several for a run of letters in a script without spaces. */
export const COUNT_BIT = 8;
/** Words of up to so many characters are short. */
const SHORT = 3;

/** Longer lines are compared by their beginning only; nothing in a cue stands that far inside. */
const MAX_WORDS = 600;
/** A book with more words than this is emptied before the next page, so that memory stays bounded. */
const MAX_BOOK = 100_000;
/** Function words and shorter ones carry no matter. */
const LEAST_MATTER = 4;
/** A line is compared by this many of its words that carry matter. */
const MAX_MATTER = 120;

/** The words met so far, each with what the rules say of it, and the words of the line read last. */
export class WordBook {
  /** Words of the line: twice the number of the word in the book, and one more where it begins with a capital. */
  readonly tokens = new Int32Array(MAX_WORDS);
  /** Of each of them {@link IS_DIGIT} and so on as bits, and its number among the words of cues. */
  readonly traits = new Int32Array(MAX_WORDS);
  readonly symbols = new Int32Array(MAX_WORDS);
  private readonly rules: WordTraits;
  private entries = new Int32Array(2048 * ENTRY);
  private size = 0;
  /** An open table by hash: the hash, and the number of the word plus one; 0 is free. */
  private slots = new Int32Array(2 * 4096);
  /** The characters of all words in a row: words are compared without touching strings. */
  private pool = new Uint16Array(32_768);
  private stems = new Map<string, number>();
  /** For each stem the page and the line where it was met last, and its number on that page. */
  private met = new Int32Array(4096 * 3);
  private page = 0;
  private line = 0;
  private known = 0;

  constructor(rules: WordTraits = NO_TRAITS) {
    this.rules = rules;
  }

  /** Begins a page: matters are numbered anew, and numbers of words hold until the next page begins. */
  beginPage(): void {
    if (this.size > MAX_BOOK) {
      this.slots.fill(0);
      this.size = 0;
      this.stems = new Map();
    }
    this.page++;
    this.known = 0;
  }

  /** How many matters the page has so far. */
  get matters(): number {
    return this.known;
  }

  /** The same for equal words, with or without a capital. */
  hashOf(token: number): number {
    return this.entries[(token >> 1) * ENTRY + HASH]!;
  }

  /** What {@link WordTraits} says of a figure. */
  figureOf(token: number): number {
    return this.entries[(token >> 1) * ENTRY + FIGURE]!;
  }

  /** The word in lower case. */
  formOf(token: number): string {
    const at = (token >> 1) * ENTRY;
    return String.fromCharCode(...this.pool.subarray(this.entries[at + START], this.entries[at + END]));
  }

  /**
   * Reads the words and marks of a line and says how many there are.
   *
   * @example
   * const book = new WordBook();
   * Array.from(book.tokens.subarray(0, book.read('Read more: Ferry')), (t) => book.formOf(t)) // ['read', 'more', ':', 'ferry']
   */
  read(line: string): number {
    return this.readLine(line, readCodes(line));
  }

  /** The same for a line whose codes are read already. */
  readLine(line: string, length: number): number {
    const { tokens } = this;
    let n = 0;
    for (let i = 0; i < length && n < MAX_WORDS; ) {
      const at = i;
      let c = lineCodes[i]!;
      const first = kinds[c]!;
      if (first === OTHER) {
        i++;
        continue;
      }
      // Most words are plain letters up to a plain character: read and looked up in one go.
      let h = SEED;
      for (let small = letters[c]!; small !== 0; small = letters[c]!) {
        h = Math.imul(h ^ small, PRIME);
        c = lineCodes[++i]!;
      }
      if (i > at && (kinds[c]! & ENDS) !== 0) {
        tokens[n++] = 2 * this.lookUp(lineCodes, at, i, h) + ((first & CAPITAL) >> CAPITAL_BIT);
        continue;
      }
      const kind = kindAt(line, at);
      i = at + 1;
      if ((kind & (OTHER | APOSTROPHE)) !== 0) continue;
      if ((kind & MARK) === 0) i = (kind & DIGIT) !== 0 ? figureEnd(line, at) : wordEnd(line, at);
      tokens[n++] = 2 * this.placeOf(line, at, i) + ((kind & CAPITAL) >> CAPITAL_BIT);
    }
    this.tellWords(n);
    return n;
  }

  private tellWords(n: number): void {
    const { tokens, traits, symbols, entries } = this;
    for (let k = 0; k < n; k++) {
      const at = (tokens[k]! >> 1) * ENTRY;
      traits[k] = entries[at + TRAITS]!;
      symbols[k] = entries[at + SYMBOL]!;
    }
  }

  /** Adds the numbers of the matters that the first `n` words of the line carry, each once; two lines of a page share a matter where they share a number. */
  addMatters(n: number, to: IntList): void {
    const { tokens, entries, met } = this;
    const most = to.length + MAX_MATTER;
    this.line++;
    for (let i = 0; i < n; i++) {
      const stem = entries[(tokens[i]! >> 1) * ENTRY + STEM]!;
      if (stem < 0 || met[3 * stem + 1] === this.line) continue;
      met[3 * stem + 1] = this.line;
      if (met[3 * stem] !== this.page) {
        met[3 * stem] = this.page;
        met[3 * stem + 2] = this.known++;
      }
      to.push(met[3 * stem + 2]!);
      if (to.length === most) break;
    }
  }

  /** Number of the word that stands there. */
  private placeOf(line: string, from: number, to: number): number {
    let h = SEED;
    for (let i = from; i < to; i++) {
      const c = lineCodes[i]!;
      if ((kinds[c]! & ODD) !== 0) return this.placeOfForm(smallForm(line.slice(from, to)));
      h = Math.imul(h ^ smalls[c]!, PRIME);
    }
    return this.lookUp(lineCodes, from, to, h);
  }

  private placeOfForm(form: string): number {
    const codes = Uint16Array.from({ length: form.length }, (_, i) => form.charCodeAt(i));
    let h = SEED;
    for (const c of codes) {
      if (kinds[c] === 0) learnKind(c);
      h = Math.imul(h ^ smalls[c]!, PRIME);
    }
    return this.lookUp(codes, 0, codes.length, h);
  }

  private lookUp(codes: Uint16Array, from: number, to: number, h: number): number {
    const { slots } = this;
    const mask = slots.length / 2 - 1;
    for (let s = h & mask; ; s = (s + 1) & mask) {
      const place = slots[2 * s + 1]! - 1;
      if (place < 0) return this.add(codes, from, to, h, s);
      if (slots[2 * s] === h && this.isSame(place, codes, from, to)) return place;
    }
  }

  private isSame(place: number, codes: Uint16Array, from: number, to: number): boolean {
    const { entries, pool } = this;
    const start = entries[place * ENTRY + START]!;
    if (entries[place * ENTRY + END]! - start !== to - from) return false;
    for (let i = from, k = start; i < to; i++, k++) {
      if (pool[k] !== smalls[codes[i]!]) return false;
    }
    return true;
  }

  private add(codes: Uint16Array, from: number, to: number, hash: number, slot: number): number {
    const place = this.size++;
    const at = place * ENTRY;
    const start = place === 0 ? 0 : this.entries[at - ENTRY + END]!;
    while (start + to - from > this.pool.length) this.pool = doubled(this.pool);
    for (let i = from; i < to; i++) this.pool[start + i - from] = smalls[codes[i]!]!;
    if (at + ENTRY > this.entries.length) this.entries = doubled(this.entries);
    this.entries[at + START] = start;
    this.entries[at + END] = start + to - from;
    this.entries[at + HASH] = hash;
    this.describe(place);
    this.slots[2 * slot] = hash;
    this.slots[2 * slot + 1] = place + 1;
    if (this.size * 4 > this.slots.length) this.grow();
    return place;
  }

  /** Finds out what there is to know of a new word. */
  private describe(place: number): void {
    const { entries, rules } = this;
    const at = place * ENTRY;
    const form = this.formOf(2 * place);
    const digit = form >= '0' && form < ':';
    const mark = form.length === 1 && MARKS.has(form);
    const functional = !mark && rules.functional(form);
    const count = mark ? 0 : form.charCodeAt(0) >= 0x2e80 ? Math.ceil(form.length / 2) : 1;
    entries[at + TRAITS] =
      (digit ? IS_DIGIT : 0) |
      (mark ? IS_MARK : 0) |
      (functional ? IS_FUNCTIONAL : 0) |
      (form.length <= SHORT ? IS_SHORT : 0) |
      (form.includes('copyright') ? SAYS_COPYRIGHT : 0) |
      (/(?:published|edited|reworked|follow)$/.test(form) ? SAYS_OUTLET : 0) |
      (count << COUNT_BIT);
    entries[at + STEM] = mark || functional || form.length < LEAST_MATTER ? -1 : this.stemOf(form);
    entries[at + SYMBOL] = rules.symbol(form);
    entries[at + FIGURE] = digit ? rules.figure(form) : 0;
  }

  private stemOf(form: string): number {
    const bare = form.replace(/(?:'s|s)$/, '');
    let stem = this.stems.get(bare);
    if (stem === undefined) {
      stem = this.stems.size;
      this.stems.set(bare, stem);
      if (3 * stem >= this.met.length) this.met = doubled(this.met);
    }
    return stem;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length / 2 - 1;
    for (let place = 0; place < this.size; place++) {
      const hash = this.entries[place * ENTRY + HASH]!;
      let s = hash & mask;
      while (slots[2 * s + 1] !== 0) s = (s + 1) & mask;
      slots[2 * s] = hash;
      slots[2 * s + 1] = place + 1;
    }
    this.slots = slots;
  }
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const CAPITAL_BIT = 2;
/** A character of these kinds ends a word of letters whatever stands behind it. */
const ENDS = OTHER | MARK;

function kindAt(line: string, i: number): number {
  const c = lineCodes[i]!;
  const kind = kinds[c]! || learnKind(c);
  return kind === ODD ? kindOf(isHigh(c) ? String.fromCodePoint(line.codePointAt(i)!) : line[i]!) : kind;
}

/** Where the run of letters that begins at `from` ends; `also` is a kind that counts beside letters. */
function lettersEnd(line: string, from: number, also: number): number {
  let i = from;
  while ((kindAt(line, i) & (LETTER | also)) !== 0) i += isHigh(lineCodes[i]!) ? 2 : 1;
  return i;
}

/** A word goes on over apostrophes between letters, and over a figure with the letters behind it (`G20s`). */
function wordEnd(line: string, from: number): number {
  let i = lettersEnd(line, from, ACCENT);
  while (kindAt(line, i) === APOSTROPHE) {
    const end = lettersEnd(line, i + 1, ACCENT);
    if (end === i + 1) return i;
    i = end;
  }
  const figure = i;
  while (kindAt(line, i) === DIGIT) i++;
  return i > figure ? lettersEnd(line, i, 0) : i;
}

/** A figure with stops and colons inside or behind it, and the letters behind it: `20:15`, `5th`. */
function figureEnd(line: string, from: number): number {
  let i = from + 1;
  for (let c = lineCodes[i]!; kinds[c] === DIGIT || c === 46 || c === 44 || c === 58; c = lineCodes[i]!) i++;
  return lettersEnd(line, i, 0);
}

function smallForm(raw: string): string {
  return raw.toLowerCase().replaceAll('’', "'");
}
