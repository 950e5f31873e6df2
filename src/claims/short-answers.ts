/** Answers of a word or two: "Rubbish", "No", "it did not". In: the words said. Out: what they do to what was said before. */
import type { Tree } from './tree.ts';

const FALSE: ReadonlySet<string> = new Set(
  'rubbish nonsense untrue false lie fiction fantasy slander propaganda baseless groundless unfounded absurd invention fabrication wrong'.split(
    ' ',
  ),
);
const NO: ReadonlySet<string> = new Set(['no', 'never']);
const HELPING: ReadonlySet<string> = new Set(['do', 'have', 'be', 'will', 'would', 'can', 'could']);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t']);
const FEW = 3;
const FEW_WITH_SUBJECT = 6;

/**
 * Whether all that is said is that it is not so, or no.
 *
 * @example shortAnswer(tree, [0]) // 'untrue' for "Rubbish, said Oslo"
 */
export function shortAnswer(tree: Tree, said: readonly number[]): 'untrue' | 'refusal' | null {
  const words = said.filter((i) => tree.tokens[i]!.upos !== 'PUNCT').map((i) => tree.lemmas[i]!.toLowerCase());
  const [last, before] = [words.at(-1) ?? '', words.at(-2) ?? ''];
  // "Oslo says the guards did not": the deed is the one told just before.
  if (words.length <= FEW_WITH_SUBJECT && NOT.has(last) && HELPING.has(before)) return 'untrue';
  if (words.length > FEW) return null;
  if (words.some((w) => FALSE.has(w))) return 'untrue';
  return words.length > 0 && words.every((w) => NO.has(w)) ? 'refusal' : null;
}
