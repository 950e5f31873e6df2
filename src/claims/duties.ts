/** Duties told of a side: "must return the boats", "has to start by May", "is bound to pay". */
import { childrenBy, isPassive, markOf, type Tree } from './tree.ts';

const BINDING: ReadonlySet<string> = new Set(['bind', 'bound', 'oblige', 'require', 'commit', 'obligate', 'obliged']);

/** A verb told as somebody's duty; what somebody must not do is none. */
export function isDuty(tree: Tree, at: number): boolean {
  if (isForbidden(tree, at)) return false;
  if (childrenBy(tree, at, 'aux').some((c) => tree.lemmas[c] === 'must')) return true;
  return governedByHave(tree, at) || bondOver(tree, at) !== undefined;
}

/** "was told that it must leave", "was told that it has to leave": the clause itself or what its "have" leads to. */
export function tellsDuty(tree: Tree, clause: number): boolean {
  return isDuty(tree, clause) || childrenBy(tree, clause, 'xcomp').some((c) => governedByHave(tree, c));
}

function isForbidden(tree: Tree, at: number): boolean {
  return childrenBy(tree, at, 'advmod').some((c) => tree.lemmas[c] === 'not' || tree.lemmas[c] === "n't");
}

/** "has to move": the parser makes the deed a complement of "have". */
function governedByHave(tree: Tree, at: number): boolean {
  const { rel, head } = tree.tokens[at]!;
  return rel === 'xcomp' && tree.lemmas[head] === 'have' && head === at - 2 && markOf(tree, at) === 'to';
}

/** The word that makes a deed a duty: "bound" of "is bound to repair", "obliged" of "is obliged to pay". */
export function bondOver(tree: Tree, at: number): number | undefined {
  const { rel, head } = tree.tokens[at]!;
  if (rel !== 'xcomp' || markOf(tree, at) !== 'to' || !BINDING.has(tree.lemmas[head]!)) return undefined;
  return isPassive(tree, head) || childrenBy(tree, head, 'cop').length > 0 ? head : undefined;
}
