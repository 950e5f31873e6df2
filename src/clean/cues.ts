/** The phrases of `data/pages/cues` as one look-up: the words of a line in, signs out. */
import type { Rules } from '../rules/rules.ts';
import type { CUE_SIGNS } from '../rules/sections/pages.ts';
import { IS_DIGIT, IS_MARK, WordBook, type WordTraits } from './words.ts';

export type Sign = (typeof CUE_SIGNS)[number];

/** A phrase found in a line. */
export interface CueHit {
  readonly sign: Sign;
  readonly phrase: string;
  /** `start`: at the start of the line; `whole`: nothing else stands in it. */
  readonly place: 'start' | 'whole' | 'inside';
}

const SIGN_BITS: Readonly<Record<Sign, number>> = {
  navigation: 1 << 0,
  'read-more': 1 << 1,
  'list-head': 1 << 2,
  promotion: 1 << 3,
  advertisement: 1 << 4,
  comments: 1 << 5,
  legal: 1 << 6,
  share: 1 << 7,
  media: 1 << 8,
  widget: 1 << 9,
  ago: 1 << 10,
  tags: 1 << 11,
  'page-stamp': 1 << 12,
  'photo-credit': 1 << 13,
  byline: 1 << 14,
  published: 1 << 15,
  updated: 1 << 16,
  syndicated: 1 << 17,
  correction: 1 << 18,
  about: 1 << 19,
  resumes: 1 << 20,
  speech: 1 << 21,
};

/**
 * Signs as bits of one number, so that a line is asked for any of several at once.
 *
 * @example (line.opens & signBits('comments', 'legal')) !== 0 // a comment head or a notice stands at its start
 */
export function signBits(...signs: readonly Sign[]): number {
  return signs.reduce((bits, sign) => bits | SIGN_BITS[sign], 0);
}

/** The end of a phrase, with its hits made beforehand. */
interface Ending {
  readonly hits: Readonly<Record<CueHit['place'], CueHit>>;
  readonly toEnd: boolean;
  readonly upTo: number;
}

/** Looks cues up in the words of a line. */
export interface Cues {
  /** What a book must know of its words so that cues can be found in them. */
  readonly traits: Omit<WordTraits, 'functional'>;
  /** The cues among the first `n` words of the line that the book read last. */
  find(book: WordBook, n: number): readonly CueHit[];
}

const compiled = new WeakMap<object, Cues>();

/** The cues of a set of rules; compiled once for each. */
export function cuesOf(rules: Rules): Cues {
  const known = compiled.get(rules);
  if (known) return known;
  const made = compileCues(rules);
  compiled.set(rules, made);
  return made;
}

function compileCues(rules: Rules): Cues {
  const tree = new PhraseTree();
  for (const entry of rules.pages) {
    if (entry.kind !== 'cues') continue;
    const upTo = entry.upTo ?? Number.POSITIVE_INFINITY;
    for (const phrase of entry.phrases) {
      const hit = (place: CueHit['place']): CueHit => ({ sign: entry.sign, phrase, place });
      const hits = { start: hit('start'), whole: hit('whole'), inside: hit('inside') };
      const forms = phraseForms(phrase.replace(/^\^/, '').replace(/\$$/, ''));
      tree.add(phrase.startsWith('^') ? TIED : FREE, forms, { hits, toEnd: phrase.endsWith('$'), upTo });
    }
  }
  const search = new Search(tree, phraseBook);
  return {
    traits: {
      symbol: (form) => tree.symbols.get(form) ?? 0,
      figure: (form) => tree.symbols.get(`#${form.replace(/^[\d.,:]+/, '')}`) ?? 0,
    },
    find: (book, n) => search.run(book, n),
  };
}

