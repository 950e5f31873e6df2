/**
 * A sentence as numbers: the meanings of its verbs, nouns and describing words, of the words in the main places of its tree, and
 * a few plain signs. In: a tree, who speaks in it. Out: one row for the trained weights; the order of its parts belongs to them.
 */
import { MEANING_SIZE, type MeaningOf } from '../../model/index.ts';
import { childrenBy, plainRel, type Tree } from '../tree.ts';

const SIGNS = (
  'will would may might could should must can not no never if unless until when has have had is was were to be been yet ' +
  'still nothing nobody neither only both each its his their we our he she it they by for from with on against over under ' +
  'after since said says told without again already also'
).split(' ');
const SIGN_AT: ReadonlyMap<string, number> = new Map(SIGNS.map((word, at) => [word, at]));

const PLACES = ['root', 'subject', 'object', 'oblique', 'governed', 'governedObject', 'governedOblique'] as const;
type Place = (typeof PLACES)[number];
const POOLS = ['verbMean', 'verbMost', 'nounMean', 'nounMost', 'otherMean'] as const;
const FACTS = [
  'quoted',
  'opensQuoted',
  'said',
  'saidByState',
  'noSide',
  'oneSide',
  'moreSides',
  'sideIsSubject',
  'short',
  'long',
  'asks',
  'passive',
  'capital',
] as const;

/** Length of a row. */
export const ROW_SIZE = (POOLS.length + PLACES.length) * MEANING_SIZE + SIGNS.length + FACTS.length;

/** Name of each part of a row with the number of its places, in order: what the weights were trained on. */
export const ROW_PARTS: readonly string[] = [
  ...POOLS.map((p) => `${p}:${MEANING_SIZE}`),
  ...PLACES.map((p) => `${p}:${MEANING_SIZE}`),
  `signs:${SIGNS.length}`,
  `facts:${FACTS.length}`,
];

/** Who speaks in a sentence. */
export interface Voice {
  readonly said: boolean;
  readonly byState: boolean;
}

const SHORT = 10;
const LONG = 30;

/** The row of a sentence. */
export function rowOf(tree: Tree, voice: Voice, meaningOf: MeaningOf): Float32Array {
  const row = new Float32Array(ROW_SIZE);
  const meanings = tree.tokens.map((token, i) => {
    // A party's name says nothing of what is done.
    if (token.upos === 'PROPN' && (tree.actorAt[i] ?? -1) >= 0) return null;
    return meaningOf(tree.lemmas[i]!) ?? meaningOf(token.text.toLowerCase());
  });
  let at = pool(row, 0, tree, meanings);
  const places = placesOf(tree);
  for (const place of PLACES) {
    const token = places[place];
    const meaning = token === undefined ? null : meanings[token];
    if (meaning) row.set(meaning, at);
    at += MEANING_SIZE;
  }
  for (const token of tree.tokens) {
    const sign = SIGN_AT.get(token.text.toLowerCase());
    if (sign !== undefined) row[at + sign] = 1;
  }
  row.set(factsOf(tree, voice), at + SIGNS.length);
  return row;
}

/** Mean and greatest of the meanings of verbs and of nouns, mean of adjectives and adverbs. */
function pool(row: Float32Array, start: number, tree: Tree, meanings: readonly (Float32Array | null)[]): number {
  let at = start;
  for (const kinds of [['VERB'], ['NOUN'], ['ADJ', 'ADV']]) {
    const own = meanings.filter((m, i): m is Float32Array => m !== null && kinds.includes(tree.tokens[i]!.upos));
    for (let k = 0; k < MEANING_SIZE; k++) {
      let sum = 0;
      let most = own.length > 0 ? Number.NEGATIVE_INFINITY : 0;
      for (const m of own) {
        sum += m[k]!;
        most = Math.max(most, m[k]!);
      }
      row[at + k] = own.length > 0 ? sum / own.length : 0;
      if (kinds.length === 1) row[at + MEANING_SIZE + k] = most;
    }
    at += kinds.length === 1 ? 2 * MEANING_SIZE : MEANING_SIZE;
  }
  return at;
}

function placesOf(tree: Tree): Partial<Record<Place, number>> {
  const root = tree.tokens.findIndex((t) => t.head < 0);
  if (root < 0) return {};
  const governed = childrenBy(tree, root, 'ccomp', 'xcomp', 'parataxis')[0];
  const below = (at: number | undefined, ...rels: string[]): number | undefined =>
    at === undefined ? undefined : childrenBy(tree, at, ...rels)[0];
  return {
    root,
    ...defined(
      'subject',
      (tree.children[root] ?? []).find((c) => tree.tokens[c]!.rel === 'nsubj'),
    ),
    ...defined('object', below(root, 'obj', 'nsubj:pass')),
    ...defined('oblique', below(root, 'obl')),
    ...defined('governed', governed),
    ...defined('governedObject', below(governed, 'obj', 'nsubj:pass')),
    ...defined('governedOblique', below(governed, 'obl')),
  };
}

function defined(place: Place, token: number | undefined): Partial<Record<Place, number>> {
  return token === undefined ? {} : { [place]: token };
}

function factsOf(tree: Tree, voice: Voice): number[] {
  const { tokens } = tree;
  const acting = tree.actors.filter((m) => m.reading === 'actor');
  const sides = new Set(acting.flatMap((m) => m.codes)).size;
  const subject = tokens.findIndex((t) => plainRel(t) === 'nsubj' && (tokens[t.head]?.head ?? 0) < 0);
  const quotes = tokens.map((t) => QUOTE.test(t.text));
  const facts: Record<(typeof FACTS)[number], boolean> = {
    quoted: quotes.includes(true),
    opensQuoted: quotes[0] === true,
    said: voice.said,
    saidByState: voice.byState,
    noSide: sides === 0,
    oneSide: sides === 1,
    moreSides: sides > 1,
    sideIsSubject: subject >= 0 && (tree.actorAt[subject] ?? -1) >= 0,
    short: tokens.length < SHORT,
    long: tokens.length > LONG,
    asks: tokens.at(-1)?.text === '?',
    passive: tokens.some((t) => t.rel === 'nsubj:pass' || t.rel === 'aux:pass'),
    capital: tree.headline,
  };
  return FACTS.map((name) => (facts[name] ? 1 : 0));
}

const QUOTE = /^["“”„«»]|^''$|^``$/;
