/** What the words of a sentence say of each matter, by a learned table. In: trees. Out: sums over the tracks of the table. */
import { trackModel } from './track-model.ts';
import type { Tree } from './tree.ts';

/** Words that carry no matter by their kind. */
const SKIPPED: ReadonlySet<string> = new Set('DET ADP PUNCT AUX PRON CCONJ SCONJ PART NUM SYM X INTJ'.split(' '));
/** Words that every report says. */
const COMMONPLACE: ReadonlySet<string> = new Set(
  (
    'say tell add accord be have do not also other more most such last next year month week day time people country ' +
    'government minister ministry official spokesman monday tuesday wednesday thursday friday saturday sunday january february march ' +
    'april may june july august september october november december'
  ).split(' '),
);

/** What to look a token up by. */
export interface WordKeys {
  /** Printed form and lemma, or the words that a pronoun stands for. */
  readonly keys: readonly string[];
  /** A name counts only by a word that is otherwise common: "the Joint Committee on Fisheries". */
  readonly name: boolean;
}

export function wordKeys(tree: Tree, i: number): WordKeys | null {
  const token = tree.tokens[i]!;
  const own = [token.text.toLowerCase(), tree.lemmas[i]!];
  if (token.upos === 'PRON') {
    const meant = tree.forms[i]!.filter((f) => !own.includes(f));
    return meant.length > 0 ? { keys: meant, name: false } : null;
  }
  if (SKIPPED.has(token.upos) || own.some((w) => COMMONPLACE.has(w))) return null;
  const name = token.upos === 'PROPN';
  const kind = tree.actors[tree.actorAt[i] ?? -1]?.kind;
  return name && (kind === 'state' || kind === 'person') ? null : { keys: own, name };
}

/** Rows of the table for the words of a sentence, token by token. */
function rowsOf(tree: Tree): (number | null)[] {
  const { words, common } = trackModel;
  return tree.tokens.map((_, i) => {
    const found = wordKeys(tree, i);
    if (found === null) return null;
    const known = found.keys.flatMap((key) => words.get(key) ?? []);
    return (found.name ? known.find((row) => row < common) : known[0]) ?? null;
  });
}

const rows = new WeakMap<Tree, readonly (number | null)[]>();

export function trackRows(tree: Tree): readonly (number | null)[] {
  const known = rows.get(tree) ?? rowsOf(tree);
  rows.set(tree, known);
  return known;
}

/** What a bag of words says: the sum over its words, and how many they are. */
export interface Said {
  readonly sums: Float64Array;
  count: number;
}

export function nothingSaid(): Said {
  return { sums: new Float64Array(trackModel.tracks.length), count: 0 };
}

export function hear(said: Said, row: number | null): void {
  if (row === null) return;
  const { sums } = said;
  for (let t = 0; t < sums.length; t++) sums[t]! += trackModel.scores[row * sums.length + t]! * trackModel.scale;
  said.count++;
}

export function hearAll(said: Said, other: Said | undefined): void {
  if (other === undefined) return;
  for (let t = 0; t < said.sums.length; t++) said.sums[t]! += other.sums[t]!;
  said.count += other.count;
}
