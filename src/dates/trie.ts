/** All patterns of one pass in one tree: from a start, every rule that fits is found in a single walk. */
import { type Lexeme, valueIn } from './lexeme.ts';
import type { Sequence } from './pattern.ts';

interface End<R> {
  readonly rule: R;
  readonly order: number;
  readonly sequence: Sequence;
}

interface Node<R> {
  readonly words: Map<string, Node<R>>;
  readonly classes: Map<string, Node<R>>;
  readonly ends: End<R>[];
}

/** A rule that fits: the mention covers lexemes [from, to). */
export interface Fit<R> {
  readonly rule: R;
  readonly from: number;
  readonly to: number;
  readonly captures: Readonly<Record<string, unknown>>;
  /** Lexeme at which each capture stands. */
  readonly places: Readonly<Record<string, number>>;
}

export interface Trie<R> {
  add(rule: R, sequence: Sequence): void;
  /** Rules that fit at `start`: the longest mention first, then the rule that stands first in the data. */
  fits(lexemes: readonly Lexeme[], start: number): readonly Fit<R>[];
}

const NONE: readonly never[] = [];

function node<R>(): Node<R> {
  return { words: new Map(), classes: new Map(), ends: [] };
}

export function trie<R>(): Trie<R> {
  const root = node<R>();
  let order = 0;
  return {
    add(rule, sequence) {
      let at = root;
      for (const e of sequence.elements) {
        const edges = e.isClass ? at.classes : at.words;
        const next = edges.get(e.key) ?? node<R>();
        edges.set(e.key, next);
        at = next;
      }
      at.ends.push({ rule, order: order++, sequence });
    },
    fits(lexemes, start) {
      if (!begins(root, lexemes[start])) return NONE;
      const found: End<R>[] = [];
      walk(root, lexemes, start, lexemes[start]?.sentence ?? -1, found);
      if (found.length === 0) return NONE;
      found.sort(byLength);
      return found.map((e) => toFit(e, lexemes, start));
    },
  };
}

/** Most words begin no pattern: told before anything is allotted. */
function begins<R>(root: Node<R>, lexeme: Lexeme | undefined): boolean {
  if (lexeme === undefined) return false;
  if (root.words.has(lexeme.low)) return true;
  for (const c of lexeme.classes) if (root.classes.has(c.name)) return true;
  return false;
}

function byLength<R>(a: End<R>, b: End<R>): number {
  return (
    b.sequence.to - b.sequence.from - (a.sequence.to - a.sequence.from) ||
    b.sequence.elements.length - a.sequence.elements.length ||
    a.order - b.order
  );
}

function walk<R>(at: Node<R>, lexemes: readonly Lexeme[], i: number, sentence: number, found: End<R>[]): void {
  if (at.ends.length > 0) found.push(...at.ends);
  const lexeme = lexemes[i];
  if (lexeme === undefined || lexeme.sentence !== sentence) return;
  const next = at.words.get(lexeme.low);
  if (next) walk(next, lexemes, i + 1, sentence, found);
  if (at.classes.size === 0) return;
  for (const c of lexeme.classes) {
    const byClass = at.classes.get(c.name);
    if (byClass) walk(byClass, lexemes, i + 1, sentence, found);
  }
}

function toFit<R>(end: End<R>, lexemes: readonly Lexeme[], start: number): Fit<R> {
  const captures: Record<string, unknown> = {};
  const places: Record<string, number> = {};
  end.sequence.elements.forEach((e, k) => {
    const lexeme = lexemes[start + k];
    if (e.capture === undefined || lexeme === undefined) return;
    places[e.capture] = start + k;
    captures[e.capture] = e.isClass ? valueIn(lexeme, e.key) : lexeme.low;
  });
  return { rule: end.rule, from: start + end.sequence.from, to: start + end.sequence.to, captures, places };
}
