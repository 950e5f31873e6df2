/** Where the words of a sentence stand to a claim. In: a tree, the token the claim hangs on. Out: a place for each token. */
import type { Topic } from './matter.ts';
import { ancestors, plainRel, type Tree } from './tree.ts';

/**
 * On the word the claim hangs on, close below it, far below it; on words that govern it; beside it in the sentence, farther off
 * there; within the name of a party.
 */
export type Place = 'trigger' | 'close' | 'far' | 'above' | 'beside' | 'apart' | 'name';

export const PLACES: readonly Place[] = ['trigger', 'close', 'far', 'above', 'beside', 'apart', 'name'];

const CLOSE_STEPS = 2;
const BESIDE_STEPS = 3;

/** The place of each token of the sentence in which a claim is told. */
export function placesOf(tree: Tree, { at, words }: Topic): Place[] {
  const above = ancestors(tree, at);
  // "a treaty on fishing, which was signed in May": what the clause hangs on is what it tells of.
  const told = plainRel(tree.tokens[at]!) === 'acl' ? above[1] : undefined;
  return tree.tokens.map((_, i) => {
    if (inName(tree, i)) return 'name';
    if (words !== null) return words[0] <= i && i <= words[1] ? 'close' : 'apart';
    const place = placeOf(tree, i, at, above);
    const meant =
      told !== undefined && (place === 'above' || place === 'beside') && stepsBelow(tree, i, told) <= CLOSE_STEPS;
    return meant ? 'close' : place;
  });
}

/** "Two sailors" is a party, yet its words name the matter like any other. */
function inName(tree: Tree, i: number): boolean {
  const mention = tree.actors[tree.actorAt[i] ?? -1];
  return mention !== undefined && !(mention.kind === 'group' && tree.tokens[i]!.upos === 'NOUN');
}

function stepsBelow(tree: Tree, i: number, top: number): number {
  const steps = ancestors(tree, i).indexOf(top);
  return steps < 0 ? Number.POSITIVE_INFINITY : steps;
}

function placeOf(tree: Tree, i: number, at: number, above: readonly number[]): Place {
  const path = ancestors(tree, i);
  const below = path.indexOf(at);
  if (below === 0) return 'trigger';
  if (below > 0) return below <= CLOSE_STEPS ? 'close' : 'far';
  if (above.includes(i)) return 'above';
  const up = above.findIndex((a) => path.includes(a));
  return up >= 0 && up + path.indexOf(above[up]!) <= BESIDE_STEPS ? 'beside' : 'apart';
}
