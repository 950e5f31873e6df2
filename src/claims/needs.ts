/** Whether what a frame asks for is there: a speaker, a traveller, a crowd, somebody else to act. */
import { complementsOf, objectOf, prepositional, subjectOf } from './arguments.ts';
import { tellsDuty } from './duties.ts';
import type { Frame } from './lexicon.ts';
import type { Match } from './match.ts';
import { codesOf, type Party, partiesIn } from './parties.ts';
import { any, type FillContext, type Filled } from './roles.ts';
import { answersOffer, ownSubjects, speakerAbove, subjectFillers } from './slots.ts';
import { childrenBy, conjuncts, isPassive, markOf, phraseTokens, type Tree } from './tree.ts';

/** True where the frame's own needs are met by what was filled. */
export function needsMet(tree: Tree, match: Match, frame: Frame, filled: Filled, ctx: FillContext): boolean {
  if (frame.speech && !ctx.anyNoun && !speaks(tree, match)) return false;
  for (const need of frame.needs ?? []) {
    if (need === 'counterpart' && !filled.firm && !blamesWhat(tree, match, filled, ctx)) return false;
    if (need === 'object' && objectOf(tree, match.at) === undefined) return false;
    if (need === 'complement' && match.words.length < 2 && complementsOf(tree, match.at).length === 0) return false;
    if (need === 'two' && sides(filled.actors) + sides(filled.counterparts) < 2) return false;
    if (need === 'state-object' && !filled.counterparts.some((p) => p.codes.length > 0)) return false;
    if (need === 'with-or-plural' && !withOrPlural(tree, match, filled)) return false;
    if (need === 'official' && !officialSubject(tree, match)) return false;
    if (need === 'request' && !asksForSomething(tree, match)) return false;
    if (need === 'doer' && !ctx.anyNoun && !hasDoer(tree, match)) return false;
    if (need === 'no-stranger' && !ctx.anyNoun && meetsStranger(tree, match, filled)) return false;
    if (need === 'forces' && !forcesMove(tree, match)) return false;
    if (need === 'people' && !ctx.anyNoun && !crowdSubject(tree, match)) return false;
    if (need === 'intransitive' && childrenBy(tree, match.at, 'obj').length > 0) return false;
    if (need === 'undertaking' && agreesOnFact(tree, match)) return false;
    if (need === 'owner' && filled.actors.length === 0) return false;
    if (need === 'force' && !ctx.anyNoun && !usesForce(tree, match, filled)) return false;
    if (need === 'other-doer' && !otherDoer(tree, match)) return false;
    if (need === 'wish' && !wishesForSomething(tree, match)) return false;
    if (need === 'own-envoy' && !isOwnEnvoy(tree, match)) return false;
    if (need === 'others-envoy' && isOwnEnvoy(tree, match)) return false;
    if (need === 'bidden' && !isBidden(tree, match)) return false;
    if (need === 'passive' && !match.passive) return false;
    if (need === 'charged' && !complementsOf(tree, match.at).some((c) => isDeedOfAnother(tree, c))) return false;
    if (need === 'duty' && !complementsOf(tree, match.at).some((c) => tellsDuty(tree, c))) return false;
    if (need === 'mission' && !filled.counterparts.some((p) => p.mention?.form === 'mission')) return false;
    if (need === 'apart' && !standApart(filled)) return false;
  }
  return true;
}

const ATTACKS: ReadonlySet<string> = new Set(
  'attack bombing killing massacre shooting blast explosion murder assassination terrorism'.split(' '),
);

/** "Oslo voiced its dismay", "was furious": whose doing it is the report tells; of an attack it may be anybody's. */
function blamesWhat(tree: Tree, { at, frame, passive }: Match, filled: Filled, ctx: FillContext): boolean {
  if (ctx.anyNoun || passive || !frame.speech || frame.weak || frame.plover !== 'ACCUSE') return false;
  // Where it takes a further word to make blame of it, so much is no more than a remark.
  if (frame.clauseSet) return false;
  return codesOf(filled.actors).length > 0 && !phraseTokens(tree, at).some((i) => any(tree, i, ATTACKS));
}

/** "Kenyan and Tanzanian police" are two sides in one name. */
function sides(parties: readonly Party[]): number {
  return parties.reduce((sum, p) => sum + Math.max(1, p.codes.length), 0);
}

