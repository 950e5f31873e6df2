/** Which drafts are dealings of governments: between two parties, or of one with another's doing. */
import type { ActorCode } from '../model/index.ts';
import { partiesNear, type ReportContext, speakerCodes, treeAt } from './context.ts';
import { DUTY, isDealing, isOrganisation, UNDERTAKING } from './dealing.ts';
import type { Draft } from './draft.ts';
import { type Likely, likelySides } from './likely-side.ts';
import { codesOf, inferredParties, type Party, takenOver } from './parties.ts';
import { tellsOfDealings, tellsOfOthers } from './report-sort.ts';
import { fromToldBefore } from './told-before.ts';

/** Fills a missing side from the report where it is plain, then drops what stays one-sided. */
export function inScope(ctx: ReportContext, drafts: readonly Draft[]): Draft[] {
  if (ctx.short) {
    return drafts.filter((d) => d.actors.length + d.counterparts.length > 0).map((d) => withTheOther(ctx, d));
  }
  if (tellsOfOthers(ctx))
    return drafts.filter((d) => isDealing(ctx, d) && [...d.actors, ...d.counterparts].some(isOfficial));
  const open = tellsOfDealings(ctx, drafts);
  if (!open) return drafts.filter((d) => isDealing(ctx, d) && !guesses(d));
  const full = drafts.map((d) => completed(ctx, drafts, fromToldBefore(ctx, drafts, d)));
  return full.map((d) => underAgreement(ctx, full, d)).filter((d) => isDealing(ctx, d));
}

/** In a text of a sentence or two that names just two sides, the one a claim lacks is the other one. */
function withTheOther(ctx: ReportContext, draft: Draft): Draft {
  const actors = codesOf(draft.actors);
  const counterparts = codesOf(draft.counterparts);
  const [known, ...more] = new Set([...actors, ...counterparts]);
  if (known === undefined || more.length > 0) return draft;
  const named = new Set(ctx.trees.flatMap((t) => t.actors.flatMap((m) => (m.partial ? [] : m.codes))));
  if (named.size !== 2) return draft;
  const other = inferred(
    draft,
    [...named].filter((code) => code !== known),
  );
  if (draft.mutual) return { ...draft, actors: [...draft.actors, ...other] };
  return actors.length > 0 ? { ...draft, counterparts: other } : { ...draft, actors: other };
}

/** A side taken from what the report is about, where it is about no dealings. */
function guesses(draft: Draft): boolean {
  return [...draft.actors, ...draft.counterparts].some((p) => p.inferred && p.mention === null);
}

/** Named through an office, an organ or a seat, not as a team is. */
function isOfficial({ mention }: Party): boolean {
  return mention !== null && ['office', 'organ', 'person', 'mission', 'metonym'].includes(mention.form);
}

/** A doer or partner taken from the report must be near where more than two are told of; else the side stays open. */
function completed(ctx: ReportContext, drafts: readonly Draft[], draft: Draft): Draft {
  if (draft.weak) return draft;
  const full = filledUp(ctx, drafts, draft);
  // Whom a named doer means is weighed against all others already.
  const weighed = !full.mutual && codesOf(draft.actors).length > 0;
  if (full === draft || weighed || isAboutTwo(ctx) || betweenMain(ctx, full)) return full;
  const taken = [...full.actors, ...full.counterparts].filter((p) => p.inferred);
  const reach = draft.mutual ? 1 : 0;
  return taken.every((p) => p.codes.every((code) => isTold(ctx, code, draft.sentence, reach))) ? full : leftOpen(draft);
}

/** One of the two the report is most about, and the other: whoever else it names stands aside. */
function betweenMain(ctx: ReportContext, draft: Draft): boolean {
  if (!standsOut(ctx, RIVAL_SHARE)) return false;
  const main = ctx.parties.slice(0, 2);
  const sides = codesOf([...draft.actors, ...draft.counterparts]);
  return sides.length === 2 && sides.every((code) => main.includes(code));
}

/** Whether a party is named as one in a sentence or up to `back` before it. */
function isTold(ctx: ReportContext, code: ActorCode, sentence: number, back: number): boolean {
  return ctx.trees.some(
    (t) =>
      t.index <= sentence &&
      t.index >= sentence - back &&
      t.actors.some((m) => m.reading !== 'place' && m.codes.includes(code)),
  );
}

