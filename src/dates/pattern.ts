/**
 * The pattern language of `data/lang/en/dates`: a pattern in, flat sequences of elements out.
 * `word` literal, `CLASS` or `@class` of lexemes, `a|b` either, `x:name` captured, `x?` optional, `( ... )?` optional group,
 * `<` and `>` around what the mention covers where context is matched too.
 */

/** One place of a flat sequence. */
interface Element {
  /** Lower-case word or mark, or the name of a class. */
  readonly key: string;
  readonly isClass: boolean;
  readonly capture?: string;
}

/** A pattern without choices; the mention covers `elements[from, to)`. */
export interface Sequence {
  readonly elements: readonly Element[];
  readonly from: number;
  readonly to: number;
}

interface Item {
  readonly choices: readonly (readonly (Element | '<' | '>')[])[];
}

const CLASS = /^(@[a-z-]+|[A-Z][A-Z0-9]*)$/;

/** Upper limit of sequences a single pattern may stand for: more is a fault in the pattern. */
const MOST = 5000;

/**
 * Expands a pattern.
 *
 * @throws Error naming the pattern where it is not well formed.
 * @example expandPattern('MONTH:m DAY:d (,? YEAR:y)?')
 */
export function expandPattern(pattern: string): Sequence[] {
  const words = pattern
    .replaceAll(/([()])/g, ' $1')
    .trim()
    .split(/\s+/);
  const reader = { words: words.flatMap(splitGroupMark), at: 0, pattern };
  const flats = product(readItems(reader), pattern);
  if (reader.at < reader.words.length) throw new Error(`Unexpected ")" in pattern: ${pattern}`);
  return flats.map((f) => toSequence(f, pattern));
}

/** `)?` and `)` are words of their own; "(" too. */
function splitGroupMark(word: string): string[] {
  if (word.startsWith('(') && word.length > 1) return ['(', word.slice(1)];
  return [word];
}

interface Reader {
  readonly words: readonly string[];
  at: number;
  readonly pattern: string;
}

function readItems(r: Reader): Item[] {
  const items: Item[] = [];
  while (r.at < r.words.length && !r.words[r.at]?.startsWith(')')) {
    const word = r.words[r.at++] as string;
    items.push(word === '(' ? readGroup(r) : readElement(word, r.pattern));
  }
  return items;
}

function readGroup(r: Reader): Item {
  const inner = product(readItems(r), r.pattern);
  const close = r.words[r.at++];
  if (close !== ')' && close !== ')?') throw new Error(`Group not closed in pattern: ${r.pattern}`);
  return { choices: close === ')?' ? [[], ...inner] : inner };
}

function readElement(word: string, pattern: string): Item {
  if (word === '<' || word === '>') return { choices: [[word]] };
  const optional = word.length > 1 && word.endsWith('?');
  const body = optional ? word.slice(0, -1) : word;
  const colon = body.length > 1 ? body.lastIndexOf(':') : -1;
  const capture = colon > 0 ? body.slice(colon + 1) : undefined;
  const keys = (colon > 0 ? body.slice(0, colon) : body).split('|');
  if (keys.some((k) => k === '')) throw new Error(`Empty choice "${word}" in pattern: ${pattern}`);
  const choices = keys.map((key) => [
    { key, isClass: CLASS.test(key), ...(capture === undefined ? {} : { capture }) } satisfies Element,
  ]);
  return { choices: optional ? [[], ...choices] : choices };
}

function product(items: readonly Item[], pattern: string): (Element | '<' | '>')[][] {
  let out: (Element | '<' | '>')[][] = [[]];
  for (const item of items) {
    out = out.flatMap((head) => item.choices.map((tail) => [...head, ...tail]));
    if (out.length > MOST) throw new Error(`Too many choices in pattern: ${pattern}`);
  }
  return out;
}

function toSequence(flat: readonly (Element | '<' | '>')[], pattern: string): Sequence {
  const elements = flat.filter((e) => e !== '<' && e !== '>');
  const open = flat.indexOf('<');
  const close = flat.indexOf('>');
  const from = Math.max(open, 0);
  const to = close < 0 ? elements.length : close - (open < 0 ? 0 : 1);
  if (elements.length === 0 || to <= from) throw new Error(`Nothing to match in pattern: ${pattern}`);
  return { elements, from, to };
}