/** Only a side, its people or its papers can demand, promise or blame. */
function speaks(tree: Tree, match: Match): boolean {
  if ((match.as === 'noun' && !match.carrier) || speakerAbove(tree, match) !== undefined) return true;
  const subject = match.as === 'adjective' ? subjectFillers(tree, match)[0] : subjectOf(tree, match.verb);
  if (subject === undefined) return !isPassive(tree, match.verb) || match.as === 'noun' || answersOffer(match);
  if ((tree.actorAt[subject] ?? -1) >= 0 || any(tree, subject, match.frame.voices)) return true;
  return phraseTokens(tree, subject).includes(match.at);
}

/** "met traders", "met with fans": somebody is met, and it is no party. */
function meetsStranger(tree: Tree, match: Match, filled: Filled): boolean {
  if (filled.counterparts.some((p) => p.codes.length > 0) || filled.actors.length > 1) return false;
  const others = [objectOf(tree, match.at), ...prepositional(tree, match.at, 'with')].filter((o) => o !== undefined);
  return others.some((o) => (tree.actorAt[o] ?? -1) < 0 && !any(tree, o, match.frame.voices));
}

/** "Two warships sailed for": the subject is somebody's forces. */
function forcesMove(tree: Tree, match: Match): boolean {
  const subject = isPassive(tree, match.verb) ? objectOf(tree, match.verb) : subjectOf(tree, match.verb);
  if (subject === undefined) return false;
  const counted = /^(thousand|hundred|dozen|score|number|bulk|some|rest|group|column|wave|detachment)s?$/.test(
    tree.lemmas[subject] ?? '',
  );
  const heads = counted ? phraseTokens(tree, subject) : conjuncts(tree, subject);
  return heads.some((i) => any(tree, i, match.frame.doers));
}

/** People take to the street; a ministry that protests complains. */
function crowdSubject(tree: Tree, match: Match): boolean {
  const subject = subjectOf(tree, match.verb);
  if (subject === undefined) return false;
  const mention = tree.actors[tree.actorAt[subject] ?? -1];
  return (
    mention === undefined || mention.form === 'demonym' || mention.form === 'adjective' || mention.kind === 'group'
  );
}

/** A side or its forces kill; an event noun in their place names no doer. */
function hasDoer(tree: Tree, match: Match): boolean {
  const subject = subjectOf(tree, match.verb);
  if (subject === undefined) return false;
  const mention = tree.actors[tree.actorAt[subject] ?? -1];
  // "bombings at embassies, which killed": a building kills nobody.
  if (mention !== undefined) return mention.form !== 'mission';
  return any(tree, subject, match.frame.doers) && partiesIn(tree, subject).length > 0;
}

/** A side or its people travel on business; its tourists do not. */
function officialSubject(tree: Tree, match: Match): boolean {
  // "is expected in Manila": who is expected travels.
  const subject = match.passive ? objectOf(tree, match.verb) : subjectOf(tree, match.verb);
  if (subject === undefined) return false;
  const mention = tree.actors[tree.actorAt[subject] ?? -1];
  // "Ten Danish fishermen arrived": people of a land who hold no office go home, not on a visit.
  const common = mention !== undefined && NATIONALS.has(mention.form) && tree.tokens[mention.head]?.upos === 'NOUN';
  return (mention !== undefined && !common) || any(tree, mention?.head ?? subject, match.frame.officials);
}

const NATIONALS: ReadonlySet<string> = new Set(['adjective', 'demonym']);

const WONDER: ReadonlySet<string> = new Set(['whether', 'if', 'why', 'how', 'when']);

/** "asked Minsk to", "asked for a loan", "demanded an apology"; not "asked about the loan", not "Why?", he asked. */
function asksForSomething(tree: Tree, match: Match): boolean {
  const asked = complementsOf(tree, match.at).filter((c) => c > match.at);
  if (asked.some((c) => WONDER.has(markOf(tree, c)))) return false;
  if (asked.length > 0 || match.words.length > 1) return true;
  if (prepositional(tree, match.at, 'for').length > 0) return true;
  if (childrenBy(tree, match.at, 'advcl').some((c) => markOf(tree, c) === 'for')) return true;
  const object = objectOf(tree, match.at);
  return object !== undefined && (tree.actorAt[object] ?? -1) < 0;
}

/** "wants Minsk to buy": somebody else is to act. */
function otherDoer(tree: Tree, match: Match): boolean {
  const others = [objectOf(tree, match.at), ...complementsOf(tree, match.at).flatMap((c) => ownSubjects(tree, c))];
  return (
    others.some((o) => o !== undefined && partiesIn(tree, o).length > 0) && complementsOf(tree, match.at).length > 0
  );
}

/** "wants a corridor", "wants the men sent back": a thing, or something to be done by others; not "wants to sell". */
function wishesForSomething(tree: Tree, match: Match): boolean {
  const object = objectOf(tree, match.at);
  if (object !== undefined) return match.at < object && (tree.actorAt[object] ?? -1) < 0;
  return complementsOf(tree, match.at).some((c) => ownSubjects(tree, c).length > 0);
}

