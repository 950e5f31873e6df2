/** What parties do together or to each other, and what that makes of their roles. */
import { objectOf } from './arguments.ts';
import type { Match } from './match.ts';
import { codesOf, type Party } from './parties.ts';
import type { Filled } from './roles.ts';
import { caseOf, type Tree } from './tree.ts';

function actsTogether(filled: Filled): boolean {
  if (filled.actors.length === 0) return codesOf(filled.counterparts).length > 1;
  return codesOf(filled.actors).length > 1 || filled.actors.length > 1;
}

/** Whether all parties act alike. */
export function bindsBoth(tree: Tree, match: Match, filled: Filled): boolean {
  const { frame } = match;
  if (reciprocal(tree, match)) return true;
  if (frame.mutual !== undefined) return frame.mutual;
  const together = actsTogether(filled) || (match.passive && filled.actors.length === 0);
  return frame.mutualIfPlural === true && together;
}

/** "accused each other", "have each accused the other": both do it to both. */
function reciprocal(tree: Tree, match: Match): boolean {
  const object = match.as === 'verb' ? objectOf(tree, match.at) : undefined;
  if (object === undefined || (tree.actorAt[object] ?? -1) >= 0) return false;
  const lemma = tree.lemmas[object]!;
  const before = tree.lemmas[object - 1];
  if (lemma === 'each' && tree.lemmas[object + 1] === 'other') return true;
  if (lemma === 'other' && before === 'each') return true;
  if (lemma === 'another' && before === 'one') return true;
  return lemma === 'other' && before === 'the' && tree.lemmas.slice(0, object).includes('each');
}

/** What several agree among themselves may name others as its matter: only "with" brings them in. */
function joins(tree: Tree, party: Party): boolean {
  const head = party.mention?.head;
  return head === undefined || ['with', 'between'].includes(caseOf(tree, head));
}

/** Actors and counterparts of a draft: where all act alike, everybody is an actor. */
export function partiesFor(
  tree: Tree,
  { frame }: Match,
  filled: Filled,
  mutual: boolean,
): Pick<Filled, 'actors' | 'counterparts' | 'hosts' | 'mediators'> {
  const { hosts, mediators } = filled;
  if (mutual && frame.mutualIfPlural && codesOf(filled.actors).length > 1) {
    const partners = filled.counterparts.filter((p) => joins(tree, p));
    return { actors: [...filled.actors, ...partners], counterparts: [], hosts, mediators };
  }
  if (!mutual) return { actors: filled.actors, counterparts: filled.counterparts, hosts, mediators };
  return { actors: [...filled.actors, ...filled.counterparts], counterparts: [], hosts, mediators };
}
