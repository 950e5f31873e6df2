/** Sides that a claim lacks and a deed told before gives: the same talks, who was asked or made the offer, a deed named again, whom others did it to. */
import type { ActorCode } from '../model/index.ts';
import { objectOf } from './arguments.ts';
import { type ReportContext, speakerCodes, treeAt } from './context.ts';
import type { Draft } from './draft.ts';
import { actingIn, codesOf, inferredParties, type Party, partiesIn, takenOver } from './parties.ts';
import { childrenBy, type Tree } from './tree.ts';

/** The draft with the sides that what was told before gives it. */
export function fromToldBefore(ctx: ReportContext, drafts: readonly Draft[], draft: Draft): Draft {
  const talks = attended(drafts, sameJourney(drafts, sameTalks(ctx, drafts, draft)));
  const owed = askedBefore(drafts, answered(ctx, drafts, talks));
  return oneMoreDoing(drafts, aboutTheMove(ctx, drafts, namedAgain(ctx, drafts, owed)));
}

function inferredAt(draft: Draft, codes: readonly ActorCode[]): Party[] {
  return inferredParties(codes, draft.trigger);
}

/** Drafts of the body told before this one, at most `reach` sentences back, the nearest last. */
function toldBefore(drafts: readonly Draft[], draft: Draft, reach: number): Draft[] {
  return drafts
    .filter(
      (d) =>
        !d.headline && d.trigger.start < draft.trigger.start && d.sentence >= draft.sentence - reach && d !== draft,
    )
    .sort((a, b) => a.trigger.start - b.trigger.start);
}

/** "The next session is to be hosted by Skopje": talks that nobody is named for are those the report told of. */
function sameTalks(ctx: ReportContext, drafts: readonly Draft[], draft: Draft): Draft {
  if (draft.kind !== 'meeting' || !draft.mutual || codesOf([...draft.actors, ...draft.counterparts]).length > 0)
    return draft;
  const tree = treeAt(ctx, draft.sentence);
  if (!tree || !namesTalksAgain(tree)) return draft;
  const told = drafts.filter((d) => d.kind === 'meeting' && d.mutual && codesOf(d.actors).length >= 2);
  const main = told.filter((d) => ctx.parties.slice(0, 2).every((code) => codesOf(d.actors).includes(code)));
  const known = main.length > 0 ? main : told;
  const source = known.filter((d) => d.sentence <= draft.sentence).at(-1) ?? known[0];
  if (!source) return draft;
  const speaking = draft.utterance ? speakerCodes(ctx, draft.utterance) : [];
  const near = actingIn(tree)
    .flatMap((m) => m.codes)
    .filter((code) => !speaking.includes(code));
  // A third side named with them may be who meets.
  if (near.some((code) => !codesOf(source.actors).includes(code))) return draft;
  return { ...draft, actors: inferredAt(draft, codesOf(source.actors)), strength: draft.strength - 0.12 };
}

/** "The invitation was accepted": who answers an offer that nobody is named for is who it was made to. */
function answered(ctx: ReportContext, drafts: readonly Draft[], draft: Draft): Draft {
  const answers = draft.passive && ANSWERS.has(draft.rule) && codesOf(draft.actors).length === 0;
  const offerer = codesOf(draft.counterparts);
  if (answers && offerer.length === 1 && namesOffer(ctx, draft)) return answeredByMain(ctx, draft, offerer[0]!);
  if (!answers || offerer.length > 0) return draft;
  const offers = drafts.filter(
    (d) => d.kind === 'offer' && d.sentence < draft.sentence && d.sentence >= draft.sentence - OFFER_REACH,
  );
  const offer = offers.filter((d) => codesOf(d.actors).length > 0 && codesOf(d.counterparts).length > 0).at(-1);
  if (!offer) return draft;
  return {
    ...draft,
    mutual: false,
    actors: inferredAt(draft, codesOf(offer.counterparts)),
    counterparts: inferredAt(draft, codesOf(offer.actors)),
  };
}

const OFFERS: ReadonlySet<string> = new Set('offer proposal invitation bid suggestion mediation appeal'.split(' '));

function namesOffer(ctx: ReportContext, { sentence, trigger }: Draft): boolean {
  const tree = treeAt(ctx, sentence);
  return (
    tree?.tokens.some((t, i) => t.start >= trigger.start && t.end <= trigger.end && OFFERS.has(tree.lemmas[i]!)) ??
    false
  );
}

