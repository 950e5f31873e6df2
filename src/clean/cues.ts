/** The phrases of `data/pages/cues` as one look-up: words of a line in, signs out. */
import type { Rules } from '../rules/rules.ts';
import type { CUE_SIGNS } from '../rules/sections/pages.ts';
import { type PageWord, pageWords } from './words.ts';

export type Sign = (typeof CUE_SIGNS)[number];

/** A phrase found in a line. */
export interface CueHit {
  readonly sign: Sign;
  readonly phrase: string;
  /** First and last word covered. */
  readonly first: number;
  readonly last: number;
  /** `start`: at the start of the line; `whole`: nothing else stands in it. */
  readonly place: 'start' | 'whole' | 'inside';
}

interface Ending {
  readonly sign: Sign;
  readonly phrase: string;
  readonly toEnd: boolean;
  readonly upTo: number;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly endings: Ending[];
}

/** Looks cues up in the words of a line. */
export interface Cues {
  /** True where a phrase may begin with the word; nearly every word begins none at all. */
  begins(form: string, digit: boolean): boolean;
  /** True where a phrase may go on with the word; marks are passed over. */
  follows(form: string, digit: boolean, mark: boolean): boolean;
  find(words: readonly PageWord[]): CueHit[];
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
  const tied: Node = { next: new Map(), endings: [] };
  const free: Node = { next: new Map(), endings: [] };
  for (const entry of rules.pages) {
    if (entry.kind !== 'cues') continue;
    const upTo = entry.upTo ?? Number.POSITIVE_INFINITY;
    for (const phrase of entry.phrases) {
      const toEnd = phrase.endsWith('$');
      add(phrase.startsWith('^') ? tied : free, { sign: entry.sign, phrase, toEnd, upTo });
    }
  }
  const any = free.next.has('*');
  const inside = new Set([...tied.next.values(), ...free.next.values()].flatMap((node) => formsUnder(node)));
  return {
    begins: (form, digit) => digit || any || free.next.has(form),
    follows: (form, digit, mark) => digit || mark || inside.has(form),
    find: (words) => findCues(words, tied, free),
  };
}

function add(root: Node, ending: Ending): void {
  const bare = ending.phrase.replace(/^\^/, '').replace(/\$$/, '');
  let node = root;
  for (const form of phraseForms(bare)) {
    let next = node.next.get(form);
    if (!next) {
      next = { next: new Map(), endings: [] };
      node.next.set(form, next);
    }
    node = next;
  }
  node.endings.push(ending);
}

function phraseForms(phrase: string): string[] {
  return phrase
    .split(/\s+/)
    .flatMap((w) => (/^#\p{L}*$/u.test(w) || w === '*' ? [w] : pageWords(w).map((p) => p.form)));
}

function findCues(words: readonly PageWord[], tied: Node, free: Node): CueHit[] {
  const hits: CueHit[] = [];
  let lead = 0;
  while (lead < words.length && words[lead]!.mark && words[lead]!.form !== '©' && words[lead]!.form !== '(') lead++;
  walk(words, lead, tied, lead, hits);
  if (words[lead]?.form === '(') walk(words, lead + 1, tied, lead, hits);
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.begins && goesOn(words, i, free)) walk(words, i, free, i, hits);
  }
  return hits;
}

/** Forms of all words of phrases behind a node. */
function formsUnder(node: Node): string[] {
  return [...node.next].flatMap(([form, next]) => [form, ...formsUnder(next)]);
}

/** False where the word begins phrases, but none of them is of one word and none goes on with the word after it. */
function goesOn(words: readonly PageWord[], i: number, root: Node): boolean {
  const next = words[i + 1];
  const node = root.next.get(words[i]!.form);
  if (next?.follows || !node || words[i]!.digit) return true;
  return node.endings.length > 0 || node.next.has('*') || root.next.has('*');
}

/** Depth is bounded by the longest phrase, so the whole search is linear in the line. */
function walk(words: readonly PageWord[], i: number, node: Node, from: number, hits: CueHit[]): void {
  for (const e of node.endings) {
    const atEnd = restIsMarks(words, i);
    if ((e.toEnd && !atEnd) || words.length > e.upTo) continue;
    const atStart = from === 0 || restBeforeIsMarks(words, from);
    const place = atStart ? (atEnd ? 'whole' : 'start') : 'inside';
    hits.push({ sign: e.sign, phrase: e.phrase, first: from, last: i - 1, place });
  }
  const word = words[i];
  if (!word || node.next.size === 0) return;
  const exact = node.next.get(word.form);
  if (exact) walk(words, i + 1, exact, from, hits);
  if (word.digit) {
    const number = node.next.get('#') ?? node.next.get(`#${word.form.replace(/^[\d.,:]+/, '')}`);
    if (number) walk(words, i + 1, number, from, hits);
  }
  const any = word.mark ? undefined : node.next.get('*');
  if (any) walk(words, i + 1, any, from, hits);
  if (word.mark && !exact && i > from) walk(words, i + 1, node, from, hits);
}

function restIsMarks(words: readonly PageWord[], i: number): boolean {
  for (let k = i; k < words.length; k++) if (!words[k]!.mark) return false;
  return true;
}

function restBeforeIsMarks(words: readonly PageWord[], i: number): boolean {
  for (let k = 0; k < i; k++) if (!words[k]!.mark) return false;
  return true;
}
