/** Conditions that stand as phrases rather than clauses: "provided the border is safe", "in exchange for", "should talks fail". */
import { ancestors, childrenBy, markOf, type Tree } from './tree.ts';

/**
 * First token of a proviso on what hangs on one of the verbs, or null. The parser hangs such phrases high or low; what counts is that
 * one of the verbs governs them somehow, or that they open the sentence.
 */
export function provisoOn(
  tree: Tree,
  verbs: ReadonlySet<number>,
  phrases: readonly (readonly string[])[],
): number | null {
  for (const at of tree.tokens.keys()) {
    const phrase = phrases.find((p) => p.every((word, n) => tree.tokens[at + n]?.text.toLowerCase() === word));
    const found = phrase ? !isOrdinary(tree, at + phrase.length) : isInverted(tree, at);
    if (found && (at <= tree.firstWord || ancestors(tree, at).some((i) => verbs.has(i)))) return at;
  }
  return null;
}

/** "as soon as possible", "provided for in the treaty", "provided by" set no condition. */
function isOrdinary(tree: Tree, after: number): boolean {
  if (/^(by|for|with|in|to)$/i.test(tree.tokens[after]?.text ?? '')) return true;
  return [after, after + 1].some((i) => /^(possible|practicable|feasible)$/i.test(tree.tokens[i]?.text ?? ''));
}

/** "should peace efforts fail": the auxiliary stands before its subject, and nothing is asked. */
function isInverted(tree: Tree, at: number): boolean {
  const token = tree.tokens[at]!;
  if (token.text.toLowerCase() !== 'should' || tree.tokens.at(-1)?.text === '?') return false;
  return childrenBy(tree, token.head, 'nsubj').some((subject) => subject > at && subject < token.head);
}

/** "unless the men are freed": a term on which something bad for the other side is held back. */
export function isUnless(tree: Tree, condition: number | null): boolean {
  if (condition === null) return false;
  return markOf(tree, condition) === 'unless' || tree.lemmas[condition] === 'unless';
}