/** Words of a phrase; `#` with letters and `*` stand as they are. */
function phraseForms(phrase: string): string[] {
  return phrase.split(/\s+/).flatMap((w) => (/^#\p{L}*$/u.test(w) || w === '*' ? [w] : formsIn(w)));
}

const phraseBook = new WordBook();

function formsIn(text: string): string[] {
  return Array.from(phraseBook.tokens.subarray(0, phraseBook.read(text)), (token) => phraseBook.formOf(token));
}

/** The first nodes of phrases that are tied to the start of the line, and of those that may stand anywhere. */
const [TIED, FREE] = [0, 1];
/** Symbols are below this, so that a step is one number. */
const MOST_SYMBOLS = 4096;

/** All phrases as one tree; a step is a node and the symbol of a word. */
class PhraseTree {
  /** Numbers of the words of phrases, from 1 on. */
  readonly symbols = new Map<string, number>();
  readonly endings: Ending[][] = [[], []];
  /** Steps over any word and over any figure, -1 where a node has none. */
  readonly any = [-1, -1];
  readonly figure = [-1, -1];
  readonly isLeaf = [true, true];
  /** An open table: a step and the node behind it, plus one; 0 is free. */
  private steps = new Int32Array(2 * 8192);
  private used = 0;

  add(root: number, forms: readonly string[], ending: Ending): void {
    const last = forms.reduce((node, form) => this.grow(node, form), root);
    this.endings[last]!.push(ending);
  }

  /** The node behind a word, -1 where no phrase goes on with it. */
  next(node: number, symbol: number): number {
    if (symbol === 0) return -1;
    const step = node * MOST_SYMBOLS + symbol;
    const mask = this.steps.length / 2 - 1;
    for (let s = Math.imul(step, SPREAD) & mask; this.steps[2 * s + 1] !== 0; s = (s + 1) & mask) {
      if (this.steps[2 * s] === step) return this.steps[2 * s + 1]! - 1;
    }
    return -1;
  }

  private grow(node: number, form: string): number {
    this.isLeaf[node] = false;
    const wild = form === '*' ? this.any : form === '#' ? this.figure : null;
    const known = wild ? wild[node]! : this.next(node, this.symbolOf(form));
    if (known >= 0) return known;
    const made = this.endings.length;
    this.endings.push([]);
    this.any.push(-1);
    this.figure.push(-1);
    this.isLeaf.push(true);
    if (wild) wild[node] = made;
    else this.put(node * MOST_SYMBOLS + this.symbolOf(form), made + 1);
    return made;
  }

  private symbolOf(form: string): number {
    const symbol = this.symbols.get(form) ?? this.symbols.size + 1;
    if (symbol >= MOST_SYMBOLS) throw new Error('data/pages/cues has more words than fit.');
    this.symbols.set(form, symbol);
    return symbol;
  }

  private put(step: number, value: number): void {
    if (++this.used * 4 > this.steps.length) this.widen();
    const mask = this.steps.length / 2 - 1;
    let s = Math.imul(step, SPREAD) & mask;
    while (this.steps[2 * s + 1] !== 0) s = (s + 1) & mask;
    this.steps[2 * s] = step;
    this.steps[2 * s + 1] = value;
  }

  private widen(): void {
    const old = this.steps;
    this.steps = new Int32Array(old.length * 2);
    this.used = 1;
    for (let s = 0; s < old.length; s += 2) if (old[s + 1] !== 0) this.put(old[s]!, old[s + 1]!);
  }
}

/** An odd number that parts neighbouring steps. */
const SPREAD = 0x9e3779b1 | 0;

/** What tells of the words at a place that no phrase begins there. */
interface Beginnings {
  /** For each symbol the node behind it, -1 where there is none. */
  readonly first: Int32Array;
  /** 1 for symbols that stand in phrases which begin with any word, and how many words they may stand behind it. */
  readonly behindAny: Uint8Array;
  readonly reach: number;
}

function beginningsOf(tree: PhraseTree, root: number): Beginnings {
  const symbols = Array.from({ length: tree.symbols.size + 1 }, (_, symbol) => symbol);
  const behindAny = new Uint8Array(symbols.length);
  const mark = (node: number): number => {
    if (node < 0) return 0;
    let reach = mark(tree.any[node]!);
    for (const symbol of symbols) {
      const next = tree.next(node, symbol);
      if (next < 0) continue;
      behindAny[symbol] = 1;
      reach = Math.max(reach, mark(next));
    }
    return reach + 1;
  };
  const reach = mark(tree.any[root]!);
  return { first: Int32Array.from(symbols, (symbol) => tree.next(root, symbol)), behindAny, reach };
}

const NO_HITS: readonly CueHit[] = [];

/** One line at a time, searched from left to right. */
class Search {
  private readonly tree: PhraseTree;
  private readonly tied: Beginnings;
  private readonly free: Beginnings;
  private book: WordBook;
  private n = 0;
  private hits: CueHit[] = [];

  constructor(tree: PhraseTree, book: WordBook) {
    this.tree = tree;
    this.book = book;
    this.tied = beginningsOf(tree, TIED);
    this.free = beginningsOf(tree, FREE);
  }

  run(book: WordBook, n: number): readonly CueHit[] {
    this.book = book;
    this.n = n;
    let lead = 0;
    while (lead < n && this.isMark(lead) && !/[©(]/.test(book.formOf(book.tokens[lead]!))) lead++;
    if (lead < n && this.mayBegin(lead, this.tied)) this.walk(lead, TIED, lead);
    if (lead < n && this.isMark(lead) && book.formOf(book.tokens[lead]!) === '(') this.walk(lead + 1, TIED, lead);
    for (let i = 0; i < n; i++) if (this.mayBegin(i, this.free)) this.walk(i, FREE, i);
    if (this.hits.length === 0) return NO_HITS;
    const { hits } = this;
    this.hits = [];
    return hits;
  }

  /** False where the words tell at a glance that no phrase begins: so it is nearly everywhere. */
  private mayBegin(i: number, { first, behindAny, reach }: Beginnings): boolean {
    const { tree, n } = this;
    const { symbols, traits } = this.book;
    if ((traits[i]! & IS_DIGIT) !== 0) return true;
    const node = first[symbols[i]!]!;
    if (node >= 0) {
      if (tree.endings[node]!.length > 0 || tree.any[node]! >= 0) return true;
      if (i + 1 < n && ((traits[i + 1]! & (IS_MARK | IS_DIGIT)) !== 0 || tree.next(node, symbols[i + 1]!) >= 0))
        return true;
    }
    for (let k = i + 1, words = 0; k < n && words < reach; k++) {
      if (behindAny[symbols[k]!] === 1) return true;
      if ((traits[k]! & IS_MARK) === 0) words++;
    }
    return false;
  }

  /** Depth is bounded by the longest phrase, so the whole search is linear in the line. */
  private walk(i: number, node: number, from: number): void {
    const { tree, book } = this;
    const endings = tree.endings[node]!;
    if (endings.length > 0) this.note(endings, i, from);
    if (i >= this.n || tree.isLeaf[node]) return;
    const exact = tree.next(node, book.symbols[i]!);
    if (exact >= 0) this.walk(i + 1, exact, from);
    const traits = book.traits[i]!;
    if ((traits & IS_DIGIT) !== 0) {
      const figure = tree.figure[node]! >= 0 ? tree.figure[node]! : tree.next(node, book.figureOf(book.tokens[i]!));
      if (figure >= 0) this.walk(i + 1, figure, from);
    }
    const mark = (traits & IS_MARK) !== 0;
    if (!mark && tree.any[node]! >= 0) this.walk(i + 1, tree.any[node]!, from);
    // Marks between the words of a phrase are not compared.
    if (mark && exact < 0 && i > from) this.walk(i + 1, node, from);
  }

  private note(endings: readonly Ending[], to: number, from: number): void {
    const atEnd = this.areMarks(to, this.n);
    const place = this.areMarks(0, from) ? (atEnd ? 'whole' : 'start') : 'inside';
    for (const { hits, toEnd, upTo } of endings) {
      if ((atEnd || !toEnd) && this.n <= upTo) this.hits.push(hits[place]);
    }
  }

  private areMarks(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (!this.isMark(i)) return false;
    return true;
  }

  private isMark(i: number): boolean {
    return (this.book.traits[i]! & IS_MARK) !== 0;
  }
}