function filledUp(ctx: ReportContext, drafts: readonly Draft[], draft: Draft): Draft {
  const known = codesOf([...draft.actors, ...draft.counterparts]);
  if (draft.mutual) return known.length >= 2 ? draft : withPartners(ctx, drafts, draft, known);
  if (known.length === 0 && draft.kind === 'status') return silentSide(ctx, draft);
  if (draft.crowd && known.length === 0) return againstTheOther(ctx, draft);
  if (codesOf(draft.actors).length === 0) return withDoer(ctx, draft, known);
  if (codesOf(draft.counterparts).length > 0 || draft.counterparts.some((p) => p.partial)) return draft;
  if (draft.kind === 'visit' && atHome(ctx, draft, known)) return draft;
  if (draft.elsewhere) return draft.kind === 'visit' ? draft : leftOpen(draft);
  return withCounterpart(ctx, drafts, draft, known);
}

/** One side stands with the words; who the other is the report does not say. */
function leftOpen(draft: Draft): Draft {
  const sides = codesOf([...draft.actors, ...draft.counterparts]).length;
  if (sides !== 1 || codesOf(draft.actors).length === 0 || draft.nominal) return draft;
  return { ...draft, open: true, strength: draft.strength - 0.2 };
}

/** How much less than the second party a third may be named for the report to be about two. */
const THIRD_SHARE = 0.4;

/** A report about two parties: a side that a sentence leaves out is then the other one. Among three or more it is anybody. */
export function isAboutTwo(ctx: ReportContext): boolean {
  return standsOut(ctx, THIRD_SHARE);
}

/** A third party named as often as the second one is no bystander. */
const RIVAL_SHARE = 1;

/** The second party is named so much more often than the third that the report has two main ones. */
function standsOut(ctx: ReportContext, share: number): boolean {
  const [, second, third] = ctx.parties.map((code) => ctx.counts.get(code) ?? 0);
  return third === undefined || third < share * (second ?? 0);
}

/** "Tens of thousands rallied in Havana": of the two the report is about, the one that they do not stand in is meant. */
function againstTheOther(ctx: ReportContext, draft: Draft): Draft {
  const main = ctx.parties.slice(0, 2);
  const tree = treeAt(ctx, draft.sentence);
  const here = main.filter((code) => tree?.actors.some((m) => LANDS.has(m.form) && m.codes.includes(code)));
  const other = main.filter((code) => !here.includes(code));
  if (here.length !== 1 || other.length !== 1) return draft;
  return { ...draft, counterparts: inferred(draft, other), strength: draft.strength - 0.15 };
}

const LANDS: ReadonlySet<string> = new Set(['name', 'capital', 'place', 'demonym', 'adjective']);

/** "Under the arrangement, each side is to decide ...": what follows an agreement binds those who made it. */
function underAgreement(ctx: ReportContext, drafts: readonly Draft[], draft: Draft): Draft {
  if (draft.status !== 'planned' || draft.mutual) return draft;
  const source = drafts
    .filter((d) => d.sentence <= draft.sentence && d.sentence >= draft.sentence - 2 && d !== draft && binds(d))
    .at(-1);
  if (!source) return draft;
  const parties = takenOver([...source.actors, ...source.counterparts]);
  const doers = codesOf(draft.actors);
  if (doers.length === 1) return draft.rule === DUTY || saysUnder(ctx, draft) ? halfOf(draft, source, parties) : draft;
  if (draft.rule !== UNDERTAKING) return draft;
  return { ...draft, ...BOUND, actors: parties, counterparts: [], mutual: true, rung: draft.rung ?? source.rung };
}

const BOUND = {
  kind: 'commitment',
  status: 'agreed',
  statusWhy: 'under an agreement told just before',
  weak: false,
} as const;

/** "under which Oslo will return the boats, and Riga the nets": each half binds one side towards the other. */
function halfOf(draft: Draft, source: Draft, parties: readonly Party[]): Draft {
  const doers = codesOf(draft.actors);
  const sides = codesOf(parties);
  const others = sides.filter((code) => !doers.includes(code));
  if (others.length === 0 || others.length === sides.length) return draft;
  const counterparts = codesOf(draft.counterparts).length > 0 ? draft.counterparts : inferred(draft, others);
  return { ...draft, ...BOUND, counterparts, rung: draft.rung ?? source.rung };
}