/** "Oman's offer was not taken up": of the two the report is about those who did not make it. */
function answeredByMain(ctx: ReportContext, draft: Draft, offerer: ActorCode): Draft {
  const others = ctx.parties.slice(0, 2).filter((code) => code !== offerer);
  return { ...draft, mutual: false, actors: inferredAt(draft, others), strength: draft.strength - 0.1 };
}

const ANSWERS: ReadonlySet<string> = new Set(['claims/agree/accept', 'claims/reject/refuse']);
const OFFER_REACH = 2;

const SERIES: ReadonlySet<string> = new Set(
  'talk round session dialogue meeting negotiation commission summit consultation committee'.split(' '),
);
const AGAIN: ReadonlySet<string> = new Set(
  'the these those both next last previous earlier further follow-up fresh renewed final another second third fourth fifth sixth seventh eighth ninth tenth'.split(
    ' ',
  ),
);

function namesTalksAgain(tree: Tree): boolean {
  return tree.tokens.some((_, i) => {
    const before = (tree.children[i] ?? []).filter((c) => c < i);
    return SERIES.has(tree.lemmas[i]!) && before.some((c) => AGAIN.has(tree.lemmas[c]!));
  });
}

/** "travels to Lima, her first visit abroad": a noun for the journey told in the same sentence goes where that one goes. */
function sameJourney(drafts: readonly Draft[], draft: Draft): Draft {
  if (draft.kind !== 'visit' || !draft.nominal || isSided(draft.counterparts)) return draft;
  const doers = codesOf(draft.actors);
  const told = toldBefore(drafts, draft, 0).findLast(
    (d) => d.kind === 'visit' && codesOf(d.actors).some((code) => doers.includes(code)) && isSided(d.counterparts),
  );
  return told
    ? { ...draft, status: told.status, occurs: told.occurs, counterparts: takenOver(told.counterparts) }
    : draft;
}

/** "The meeting was attended by the Danish minister": with him those who the report said met. */
function attended(drafts: readonly Draft[], draft: Draft): Draft {
  if (draft.kind !== 'meeting' || draft.triggerLemma !== 'attend' || !draft.passive) return draft;
  const here = codesOf([...draft.actors, ...draft.counterparts]);
  const told = toldBefore(drafts, draft, OFFER_REACH).findLast(
    (d) => d.kind === 'meeting' && d.status === draft.status && codesOf(d.actors).length >= 2,
  );
  if (!told || here.length !== 1 || codesOf(told.actors).includes(here[0]!)) return draft;
  return { ...draft, actors: [...draft.actors, ...draft.counterparts, ...takenOver(told.actors)], counterparts: [] };
}

const ASKING = 3;

/** "Riga has yet to answer": who waits is who asked it something just before. */
function askedBefore(drafts: readonly Draft[], draft: Draft): Draft {
  const owed = draft.kind === 'status' && draft.plover === 'REJECT' && draft.status === 'ongoing';
  const silent = codesOf(draft.actors);
  if (!owed || silent.length !== 1 || isSided(draft.counterparts)) return draft;
  const asked = toldBefore(drafts, draft, ASKING).filter((d) => d.plover === 'REQUEST' || d.kind === 'offer');
  const source = asked.findLast(
    (d) => codesOf(d.counterparts).includes(silent[0]!) && !codesOf(d.actors).includes(silent[0]!),
  );
  if (!source || codesOf(source.actors).length === 0) return draft;
  return { ...draft, counterparts: takenOver(source.actors), strength: draft.strength - 0.05 };
}

const NAMED_AGAIN: ReadonlySet<string> = new Set(['SANCTION', 'ASSAULT', 'COERCE', 'RETREAT']);
const AGAIN_REACH = 8;
const STEM = 3;

/** "The expulsion comes amid ...": a noun for a deed told before, of the same sort and stem, has the sides of that deed. */
function namedAgain(ctx: ReportContext, drafts: readonly Draft[], draft: Draft): Draft {
  if (!NAMED_AGAIN.has(draft.plover ?? '') || codesOf(draft.actors).length > 0 || !isNounAgain(ctx, draft))
    return draft;
  const named = codesOf(draft.counterparts);
  const source = toldBefore(drafts, draft, AGAIN_REACH).findLast((d) => {
    const sides = codesOf([...d.actors, ...d.counterparts]);
    const whole = codesOf(d.actors).length > 0 && codesOf(d.counterparts).length > 0;
    const same = d.plover === draft.plover && stemOf(d) === stemOf(draft);
    return whole && same && (named.length === 0 || named.some((code) => sides.includes(code)));
  });
  if (!source) return draft;
  const sides = { actors: takenOver(source.actors), counterparts: takenOver(source.counterparts) };
  return { ...draft, ...sides, nominal: true, rule: source.rule };
}

