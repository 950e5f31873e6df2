/** The slots of a match in its tree: which words stand where a role is sought. */
import { agentOf, besideOf, complementsOf, objectOf, prepositional, subjectOf } from './arguments.ts';
import type { Match } from './match.ts';
import {
  ancestors,
  caseOf,
  childrenBy,
  conjuncts,
  isPassive,
  isVerb,
  phraseTokens,
  plainRel,
  type Tree,
} from './tree.ts';

/** Heads of the phrases that stand in a slot of a match: its subject, its object, what a preposition brings. */
export function fillersOf(tree: Tree, match: Match, slot: string): number[] {
  const one = (at: number | undefined): number[] => (at === undefined ? [] : [at]);
  switch (slot) {
    case 'subj':
      return subjectFillers(tree, match);
    case 'obj':
      return match.as === 'noun' ? nounObject(tree, match) : one(objectOf(tree, match.at));
    case 'surface':
    case 'who':
      return childrenBy(tree, match.verb, 'nsubj', 'nsubj:pass');
    case 'owner':
      return ownersOfWords(tree, match);
    case 'self':
      return [match.at];
    case 'iobj':
      return childrenBy(tree, match.verb, 'iobj');
    case 'by':
      return [...one(agentOf(tree, match.verb)), ...prepositional(tree, match.at, 'by'), ...formerHolder(tree, match)];
    case 'poss':
    case 'any':
      return [];
    case 'in-obj':
      return one(objectOf(tree, match.verb));
    case 'comp':
      return complementsOf(tree, match.at).flatMap((c) => ownSubjects(tree, c));
    case 'in-comp':
      return complementsOf(tree, match.at);
    default:
      return prepositionFillers(tree, match, slot);
  }
}

export function subjectFillers(tree: Tree, match: Match): number[] {
  if (isShifted(tree, match)) return [subjectOf(tree, match.verb)].filter((s) => s !== undefined);
  if (match.as === 'noun' && !match.carrier) return predicateSubject(tree, match.at);
  if (match.as === 'adjective' && isPassive(tree, match.at)) return readySubject(tree, match.at);
  const above = speakerAbove(tree, match);
  if (above !== undefined) return [above];
  const subject = subjectOf(tree, match.verb);
  if (subject === undefined || phraseTokens(tree, subject).includes(match.at)) {
    return match.as === 'noun' ? [] : subject === undefined ? formerHolder(tree, match) : [subject];
  }
  return [subject, ...spelledOut(tree, subject, match.verb)];
}

/**
 * "Oslo condemned the coup that ousted the king and called for talks": words hung on a clause whose subject cannot
 * speak are those of the one who speaks above it.
 */
export function speakerAbove(tree: Tree, match: Match): number | undefined {
  if (match.as !== 'verb' || !match.frame.speech || match.passive) return undefined;
  const token = tree.tokens[match.verb]!;
  const clause = tree.tokens[token.head];
  if (plainRel(token) !== 'conj' || clause?.rel !== 'acl:relcl' || childrenBy(tree, match.verb, 'nsubj').length > 0)
    return undefined;
  const doer = subjectOf(tree, match.verb);
  const speaks =
    doer !== undefined && ((tree.actorAt[doer] ?? -1) >= 0 || tree.forms[doer]!.some((f) => match.frame.voices.has(f)));
  const verb = ancestors(tree, clause.head).find((i) => isVerb(tree.tokens[i]));
  const subject = speaks || verb === undefined ? undefined : subjectOf(tree, verb);
  return subject !== undefined && (tree.actorAt[subject] ?? -1) >= 0 ? subject : undefined;
}

const SHIFTING: ReadonlySet<string> = new Set(['switch', 'shift', 'transfer', 'change', 'move']);

/** "switched its recognition from Oslo to Riga": whoever switches is the doer, and "to" brings the other side. */
function isShifted(tree: Tree, match: Match): boolean {
  if (match.as !== 'noun' || plainRel(tree.tokens[match.at]!) !== 'obj') return false;
  const verb = tree.tokens[match.at]!.head;
  return verb === match.verb && SHIFTING.has(tree.lemmas[verb]!) && prepositional(tree, verb, 'to').length > 0;
}