/** "Under the accord, ...", "a protocol under which ...", "in return for which ...". */
function saysUnder(ctx: ReportContext, draft: Draft): boolean {
  const tree = treeAt(ctx, draft.sentence);
  const papers = ctx.lexicon.lists.get('agreements');
  if (!tree || !papers) return false;
  return tree.lemmas.some((l, i) => {
    if (l !== 'under') return false;
    return tree.lemmas[i + 1] === 'which' || tree.lemmas.slice(i + 1, i + 6).some((next) => papers.has(next));
  });
}

function binds(draft: Draft): boolean {
  if (draft.status === 'denied' || draft.background) return false;
  return draft.kind === 'agreement' && codesOf([...draft.actors, ...draft.counterparts]).length >= 2;
}

const DONE_TO: ReadonlySet<string> = new Set(['RETREAT', 'COERCE', 'SANCTION', 'CONCEDE', 'REQUEST']);

/** What is said no to was another side's wish; what is blocked, delayed or annulled may be anybody's. */
const SAID_NO: ReadonlySet<string> = new Set('refuse reject deny turn decline rebuff spurn send'.split(' '));

/** What gangs do as well as governments: nobody's unless they are named. */
const CRIMES: ReadonlySet<string> = new Set(['kidnap', 'abduct', 'hijack', 'torture', 'murder', 'kill']);

/** "were handed over": the doer of a passive towards one of two main parties is the other. */
function withDoer(ctx: ReportContext, draft: Draft, known: readonly ActorCode[]): Draft {
  const refused = draft.plover === 'REJECT' && SAID_NO.has(draft.triggerLemma);
  const done = (draft.passive || draft.kind === 'sanction') && (refused || DONE_TO.has(draft.plover ?? ''));
  if (!(done || isAwaited(draft)) || known.length !== 1 || CRIMES.has(draft.triggerLemma)) return draft;
  const other = ctx.parties.slice(0, 2).filter((code) => !known.includes(code));
  if (other.length !== 1) return draft;
  return { ...draft, actors: inferred(draft, other), strength: draft.strength - 0.15 };
}

/** "A Latvian request has gone unanswered": the other side owes the answer. */
function isAwaited(draft: Draft): boolean {
  return draft.kind === 'status' && draft.status === 'ongoing' && draft.plover === 'REJECT' && !draft.nominal;
}

/** "There is no answer", said by one of two main parties: the other one is silent. */
function silentSide(ctx: ReportContext, draft: Draft): Draft {
  const speaker = draft.utterance ? speakerCodes(ctx, draft.utterance) : [];
  const main = ctx.parties.slice(0, 2);
  const other = main.filter((code) => !speaker.includes(code));
  if (main.length < 2 || other.length !== 1) return draft;
  const counterparts = inferred(
    draft,
    main.filter((code) => speaker.includes(code)),
  );
  return { ...draft, actors: inferred(draft, other), counterparts, strength: draft.strength - 0.15 };
}

/** "The president arrived in Philadelphia": a journey within one's own country has no host. */
function atHome(ctx: ReportContext, draft: Draft, known: readonly ActorCode[]): boolean {
  const tree = treeAt(ctx, draft.sentence);
  return (tree?.actors ?? []).some((m) => m.reading === 'place' && m.codes.some((code) => known.includes(code)));
}

function withPartners(ctx: ReportContext, drafts: readonly Draft[], draft: Draft, known: readonly ActorCode[]): Draft {
  // "a NATO summit": the members of an organisation meet among themselves.
  if (draft.kind === 'meeting' && known.length === 1 && isOrganisation(ctx, known[0]!)) return draft;
  const aside = new Set([...codesOf(draft.mediators), ...tellersOf(ctx, draft)]);
  const near = partiesNear(ctx, draft.sentence, new Set([...known, ...aside]));
  // What two sides agreed or signed needs both; a meeting or a noun may be anybody's.
  const brought = draft.mediators.length > 0;
  const plain = brought || (!draft.nominal && (draft.kind !== 'meeting' || draft.status === 'denied'));
  // "the dialogue, which Oslo broke off, may resume": a meeting to come of which one main side is named is that of both.
  const main = ctx.parties.slice(0, 2);
  const ahead = ['planned', 'hypothetical', 'conditional'].includes(draft.status);
  const open = draft.kind === 'meeting' && !draft.nominal && ahead && known.length === 0;
  const half = open && near.length === 1 && main.includes(near[0]!);
  const both = plain || half ? [...new Set([...near, ...mainBut(ctx, codesOf(draft.mediators))])] : near;
  // "the settlement of the issue": a noun by itself tells of no agreement between those the report is about.
  if (draft.nominal && known.length === 0) return draft;
  const likely = likelySides(ctx, drafts, draft, known).filter((l) => !aside.has(l.code));
  const wanted = known.length === 0 ? both.slice(0, 2) : likeliest(likely);
  if (wanted.length === 0) return draft;
  return { ...draft, actors: [...draft.actors, ...inferred(draft, wanted)], strength: draft.strength - 0.12 };
}

