/** Other sides that stand in no slot of a match: who made the thing dealt with, who acts against what is objected to, where a journey goes. */
import { objectOf, subjectOf } from './arguments.ts';
import type { Match } from './match.ts';
import { ownersOf, type Party, partiesIn, sameCodes, sidesOf } from './parties.ts';
import { answersOffer, fillersOf } from './slots.ts';
import { caseOf, childrenBy, isPassive, type Tree } from './tree.ts';

/** Sides that words beside the match name, where its own slots name none. */
export function othersBeside(tree: Tree, match: Match, actors: readonly Party[]): Party[] {
  return [
    ...offerersOf(tree, match),
    ...authorsOf(tree, match, actors),
    ...metBy(tree, match, actors),
    ...landsOfJourney(tree, match, actors),
  ];
}

/** "Oslo's offer was turned down": whose the offer is gets the answer. */
function offerersOf(tree: Tree, match: Match): Party[] {
  const object = answersOffer(match) ? objectOf(tree, match.at) : undefined;
  return object === undefined ? [] : ownersOf(tree, object).filter((p) => p.codes.length > 0);
}

/** "signed it despite objections from Lima": they meet whoever does what they are raised against. */
function metBy(tree: Tree, match: Match, actors: readonly Party[]): Party[] {
  if (match.as !== 'noun' || !match.frame.speech || match.verb === match.at || sidesOf(actors) === 0) return [];
  if (!AGAINST.has(caseOf(tree, match.at))) return [];
  const subject = subjectOf(tree, match.verb);
  return subject === undefined ? [] : partiesIn(tree, subject).filter((p) => !sameCodes(p, actors));
}

const AGAINST: ReadonlySet<string> = new Set(['despite', 'over', 'against', 'in spite of']);

/** "ended his Norwegian tour": the adjective before a journey says where it goes, unless it is the traveller's own. */
function landsOfJourney(tree: Tree, match: Match, actors: readonly Party[]): Party[] {
  if (match.frame.kind !== 'visit' || sidesOf(actors) === 0) return [];
  const nouns = match.words.filter((w) => tree.tokens[w]!.upos === 'NOUN');
  const before = nouns.flatMap((w) => childrenBy(tree, w, 'amod', 'compound'));
  return before.flatMap((c) => partiesIn(tree, c)).filter((p) => p.codes.length > 0 && !sameCodes(p, actors));
}

/** "has not replied to a note that Ghana sent", "a swap proposed by Oslo": who made the thing is the one dealt with. */
function authorsOf(tree: Tree, match: Match, actors: readonly Party[]): Party[] {
  if (match.as === 'noun' || match.frame.mutual) return [];
  const things = THINGS.flatMap((slot) => fillersOf(tree, match, slot));
  const makers = things
    .flatMap((thing) => childrenBy(tree, thing, 'acl').filter((c) => childrenBy(tree, c, 'obj', 'ccomp').length === 0))
    .flatMap((verb) => makersOf(tree, verb));
  return makers.flatMap((m) => partiesIn(tree, m)).filter((p) => !sameCodes(p, actors));
}

const THINGS = ['obj', 'to', 'on', 'of', 'from', 'with', 'at', 'for', 'over'];
const MAKER: ReadonlySet<string> = new Set(['by', 'with', 'from', 'to']);

/** The doer of the relative clause; of a participle also whom it was made with or given to. */
function makersOf(tree: Tree, verb: number): number[] {
  if (!isPassive(tree, verb)) return childrenBy(tree, verb, 'nsubj');
  return childrenBy(tree, verb, 'obl', 'nmod').filter((c) => MAKER.has(caseOf(tree, c)));
}