/** "Eight members, including Oslo and Riga, abstained", "the three hosts (Oslo, Riga and Turku)": who they are. */
function spelledOut(tree: Tree, subject: number, verb: number): number[] {
  const mention = tree.actors[tree.actorAt[subject] ?? -1];
  if (mention !== undefined && !mention.partial && mention.reading !== 'place') return [];
  const named = [...childrenBy(tree, subject, 'nmod'), ...childrenBy(tree, verb, 'obl')];
  const list = childrenBy(tree, subject, 'appos').filter((c) => childrenBy(tree, c, 'conj').length > 0);
  return [...named.filter((c) => caseOf(tree, c) === 'including'), ...list].filter((c) => (tree.actorAt[c] ?? -1) >= 0);
}

/** "warplanes ... and now are poised to": its own subject, else that of the verb it is coordinated with. */
function readySubject(tree: Tree, at: number): number[] {
  const own = childrenBy(tree, at, 'nsubj').slice(0, 1);
  const token = tree.tokens[at]!;
  if (own.length > 0 || token.rel !== 'conj') return own;
  const shared = subjectOf(tree, token.head);
  return shared === undefined ? [] : [shared];
}

/** "has been without an ambassador", "is en route": who is said to be so. */
export function predicateSubject(tree: Tree, at: number): number[] {
  if (childrenBy(tree, at, 'cop').length > 0) return childrenBy(tree, at, 'nsubj').slice(0, 1);
  const token = tree.tokens[at]!;
  // "was in Quito on Monday and in Lima on Tuesday": one copula and one subject for both.
  if (token.rel === 'conj' && childrenBy(tree, token.head, 'cop').length > 0) {
    return childrenBy(tree, token.head, 'nsubj').slice(0, 1);
  }
  const beside = besideOf(tree, at);
  return beside === undefined ? [] : [beside];
}

/** "soldiers held by Chad were handed over": who held them gives them up. */
function formerHolder(tree: Tree, match: Match): number[] {
  const object = match.passive && match.frame.plover === 'RETREAT' ? objectOf(tree, match.verb) : undefined;
  if (object === undefined) return [];
  return childrenBy(tree, object, 'acl').flatMap((c) => agentOf(tree, c) ?? []);
}

const ANSWERS: ReadonlySet<string> = new Set(['claims/agree/accept', 'claims/reject/refuse']);

/** "Oslo's offer was turned down": an answer to what somebody else made. */
export function answersOffer({ frame, passive }: Pick<Match, 'frame' | 'passive'>): boolean {
  return passive && ANSWERS.has(frame.rule);
}

/** "A pledge by Oslo was made public": where no doer stands with the verb, the noun it carries names one. */
function ownersOfWords(tree: Tree, match: Match): number[] {
  if (!match.passive || answersOffer(match)) return [];
  const nouns = match.words.filter((w) => w !== match.at && tree.tokens[w]!.upos === 'NOUN');
  return nouns.flatMap((w) => [
    ...childrenBy(tree, w, 'nmod:poss'),
    ...prepositional(tree, w, 'by'),
    ...prepositional(tree, w, 'from'),
    ...childrenBy(tree, w, 'amod').filter((c) => (tree.actorAt[c] ?? -1) >= 0),
  ]);
}

/** Of "talks with" the object of the carrying verb is the noun itself; only an indirect object counts. */
function nounObject(tree: Tree, match: Match): number[] {
  const object = match.carrier ? objectOf(tree, match.verb) : undefined;
  return object === undefined || phraseTokens(tree, object).includes(match.at) ? [] : [object];
}

export function ownSubjects(tree: Tree, clause: number): number[] {
  const own = childrenBy(tree, clause, 'nsubj', 'nsubj:pass');
  return own.flatMap((s) => conjuncts(tree, s).slice(0, 1));
}

function prepositionFillers(tree: Tree, match: Match, preposition: string): number[] {
  if (isShifted(tree, match)) return ['to', 'of'].includes(preposition) ? prepositional(tree, match.verb, 'to') : [];
  const near = prepositional(tree, match.at, preposition);
  if (near.length > 0) return near;
  // "drew a protest from Riga": where it came from may hang on the verb.
  const carried = match.carrier || (match.as === 'noun' && preposition === 'from');
  if (match.verb !== match.at && carried) return prepositional(tree, match.verb, preposition);
  // "the post in Lima has stood empty": what a state of affairs concerns hangs on its subject
  const opens = match.frame.track === 'mission-staffing';
  const ofSubject = match.frame.places
    ? match.frame.kind === 'status' || opens
    : match.frame.rung === 'entry-into-force';
  if (!ofSubject) return near;
  return subjectFillers(tree, match).flatMap((s) => prepositional(tree, s, preposition));
}
