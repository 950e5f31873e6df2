/**
 * Words of a line as the page cleaning compares them: lower case, straight apostrophes, some marks as words. Equal words
 * are one object, kept over the pages, so that what is known of a word is found out once and not for every place it stands in.
 */

import { lineCodes, readCodes } from './line-codes.ts';

/** A word or a mark that cues may name. */
export interface PageWord {
  /** Lower case, with straight apostrophes. */
  readonly form: string;
  readonly capital: boolean;
  readonly digit: boolean;
  readonly mark: boolean;
  /** How many words it counts for: none for a mark, several for a run of letters in a script without spaces. */
  readonly count: number;
  readonly functional: boolean;
  /** A cue may begin with it, or go on with it. */
  readonly begins: boolean;
  readonly follows: boolean;
  /** Number of the matter that it carries, without plural and genitive endings; -1 for marks, function words and short ones. */
  readonly stem: number;
  readonly hash: number;
}

/** What the rules say of a word. */
export interface WordTraits {
  functional(form: string): boolean;
  begins(form: string, digit: boolean): boolean;
  follows(form: string, digit: boolean, mark: boolean): boolean;
}

const NO_TRAITS: WordTraits = { functional: () => false, begins: () => true, follows: () => true };

const MARKS = new Set(':|©»/-–—+&@()');
const UPPER = /^\p{Lu}/u;
const LETTER_OR_ACCENT = /^[\p{L}\p{M}]/u;
const IS_ACCENT = /^\p{M}/u;

/** What a character is in a word; marks on letters (accents) go on with a word but not with the letters behind a figure. */
const [OTHER, LETTER, ACCENT, DIGIT, MARK] = [1, 2, 3, 4, 5];
/** Kinds of the characters met so far: this is asked for every character of every page. */
const kinds = new Uint8Array(0x10000);