/** "is fighting to keep the boy", "the boat sank": an aim or a mishap, nobody's force. */
function usesForce(tree: Tree, match: Match, filled: Filled): boolean {
  if (match.as !== 'verb') return true;
  if (match.passive) return true;
  return filled.actors.length > 0 && complementsOf(tree, match.at).length === 0;
}

const DUTY: ReadonlySet<string> = new Set(['must', 'should', 'ought', 'shall']);

/** "told Minsk to leave", "insists that Minsk leave": what follows is bidden, not told. */
function isBidden(tree: Tree, match: Match): boolean {
  const object = objectOf(tree, match.at);
  const addressed = object !== undefined && partiesIn(tree, object).length > 0;
  return complementsOf(tree, match.at).some((c) => {
    if (markOf(tree, c) === 'to') return addressed;
    const doer = ownSubjects(tree, c)[0];
    if (doer === undefined || partiesIn(tree, doer).length === 0) return false;
    const aux = childrenBy(tree, c, 'aux').map((a) => tree.lemmas[a]!);
    if (aux.length > 0) return aux.some((a) => DUTY.has(a));
    const { xpos, text } = tree.tokens[c]!;
    // "insisted that Lima cut its fleet": a past that looks like the bare form is one.
    if (xpos === 'VBD' && text.toLowerCase() === tree.lemmas[c]) return true;
    return xpos === 'VB' || (xpos === 'VBP' && /^NNP?$/.test(tree.tokens[doer]!.xpos));
  });
}

/** "summoned its ambassador to Lima": one's own, called home; of a passive the owner may be anybody. */
function isOwnEnvoy(tree: Tree, match: Match): boolean {
  const object = match.as === 'verb' && !match.passive ? objectOf(tree, match.at) : undefined;
  if (object === undefined) return false;
  const before = childrenBy(tree, object, 'nmod:poss', 'amod').map((c) => tree.tokens[c]!);
  if (before.some((t) => t.upos === 'PRON')) return true;
  if (!before.some((t) => /^\p{Lu}/u.test(t.text))) return false;
  const subject = subjectOf(tree, match.verb);
  const owners = codesOf(partiesIn(tree, object));
  return subject !== undefined && owners.length === 1 && codesOf(partiesIn(tree, subject)).join() === owners[0];
}

/** The sides are not the same. */
function standApart(filled: Filled): boolean {
  const actors = new Set(codesOf(filled.actors));
  const others = codesOf(filled.counterparts);
  return others.length > 0 && others.every((code) => !actors.has(code));
}

function withOrPlural(tree: Tree, match: Match, filled: Filled): boolean {
  if (filled.actors.length > 1 || filled.actors.some((p) => p.codes.length > 1)) return true;
  if (isPassive(tree, match.verb)) return false;
  return filled.counterparts.length > 0;
}

const MODAL: ReadonlySet<string> = new Set('will would shall should must may might can could need ought'.split(' '));
const DONE: ReadonlySet<string> = new Set(['has', 'have', 'had', 'was', 'were', 'is', 'are']);

/** "agreed that both have made progress" judges what is; it undertakes nothing. */
function agreesOnFact(tree: Tree, match: Match): boolean {
  const said = complementsOf(tree, match.at).filter((c) => markOf(tree, c) === 'that');
  if (said.length === 0) return false;
  return said.every((c) => {
    const aux = childrenBy(tree, c, 'aux', 'cop').map((a) => tree.tokens[a]!.text.toLowerCase());
    if (aux.some((a) => MODAL.has(a))) return false;
    return aux.some((a) => DONE.has(a)) || tree.tokens[c]!.xpos === 'VBD';
  });
}

/** "maintains that Minsk moved the buoys": a deed told as done by a side that is named; not what it is, has or owes. */
function isDeedOfAnother(tree: Tree, clause: number): boolean {
  const doer = childrenBy(tree, clause, 'nsubj')[0];
  if (doer === undefined || tree.tokens[doer]!.upos === 'PRON' || partiesIn(tree, doer).length === 0) return false;
  if (tree.tokens[clause]!.upos !== 'VERB' || childrenBy(tree, clause, 'advmod').some((c) => tree.lemmas[c] === 'not'))
    return false;
  const helped = childrenBy(tree, clause, 'aux').map((c) => tree.lemmas[c]!);
  return helped.length === 0 ? tree.tokens[clause]!.xpos === 'VBD' : helped.every((l) => l === 'have' || l === 'be');
}
