/** What parties do together or to each other, and what that makes of their roles. */
import { complementsOf, objectOf } from './arguments.ts';
import type { Match } from './match.ts';
import { codesOf, type Party } from './parties.ts';
import type { Filled } from './roles.ts';
import { caseOf, isBelow, type Tree } from './tree.ts';

function actsTogether(filled: Filled): boolean {
  if (filled.actors.length === 0) return codesOf(filled.counterparts).length > 1;
  return codesOf(filled.actors).length > 1 || filled.actors.length > 1;
}

/** Whether all parties act alike. */
export function bindsBoth(tree: Tree, match: Match, filled: Filled): boolean {
  const { frame } = match;
  if (reciprocal(tree, match) || liesBetween(tree, match, filled)) return true;
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

/** "Relations between Oslo and Riga were broken off": where no doer is named it is the doing of both. */
function liesBetween(tree: Tree, match: Match, { actors, counterparts }: Filled): boolean {
  if (codesOf(actors).length > 0 || codesOf(counterparts).length < 2) return false;
  const head = counterparts[0]!.mention?.head;
  const noun = head === undefined ? -1 : (tree.tokens[head]?.head ?? -1);
  const named = head !== undefined && match.words.includes(noun) && TIES.has(tree.lemmas[noun] ?? '');
  return named && caseOf(tree, head) === 'between';
}

const TIES: ReadonlySet<string> = new Set('relation relations tie ties link links contact contacts'.split(' '));

/**
 * What several agree among themselves may name others as its matter: only "with" brings them in, and only with the
 * words for the deed itself ("agreed to stay away from talks with Riga" binds nobody else).
 */
function joins(tree: Tree, match: Match, party: Party): boolean {
  const head = party.mention?.head;
  if (head === undefined) return true;
  const up = tree.tokens[head]?.head ?? -1;
  const own = up === match.at || up === match.verb || match.words.includes(up);
  return ['with', 'between'].includes(caseOf(tree, head)) && (own || !isGoverned(tree, match, head));
}

/** In the clause of what is agreed on. */
function isGoverned(tree: Tree, match: Match, at: number): boolean {
  return complementsOf(tree, match.at).some((c) => isBelow(tree, at, c));
}

/** Actors and counterparts of a draft: where all act alike, everybody is an actor. */
export function partiesFor(
  tree: Tree,
  match: Match,
  filled: Filled,
  mutual: boolean,
): Pick<Filled, 'actors' | 'counterparts' | 'hosts' | 'mediators'> {
  const { frame } = match;
  const { hosts, mediators } = filled;
  if (mutual && frame.mutualIfPlural && codesOf(filled.actors).length > 1) {
    const partners = filled.counterparts.filter((p) => joins(tree, match, p));
    return { actors: [...filled.actors, ...partners], counterparts: [], hosts, mediators };
  }
  if (!mutual) return { actors: filled.actors, counterparts: filled.counterparts, hosts, mediators };
  return { actors: [...filled.actors, ...filled.counterparts], counterparts: [], hosts, mediators };
}
