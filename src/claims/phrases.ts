/** The further words of a trigger phrase: "lodge ... protest", "call ... off". */
import { objectOf } from './arguments.ts';
import { isOneOf } from './conditions.ts';
import type { Lexicon, Trigger } from './lexicon.ts';
import { isBelow, isVerb, phraseTokens, plainRel, type Tree } from './tree.ts';

const WINDOW = 9;
/** "held since March" is no march. */
const MONTH = /^(March|May|August)$/;
const PARTICLES = new Set('up out off back down away over in on through apart together forward aside ahead'.split(' '));

/** The other words of a phrase: below the verb in the parse, or close after it without another verb between. */
export function furtherWords(tree: Tree, lexicon: Lexicon, trigger: Trigger, at: number): number[] | null {
  const out: number[] = [];
  for (const choices of trigger.more) {
    const found = furtherWord(tree, lexicon, choices, at);
    if (found === undefined) return null;
    out.push(found);
  }
  return out;
}

function furtherWord(tree: Tree, lexicon: Lexicon, choices: ReadonlySet<string>, at: number): number | undefined {
  const particle = [...choices].every((c) => PARTICLES.has(c));
  const reach = particle ? 4 : WINDOW;
  for (let i = at + 1; i < Math.min(tree.tokens.length, at + 1 + reach); i++) {
    const hit = isOneOf(tree, i, choices) && !MONTH.test(tree.tokens[i]!.text);
    const near = tree.tokens[i]!.upos !== 'ADP' || i <= at + 3;
    if (hit && near && (particle ? particleOf(tree, i, at) : belongs(tree, lexicon, i, at))) return i;
    if (i > at + 1 && isVerb(tree.tokens[i]) && !isBelow(tree, i, at)) break;
  }
  if (particle) return undefined;
  const object = objectOf(tree, at);
  if (object === undefined || object > at) return undefined;
  return phraseTokens(tree, object).find((i) => isOneOf(tree, i, choices));
}

/** The word heads the object or stands in "a round of", "two days of" it; a word of another phrase does not count. */
function belongs(tree: Tree, lexicon: Lexicon, i: number, at: number): boolean {
  if (lexicon.idioms.has(tree.lemmas[i]!)) return true;
  for (let up = i, step = 0; step < 5; step++) {
    const token = tree.tokens[up]!;
    // "gave its consent last week": a time is no object.
    if (token.rel === 'obl:unmarked' && TIMES.has(tree.lemmas[up - 1] ?? '')) return false;
    if (token.head === at) return true;
    if (token.head < 0) return false;
    const rel = plainRel(token);
    if (rel === 'nmod' && !isOneOf(tree, token.head, lexicon.measures)) return false;
    if (CLAUSAL.has(rel)) return false;
    up = token.head;
  }
  return false;
}

const TIMES: ReadonlySet<string> = new Set(['last', 'next', 'this', 'that', 'every', 'earlier']);
const CLAUSAL: ReadonlySet<string> = new Set(['acl', 'advcl', 'ccomp', 'parataxis', 'csubj']);

function particleOf(tree: Tree, i: number, at: number): boolean {
  const token = tree.tokens[i]!;
  if (token.rel === 'compound:prt' || token.upos === 'ADV' || token.upos === 'PART') return true;
  return i === at + 1 || (token.head === at && plainRel(token) !== 'case');
}