/** Of a meeting told as a noun in what somebody says, who says it is no partner unless nobody else is. */
function tellersOf(ctx: ReportContext, draft: Draft): readonly ActorCode[] {
  if (!draft.nominal || !draft.utterance || codesOf(draft.actors).length === 0) return [];
  const speaker = speakerCodes(ctx, draft.utterance);
  return speaker.some((code) => ctx.parties.slice(0, 2).includes(code)) ? [] : speaker;
}

function mainBut(ctx: ReportContext, not: readonly ActorCode[]): ActorCode[] {
  return ctx.parties.filter((code) => !not.includes(code)).slice(0, 2);
}

const TOGETHER: ReadonlySet<string> = new Set(['SUPPORT', 'CONCEDE', 'COOPERATE', 'AGREE']);

/** Below this chance of the likeliest party the other side is left open: filled, it would be wrong more often than right. */
const LEAST_CHANCE = 0.35;
/** How much likelier than the next one it must be: two that are told of alike leave the side open. */
const LEAD = 1.01;

function withCounterpart(
  ctx: ReportContext,
  drafts: readonly Draft[],
  draft: Draft,
  known: readonly ActorCode[],
): Draft {
  // What two sides do for each other is not done to a third that stands nearby.
  if (codesOf(draft.actors).length >= 2 && TOGETHER.has(draft.plover ?? '')) return draft;
  if (ctx.parties.slice(0, 2).every((code) => known.includes(code))) return draft;
  const near = goesBetween(ctx, draft, known)
    ? partiesNear(ctx, draft.sentence, new Set(known)).slice(0, 2)
    : likeliest(likelySides(ctx, drafts, draft, known));
  if (near.length === 0) return leftOpen(draft);
  if (!wereNamed(ctx, near, draft.sentence)) return draft;
  return { ...draft, counterparts: inferred(draft, near), strength: draft.strength - 0.12 };
}

/** The answer in the next sentence may name whom a demand is made to. */
const ANSWER_REACH = 1;

/** What is told before the other side is even named is not done to it: reports on home affairs come to neighbours late. */
function wereNamed(ctx: ReportContext, codes: readonly ActorCode[], sentence: number): boolean {
  const told = ctx.trees.filter((t) => t.index <= sentence + ANSWER_REACH);
  const named = new Set(told.flatMap((t) => t.actors.flatMap((m) => m.codes)));
  return codes.every((code) => named.has(code));
}

function likeliest([first, second]: readonly Likely[]): ActorCode[] {
  const clear = first !== undefined && first.chance >= LEAST_CHANCE && first.chance >= LEAD * (second?.chance ?? 0);
  return clear ? [first.code] : [];
}

/** What outsiders ask of both, and what they welcome that both have made, by class. */
const BOTH_SHARE: ReadonlyMap<string, string> = new Map([
  ['REQUEST', 'calm'],
  ['SUPPORT', 'joint-texts'],
]);

/** Neither of the two the report is about: its good offices are meant for both, and so is what it says of what both did. */
function goesBetween(ctx: ReportContext, draft: Draft, known: readonly ActorCode[]): boolean {
  const main = ctx.parties.slice(0, 2);
  if (main.some((code) => known.includes(code))) return false;
  const tree = treeAt(ctx, draft.sentence);
  const words = ctx.lexicon.lists.get('good-offices');
  if (tree?.lemmas.some((l) => words?.has(l))) return true;
  const list = BOTH_SHARE.get(draft.plover ?? '') ?? '';
  const shared = tree?.lemmas.some((l) => ctx.lexicon.lists.get(list)?.has(l));
  if (shared === true && !tree!.actors.some((m) => main.some((code) => m.codes.includes(code)))) return true;
  return main.every((code) => tree?.actors.some((m) => m.reading === 'actor' && m.codes.includes(code)));
}

function inferred(draft: Draft, codes: readonly ActorCode[]): Party[] {
  return inferredParties(codes, draft.trigger);
}
