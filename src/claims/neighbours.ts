/** Sides that stand with the verb beside: what several verbs of one subject do is mostly done to one other side. */
import { agentOf, subjectOf } from './arguments.ts';
import type { Match } from './match.ts';
import { canAct, codesOf, type Party, partiesIn, partyOf } from './parties.ts';
import { any, type Filled } from './roles.ts';
import { caseOf, childrenBy, isPassive, isVerb, phraseTokens, plainRel, type Tree } from './tree.ts';

/** Fills a side that the words themselves lack from the verbs and participles beside them. */
export function withNeighbours(tree: Tree, match: Match, filled: Filled): Filled {
  return withSharedSide(tree, match, withAuthor(tree, match, withProvoker(tree, match, filled)));
}

const DRAWING: ReadonlySet<string> = new Set(
  'draw prompt provoke earn trigger elicit spark attract invite cause bring meet'.split(' '),
);

/** "sold the island, drawing a protest from Oslo": it is aimed at whoever drew it. */
function withProvoker(tree: Tree, match: Match, filled: Filled): Filled {
  if (match.as !== 'noun' || match.verb === match.at || !DRAWING.has(tree.lemmas[match.verb]!)) return filled;
  if (codesOf(filled.actors).length === 0 || isSided(filled.counterparts)) return filled;
  const subject = subjectOf(tree, match.verb);
  const others = subject === undefined ? [] : apart(partiesIn(tree, subject), filled.actors);
  return others.length > 0 ? { ...filled, counterparts: others, firm: true } : filled;
}

const BRINGING: ReadonlySet<string> = new Set(
  'deliver hand send give submit present pass write issue circulate draft table transmit forward address sign lodge'.split(
    ' ',
  ),
);

/** "A note handed to the embassy by Peru demands": a paper speaks for who brought it, to who got it. */
function withAuthor(tree: Tree, match: Match, filled: Filled): Filled {
  if (match.as !== 'verb' || !match.frame.speech || isSided(filled.actors)) return filled;
  const paper = subjectOf(tree, match.verb);
  if (paper === undefined || (tree.actorAt[paper] ?? -1) >= 0 || !any(tree, paper, match.frame.voices)) return filled;
  for (const brought of childrenBy(tree, paper, 'acl').filter((c) => BRINGING.has(tree.lemmas[c]!))) {
    const agent = agentOf(tree, brought);
    const actors = agent === undefined ? [] : partiesIn(tree, agent);
    if (!isSided(actors)) continue;
    const to = childrenBy(tree, brought, 'obl').filter((c) => caseOf(tree, c) === 'to');
    const others = apart(
      to.flatMap((c) => partiesIn(tree, c)),
      actors,
    );
    return { ...filled, actors, counterparts: isSided(filled.counterparts) ? filled.counterparts : others };
  }
  return filled;
}

/** Journeys, meetings and silence have sides of their own, whatever else their subject does. */
const ALONE: ReadonlySet<string> = new Set(['visit', 'meeting', 'status']);

/** "sent the Chilean envoy home and shut two consulates": the one other side of the first verb is that of the second. */
export function withSharedSide(tree: Tree, match: Match, filled: Filled): Filled {
  const { kind, mutual } = match.frame;
  if (match.as !== 'verb' || match.passive || mutual || ALONE.has(kind)) return filled;
  if (codesOf(filled.actors).length !== 1 || isSided(filled.counterparts) || filled.domestic) return filled;
  for (const verb of verbsBeside(tree, match.verb)) {
    if (isPassive(tree, verb)) continue;
    const own = new Set(phraseTokens(tree, verb));
    const places = match.frame.places ? 'yes' : 'no';
    const named = tree.actors.filter(
      (m) => own.has(m.head) && m.head > verb && canAct(m, places) && m.codes.length > 0,
    );
    const others = apart(named.map(partyOf), filled.actors);
    if (codesOf(others).length === 1) return { ...filled, counterparts: others.slice(0, 1), firm: true };
  }
  return filled;
}

/** Verbs of the same subject: the one it is coordinated with, then those coordinated with it. */
function verbsBeside(tree: Tree, verb: number): number[] {
  const token = tree.tokens[verb]!;
  const shares = (v: number): boolean => isVerb(tree.tokens[v]) && childrenBy(tree, v, 'nsubj').length === 0;
  const before = plainRel(token) === 'conj' && token.head >= 0 && shares(verb) ? [token.head] : [];
  return [...before, ...childrenBy(tree, verb, 'conj').filter(shares)];
}

function isSided(parties: readonly Party[]): boolean {
  return parties.some((p) => p.codes.length > 0 || p.partial);
}

function apart(parties: readonly Party[], from: readonly Party[]): Party[] {
  const taken = new Set(codesOf(from));
  return parties.filter((p) => p.codes.length > 0 && !p.codes.some((code) => taken.has(code)));
}
