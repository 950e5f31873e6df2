/** Who stands by: states that bring the parties together, and states on whose soil another's mission is hit. */
import { objectOf, subjectOf } from './arguments.ts';
import type { ReportContext } from './context.ts';
import type { Match } from './match.ts';
import { canAct, type Party, partiesIn, partyOf } from './parties.ts';
import { caseOf, childrenBy, type Tree } from './tree.ts';

const BETWEEN = /^(mediated|brokered|hosted|sponsored|facilitated|chaired|convened|organi[sz]ed|led)$/;

/** "Turkish-mediated talks": who brings others together is no party of their talks. */
export function goesBetween(tree: Tree, { mention }: Party): boolean {
  if (mention === null) return false;
  const after = mention.last;
  const joined = tree.tokens[after]?.text === '-' ? tree.tokens[after + 1] : tree.tokens[after];
  return joined !== undefined && BETWEEN.test(joined.text.toLowerCase()) && joined.rel === 'amod';
}

/** "bombings at U.S. embassies in Kenya and Tanzania" hit the states where the embassies stand as well. */
export function withPlaceHit(tree: Tree, { frame }: Match, parties: Party[]): Party[] {
  if (!frame.places || !['ASSAULT', 'SUPPORT', 'ACCUSE'].includes(frame.plover)) return parties;
  const missions = parties.filter((p) => p.mention?.form === 'mission');
  const places = missions.flatMap((p) => placesAfter(tree, p.mention!.last));
  return [...parties, ...places.filter((p) => !parties.some((q) => q.start === p.start))];
}

const JOINTS: ReadonlySet<string> = new Set(['in', 'at', 'and', ',', 'the', 'near', 'both']);

/** Places named in one string after a token: "in Nairobi, Kenya, and Dar es Salaam, Tanzania". */
function placesAfter(tree: Tree, from: number): Party[] {
  const out: Party[] = [];
  for (let i = from; i < tree.tokens.length; ) {
    const mention = tree.actors[tree.actorAt[i] ?? -1];
    if (mention?.reading === 'place' && canAct(mention, 'yes')) {
      out.push(partyOf(mention));
      i = mention.last;
    } else if (mention === undefined && JOINTS.has(tree.tokens[i]!.text.toLowerCase())) i++;
    else break;
  }
  return out;
}

/** "the relatives will appeal": private people do it, and not the speaker's side. */
export function strangerActs(ctx: ReportContext, tree: Tree, match: Match): boolean {
  if (match.passive) return false;
  const subject = subjectOf(tree, match.verb);
  return subject !== undefined && (tree.actorAt[subject] ?? -1) < 0 && ctx.lexicon.private.has(tree.lemmas[subject]!);
}

/** "a blast damaged the embassy": what does it is named, and it is not the speaker's side. */
export function somethingActs(tree: Tree, match: Match): boolean {
  const subject = subjectOf(tree, match.verb);
  return subject !== undefined && tree.tokens[subject]!.upos === 'NOUN' && (tree.actorAt[subject] ?? -1) < 0;
}

/** Nouns for lands and people that a side may deal with and that name none of those a report is about. */
const UNNAMED_OTHERS: ReadonlySet<string> = new Set(
  'country nation state island land neighbour neighbor ally friend partner power member donor rebel citizen refugee migrant investor company community world people region area continent'.split(
    ' ',
  ),
);
const WAYS: ReadonlySet<string> = new Set(['in', 'to', 'into', 'around', 'through', 'across']);

/** "supports the island nations", "arrived in the region": whom or where it goes to is told, and it is no side known by name. */
export function aimsElsewhere(tree: Tree, match: Match): boolean {
  if (match.as !== 'verb') return false;
  const object = objectOf(tree, match.at);
  const ways = childrenBy(tree, match.at, 'obl').filter((c) => WAYS.has(caseOf(tree, c)));
  const told = match.frame.kind === 'visit' ? ways : object === undefined || match.passive ? [] : [object];
  return told.some((c) => isUnnamedOther(tree, match, c));
}

function isUnnamedOther(tree: Tree, match: Match, at: number): boolean {
  if (match.words.includes(at) || !tree.forms[at]!.some((f) => UNNAMED_OTHERS.has(f))) return false;
  // "its friends" are not the one whose friends they are.
  return partiesIn(tree, at, 'yes').every((p) => p.codes.length === 0 || p.mention?.reading === 'modifier');
}