/** "the expulsion", "this attack": a noun that points at what was told. */
function isNounAgain(ctx: ReportContext, draft: Draft): boolean {
  const tree = treeAt(ctx, draft.sentence);
  const at = tree?.tokens.findIndex((t) => t.start >= draft.trigger.start && t.upos === 'NOUN') ?? -1;
  if (!tree || at < 0 || tree.lemmas[at] !== draft.triggerLemma) return false;
  return childrenBy(tree, at, 'det').some((c) => /^(the|this|that|these|those)$/.test(tree.lemmas[c]!));
}

/** "expel" and "expulsion" share their first letters. */
function stemOf(draft: Draft): string {
  return draft.triggerLemma.slice(0, STEM);
}

const JUDGING: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'REJECT']);
const MOVES: ReadonlySet<string> = new Set('move decision step action measure act switch announcement'.split(' '));
const MOVE_REACH = 2;

/** "Riga condemned the move": meant for whoever made the move told just before, not for those it concerns. */
function aboutTheMove(ctx: ReportContext, drafts: readonly Draft[], draft: Draft): Draft {
  const own = codesOf(draft.actors);
  if (!JUDGING.has(draft.plover ?? '') || !draft.speech || draft.mutual || own.length === 0) return draft;
  const tree = treeAt(ctx, draft.sentence);
  const verb = tree?.tokens.findIndex((t) => t.start === draft.trigger.start) ?? -1;
  const object = tree && verb >= 0 ? objectOf(tree, verb) : undefined;
  if (!tree || object === undefined || !MOVES.has(tree.lemmas[object]!) || !pointsBack(tree, object)) return draft;
  const told = toldBefore(drafts, draft, MOVE_REACH).filter((d) => DEEDS.has(d.kind) && REAL.has(d.status));
  const source = told.findLast((d) => codesOf(d.actors).length > 0 && !codesOf(d.actors).some((c) => own.includes(c)));
  return source ? { ...draft, counterparts: takenOver(source.actors), strength: draft.strength - 0.05 } : draft;
}

const DEEDS: ReadonlySet<string> = new Set([
  'measure',
  'sanction',
  'support',
  'agreement',
  'conflict',
  'plan',
  'visit',
]);
const REAL: ReadonlySet<string> = new Set(['happened', 'ongoing', 'planned', 'agreed']);

/** "the move", "this step", and nobody said to own it. */
function pointsBack(tree: Tree, noun: number): boolean {
  const the = childrenBy(tree, noun, 'det').some((c) => /^(the|this|that|these|those)$/.test(tree.lemmas[c]!));
  return the && partiesIn(tree, noun).every((p) => p.codes.length === 0);
}

const JOINED_IN: ReadonlySet<string> = new Set(['SANCTION', 'ACCUSE']);
const JOINED_REACH = 2;

/** "Oslo cut its ties with Riga. Bern recalled its envoy.": one more side does it to whom the others just did it. */
function oneMoreDoing(drafts: readonly Draft[], draft: Draft): Draft {
  const doers = codesOf(draft.actors);
  if (!JOINED_IN.has(draft.plover ?? '') || draft.mutual || draft.nominal || doers.length === 0) return draft;
  if (isSided(draft.counterparts)) return draft;
  const others = toldBefore(drafts, draft, JOINED_REACH).filter(
    (d) => d.plover === draft.plover && !codesOf(d.actors).some((code) => doers.includes(code)),
  );
  const targets = new Set(others.flatMap((d) => codesOf(d.counterparts)));
  const [target, ...more] = targets;
  if (target === undefined || more.length > 0 || doers.includes(target)) return draft;
  return { ...draft, counterparts: inferredAt(draft, [target]), strength: draft.strength - 0.1 };
}

function isSided(parties: readonly Party[]): boolean {
  return parties.some((p) => p.codes.length > 0 || p.partial);
}