function kindAt(line: string, i: number): number {
  const c = lineCodes[i]!;
  if (isHigh(c)) return kindOf(String.fromCodePoint(line.codePointAt(i)!));
  let kind = kinds[c]!;
  if (kind === 0) {
    kind = kindOf(String.fromCharCode(c));
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
  for (;;) {
    const c = lineCodes[i]!;
    if (c < 97 || c > 122) {
      const kind = kindAt(line, i);
      if (kind !== LETTER && kind !== marked) return i;
      if (isHigh(c)) i++;
    }
    i++;
  }
}

/** A word goes on over apostrophes between letters, and over a figure with the letters behind it (`G20s`). */
function wordEnd(line: string, from: number): number {
  let i = lettersEnd(line, from, ACCENT);
  while (isApostrophe(lineCodes[i]!)) {
    const end = lettersEnd(line, i + 1, ACCENT);
    if (end === i + 1) return i;
    i = end;
  }
  const figure = i;
  while (isDigit(lineCodes[i]!)) i++;
  return i > figure ? lettersEnd(line, i, LETTER) : i;
}

/** A figure with stops and colons inside or behind it, and the letters behind it: `20:15`, `5th`. */
function figureEnd(line: string, from: number): number {
  let i = from + 1;
  for (let c = lineCodes[i]!; isDigit(c) || c === 46 || c === 44 || c === 58; c = lineCodes[i]!) i++;
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
/** A book with more words than this is emptied before the next page, so that memory stays bounded. */
const MAX_BOOK = 100_000;
/** Function words and shorter ones carry no matter. */
const LEAST_MATTER = 4;
/** A line is compared by this many of its words that carry matter. */
const MAX_MATTER = 120;

/** The words met so far, each with what the rules say of it. */
export class WordBook {
  private readonly traits: WordTraits;
  /** Places in `entries` plus one, by hash; 0 is free. The hashes stand beside them. */
  private slots = new Int32Array(4096);
  private hashes = new Int32Array(4096);
  private entries: PageWord[] = [];
  /** The characters of all words in a row, and where each word begins: words are compared without touching their strings. */
  private pool = new Uint16Array(32_768);
  private starts = new Int32Array(2050);
  /** The same words with a capital; made when first met. */
  private capitals: (PageWord | undefined)[] = [];
  private stems = new Map<string, number>();
  /** For each stem: the page and the line where it was met last, and its number on that page. */
  private lastPage = new Int32Array(4096);
  private lastLine = new Int32Array(4096);
  private numbers = new Int32Array(4096);
  private page = 0;
  private line = 0;
  private known = 0;

  constructor(traits: WordTraits = NO_TRAITS) {
    this.traits = traits;
  }

  /** Begins a page: matters are numbered anew. */
  beginPage(): void {
    if (this.entries.length > MAX_BOOK) {
      this.slots.fill(0);
      this.entries = [];
      this.capitals = [];
      this.stems = new Map();
    }
    this.page++;
    this.known = 0;
  }

  /** How many matters the page has so far. */
  get matters(): number {
    return this.known;
  }

  /** Numbers of the matters that the words of a line carry, each once; two lines of a page share a matter where they share a number. */
  mattersOf(words: readonly PageWord[]): number[] {
    const out: number[] = [];
    this.line++;
    for (const { stem } of words) {
      if (stem < 0 || this.lastLine[stem] === this.line) continue;
      this.lastLine[stem] = this.line;
      if (this.lastPage[stem] !== this.page) {
        this.lastPage[stem] = this.page;
        this.numbers[stem] = this.known++;
      }
      if (out.push(this.numbers[stem]!) >= MAX_MATTER) break;
    }
    return out;
  }

  /**
   * Words and marks of a line, in order.
   *
   * @example new WordBook().words('Read more: Ferry').map((w) => w.form) // ['read', 'more', ':', 'ferry']
   */
  words(line: string): PageWord[] {
    return this.wordsRead(line, readCodes(line));
  }

  /** The same for a line whose codes are read already. */
  wordsRead(line: string, length: number): PageWord[] {
    const out: PageWord[] = [];
    for (let i = 0; i < length && out.length < MAX_WORDS; ) {
      const at = i;
      const first = lineCodes[i]!;
      // Most words are plain letters up to a plain character: read and looked up in one go.
      let h = SEED;
      let c = first;
      for (; isPlainLetter(c); c = lineCodes[++i]!) h = Math.imul(h ^ (c | 32), PRIME);
      if (i > at && endsPlainly(c)) {
        const place = this.lookUp(line, at, i, h);
        out.push(first < 97 ? this.capital(place) : this.entries[place]!);
        continue;
      }
      i = at + 1;
      const kind = first === SPACE ? OTHER : kindAt(line, at);
      if (kind === OTHER) continue;
      if (kind !== MARK) i = kind === DIGIT ? figureEnd(line, at) : wordEnd(line, at);
      const place = this.placeOf(line, at, i);
      const capital = kind !== DIGIT && kind !== MARK && isUpper(line, at);
      out.push(capital ? this.capital(place) : this.entries[place]!);
    }
    return out;
  }

  private capital(place: number): PageWord {
    let word = this.capitals[place];
    if (!word) {
      word = { ...this.entries[place]!, capital: true };
      this.capitals[place] = word;
    }
    return word;
  }

  /** Place of the word that stands there; plain letters are compared where they stand, without cutting them out. */
  private placeOf(line: string, from: number, to: number): number {
    let h = SEED;
    for (let i = from; i < to; i++) {
      const c = plainCode(lineCodes[i]!);
      if (c < 0) return this.placeOfForm(formOf(line.slice(from, to)));
      h = Math.imul(h ^ c, PRIME);
    }
    return this.lookUp(line, from, to, h);
  }

  private lookUp(line: string, from: number, to: number, h: number): number {
    const mask = this.slots.length - 1;
    for (let s = h & mask; ; s = (s + 1) & mask) {
      const place = this.slots[s]! - 1;
      if (place < 0) return this.add(formOf(line.slice(from, to)), h, s);
      if (this.hashes[s] === h && this.isSame(place, from, to)) return place;
    }
  }

  private isSame(place: number, from: number, to: number): boolean {
    const start = this.starts[place]!;
    if (this.starts[place + 1]! - start !== to - from) return false;
    for (let i = from, k = start; i < to; i++, k++) {
      if (this.pool[k] !== plainCode(lineCodes[i]!)) return false;
    }
    return true;
  }

  private placeOfForm(form: string): number {
    const h = hashOf(form);
    const mask = this.slots.length - 1;
    for (let s = h & mask; ; s = (s + 1) & mask) {
      const place = this.slots[s]! - 1;
      if (place < 0) return this.add(form, h, s);
      if (this.entries[place]!.form === form) return place;
    }
  }

  private add(found: string, hash: number, slot: number): number {
    const place = this.entries.length;
    const form = this.keep(found, place);
    const digit = isDigit(form.charCodeAt(0));
    const mark = form.length === 1 && MARKS.has(form);
    const functional = !mark && this.traits.functional(form);
    const count = mark ? 0 : form.charCodeAt(0) >= 0x2e80 ? Math.ceil(form.length / 2) : 1;
    const stem = mark || functional || form.length < LEAST_MATTER ? -1 : this.stemOf(form);
    const begins = this.traits.begins(form, digit);
    const follows = this.traits.follows(form, digit, mark);
    this.entries.push({ form, capital: false, digit, mark, count, functional, begins, follows, stem, hash });
    this.slots[slot] = place + 1;
    this.hashes[slot] = hash;
    if (this.entries.length * 2 > this.slots.length) this.grow();
    return place;
  }

  /** Writes a word into the pool and gives it back as a string of its own: a piece of a page would keep the page in memory. */
  private keep(form: string, place: number): string {
    const start = place === 0 ? 0 : this.starts[place]!;
    while (start + form.length > this.pool.length) this.pool = doubled(this.pool);
    for (let i = 0; i < form.length; i++) this.pool[start + i] = form.charCodeAt(i);
    if (place + 1 >= this.starts.length) this.starts = doubled(this.starts);
    this.starts[place + 1] = start + form.length;
    return String.fromCharCode(...this.pool.subarray(start, start + form.length));
  }

  private stemOf(form: string): number {
    const bare = form.replace(/(?:'s|s)$/, '');
    let stem = this.stems.get(bare);
    if (stem === undefined) {
      stem = this.stems.size;
      this.stems.set(bare, stem);
      if (stem >= this.numbers.length) {
        this.numbers = doubled(this.numbers);
        this.lastPage = doubled(this.lastPage);
        this.lastLine = doubled(this.lastLine);
      }
    }
    return stem;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    this.hashes = new Int32Array(this.slots.length);
    const mask = this.slots.length - 1;
    this.entries.forEach(({ hash }, place) => {
      let s = hash & mask;
      while (this.slots[s] !== 0) s = (s + 1) & mask;
      this.slots[s] = place + 1;
      this.hashes[s] = hash;
    });
  }
}

function doubled<T extends Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(list: T): T {
  const out = new (list.constructor as new (length: number) => T)(list.length * 2);
  out.set(list);
  return out;
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const SPACE = 32;

function isPlainLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

/** A character that ends a word whatever stands behind it: plain, no letter, no figure and no apostrophe. */
function endsPlainly(c: number): boolean {
  return c < 128 && c !== 39 && !isDigit(c);
}

function hashOf(form: string): number {
  let h = SEED;
  for (let i = 0; i < form.length; i++) h = Math.imul(h ^ form.charCodeAt(i), PRIME);
  return h;
}

/** The character as it stands in a form, where that is plain; -1 where only the whole word tells. */
function plainCode(c: number): number {
  if (c < 128) return c >= 65 && c <= 90 ? c + 32 : c;
  return c === 0x2019 ? 39 : -1;
}

function formOf(raw: string): string {
  if (raw === '–' || raw === '—') return '-';
  const lower = raw.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** The common letters are decided by their code: this runs for every word of every page. */
function isUpper(line: string, at: number): boolean {
  const c = lineCodes[at]!;
  if (c < 128) return c >= 65 && c <= 90;
  return UPPER.test(isHigh(c) ? line.slice(at, at + 2) : line[at]!);
}

const plain = new WordBook();

/** Words and marks of a line for whoever asks nothing of the rules. */
export function pageWords(line: string): PageWord[] {
  return plain.words(line);
}
