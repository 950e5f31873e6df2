/** Fills the roles of a match: actors, counterparts, host, mediator, each with the words that name them. */

import type { ActorCode } from '../model/index.ts';
import { complementsOf, objectOf, subjectOf } from './arguments.ts';
import { othersBeside } from './beside.ts';
import { aimsElsewhere, goesBetween, withPlaceHit } from './bystanders.ts';
import type { Match } from './match.ts';
import { nounParty, ownersOf, type Party, partiesBelow, partiesIn, sameCodes, sidesOf, wholeParty } from './parties.ts';
import { fillersOf } from './slots.ts';
import {
  ancestors,
  caseOf,
  childrenBy,
  clauseHead,
  conjuncts,
  markOf,
  phraseSpan,
  phraseTokens,
  plainRel,
  type Tree,
} from './tree.ts';

/** Roles as filled, before the report's context is asked. */
export interface Filled {
  readonly actors: readonly Party[];
  readonly counterparts: readonly Party[];
  readonly hosts: readonly Party[];
  readonly mediators: readonly Party[];
  /** Whether the counterpart stood in a slot of the frame, not just somewhere in the clause. */
  readonly firm: boolean;
  /** The other side named is the doer's own: a senator urges his own government. */
  readonly domestic: boolean;
}

export interface FillContext {
  readonly text: string;
  /** In a text too short to judge relevance by, any named thing may be a party. */
  readonly anyNoun: boolean;
  /** Party mentions that only carry the report ("said the ministry"), by start offset. */
  readonly speakers: ReadonlySet<number>;
  /** What the report is mostly about: only these are taken for a side from anywhere in the clause. */
  readonly main: ReadonlySet<ActorCode>;
  /** Codes that stand for organisations, no states. */
  readonly organisations: ReadonlySet<ActorCode>;
}

const VERB_COUNTERPART = [
  'obj',
  'iobj',
  'with',
  'against',
  'to',
  'from',
  'on',
  'of',
  'for',
  'toward',
  'towards',
  'at',
  'in-obj',
];
const NOUN_ACTOR = ['subj', 'poss', 'by', 'between', 'from'];
const NOUN_COUNTERPART = ['with', 'against', 'to', 'on', 'of', 'between', 'from', 'for', 'toward', 'in'];
const MUTUAL_OTHER = ['with', 'poss', 'between', 'among', 'of', 'obj', 'and'];

export function rolesOf(tree: Tree, match: Match, ctx: FillContext): Filled {
  const { frame } = match;
  const found = fill(tree, match, ctx.anyNoun ? shortActorSlots(tree, match) : actorSlots(tree, match), ctx, []);
  const actors = found.length > 0 ? found : ownersOfPassive(tree, match);
  const elsewhere = !ctx.anyNoun && aimsElsewhere(tree, match);
  const slots = ctx.anyNoun
    ? [...counterpartSlots(match), ...ANYWHERE]
    : counterpartSlots(match).filter((s) => !(elsewhere && s.endsWith('comp')));
  const hosts = frame.host ? fill(tree, match, frame.host, ctx, []) : [];
  const named = fill(tree, match, slots, ctx, actors);
  const coded = named.some((p) => p.codes.length > 0 || p.partial);
  const authors = coded ? [] : othersBeside(tree, match, actors);
  const counterparts = authors.length > 0 ? authors : named;
  const firm = counterparts.length > 0;
  const anywhere = (): Party[] => fallback(tree, match, ctx, [...actors, ...hosts]);
  const among = frame.mutual === true && (isOrganisationAlone(actors, ctx) || sidesOf(actors) > 1);
  const settled = firm || frame.weak === true || elsewhere || frame.kind === 'visit';
  const near = settled ? counterparts : anywhere().filter((p) => !among || goesBetween(tree, p));
  const wider = firm || frame.crowd !== true || ctx.anyNoun ? near : near.filter((p) => !isCrowdsOwn(tree, match, p));
  const between = [...actors, ...wider].filter((p) => frame.mutual === true && goesBetween(tree, p));
  const sides = (parties: readonly Party[]): Party[] => parties.filter((p) => !between.includes(p));
  return {
    actors: sides(actors),
    counterparts: withPlaceHit(tree, match, sides(wider)),
    hosts,
    mediators: [...(frame.mediator ? fill(tree, match, frame.mediator, ctx, []) : []), ...between],
    firm,
    domestic:
      frame.speech === true &&
      (!firm || wider.every((p) => p.mention?.form !== 'name')) &&
      namesOwnSide(tree, match, slots, actors),
  };
}

/** "a summit of the alliance on Latvia": members of an organisation meet among themselves, whatever they speak of. */
function isOrganisationAlone(actors: readonly Party[], ctx: FillContext): boolean {
  return actors.length > 0 && actors.every((p) => p.codes.length === 1 && ctx.organisations.has(p.codes[0]!));
}

/** "Thousands of Cubans marched through Havana": the people and the town are no target of theirs. */
function isCrowdsOwn(tree: Tree, match: Match, { mention }: Party): boolean {
  if (mention === null) return false;
  const [first, last] = tree.spans[subjectOf(tree, match.verb) ?? match.verb] ?? [0, -1];
  const inside = mention.head !== match.verb && mention.head >= first && mention.head <= last;
  return mention.form === 'capital' || (inside && subjectOf(tree, match.verb) !== undefined);
}

/** "Oslo's request was lodged": of a phrase turned round, whose the noun is did it. */
function ownersOfPassive(tree: Tree, match: Match): readonly Party[] {
  if (match.as !== 'verb' || !match.passive || !match.frame.speech) return [];
  const object = objectOf(tree, match.at);
  if (object === undefined || !match.words.includes(object)) return [];
  const makers = childrenBy(tree, object, 'nmod').filter((c) => ['of', 'from', 'by'].includes(caseOf(tree, c)));
  const owners = ownersOf(tree, object);
  return owners.length > 0 ? owners : makers.flatMap((m) => partiesIn(tree, m)).slice(0, 1);
}

/** In a bare sentence the counterpart may stand anywhere, best first. */
const ANYWHERE = ['in-comp', 'against', 'with', 'to', 'for', 'on', 'from', 'in', 'into', 'at', 'of', 'over'] as const;

/** "was arrested in Niger": of a bare passive without a doer the place is the doer. */
function shortActorSlots(tree: Tree, match: Match): readonly string[] {
  const slots = actorSlots(tree, match);
  return match.passive && !match.frame.mutual ? [...slots, 'from', 'in'] : slots;
}

/** "their citizens", "its own nationals" */
function ownedByPronoun(tree: Tree, at: number): boolean {
  return childrenBy(tree, at, 'nmod:poss').some((c) => tree.tokens[c]!.upos === 'PRON');
}

function namesOwnSide(tree: Tree, match: Match, slots: readonly string[], actors: readonly Party[]): boolean {
  const own = (f: number): boolean => any(tree, f, match.frame.people) && ownedByPronoun(tree, f);
  if (fillersOf(tree, match, 'obj').some((f) => own(f) || isOwnDeed(tree, match, f))) return true;
  return slots
    .filter((s) => ['obj', 'iobj', 'on', 'to', 'with', 'against'].includes(s))
    .some((s) => {
      const fillers = fillersOf(tree, match, s).filter((f) => (tree.actorAt[f] ?? -1) >= 0);
      return fillers.some((f) =>
        partiesIn(tree, f).some(
          (p) => p.mention?.form !== 'adjective' && !RECIPROCAL.test(p.text) && sameCodes(p, actors),
        ),
      );
    });
}

const OWN_DEEDS: ReadonlySet<string> = new Set(
  'decision move action policy raid operation conduct stance position record strike'.split(' '),
);

/** "defended its decision", "defended the raid": one's own deed, and support for nobody. */
function isOwnDeed(tree: Tree, match: Match, at: number): boolean {
  if (match.frame.plover !== 'SUPPORT' || !OWN_DEEDS.has(tree.lemmas[at]!) || (tree.actorAt[at] ?? -1) >= 0)
    return false;
  const named = partiesIn(tree, at).some((p) => p.codes.length > 0 && p.mention?.form !== 'reference');
  return !named && (ownedByPronoun(tree, at) || tree.lemmas[match.at] === 'defend');
}

/** "promised each other": to the other side, not to one's own. */
const RECIPROCAL = /^(each other|one another)/i;

function actorSlots(tree: Tree, { frame, as, at, carrier }: Match): readonly string[] {
  const slots = frame.actor ?? (as === 'noun' ? NOUN_ACTOR : ['subj', 'owner']);
  if (as !== 'noun' || (carrier && plainRel(tree.tokens[at]!) !== 'obl')) return slots;
  // "signed it despite objections from Lima": whose the noun itself says it is goes before the subject of the clause.
  const own = childrenBy(tree, at, 'nmod').map((c) => caseOf(tree, c));
  const first = ['by', 'from'].filter((s) => slots.includes(s) && own.includes(s));
  return first.length === 0 ? slots : [...first, ...slots.filter((s) => !first.includes(s))];
}

function counterpartSlots({ frame, as }: Match): readonly string[] {
  if (frame.counterpart) return frame.counterpart;
  if (frame.mutual) return MUTUAL_OTHER;
  const own = as === 'noun' ? NOUN_COUNTERPART : VERB_COUNTERPART;
  return frame.operator ? ['obj', 'iobj', 'comp', ...own.filter((s) => s !== 'obj' && s !== 'iobj'), 'in-comp'] : own;
}

function fill(
  tree: Tree,
  match: Match,
  slots: readonly string[],
  ctx: FillContext,
  taken: readonly Party[],
): readonly Party[] {
  const used = new Set(taken.map((p) => p.start));
  let loose: readonly Party[] = [];
  for (const slot of slots) {
    const fillers = fillersOf(tree, match, slot).filter((f) => !namesTrigger(tree, match, f) || slot.startsWith('in-'));
    const found = partiesOfSlot(tree, match, slot, fillers, ctx)
      .filter((p) => !used.has(p.start))
      .map((p) => wholeBody(match, p));
    const fresh = found.filter((p) => !sameCodes(p, taken));
    if (fresh.length > 0) return ctx.anyNoun ? widened(tree, fresh, fillers, ctx) : fresh;
    if (ctx.anyNoun && loose.length === 0) {
      loose = looseFillers(tree, slot, fillers)
        .flatMap((f) => nounParty(tree, f, ctx.text))
        .filter((p) => !used.has(p.start));
    }
  }
  return loose;
}

/** "became members of the Union": what one becomes a member of is the Union itself, not some of its states. */
function wholeBody(match: Match, party: Party): Party {
  const { mention } = party;
  const isTrigger = mention !== null && party.partial && match.words.includes(mention.head);
  return isTrigger && mention.codes.length > 0 ? wholeParty(mention) : party;
}

/** The object of "declared a state of siege" is part of the trigger, not the side it is done to. */
function namesTrigger(tree: Tree, match: Match, filler: number): boolean {
  if ((tree.actorAt[filler] ?? -1) >= 0) return false;
  if (match.words.includes(filler)) return true;
  if (match.as === 'noun') return false;
  const [first, last] = tree.spans[filler]!;
  // "fell on an island": the preposition of a trigger stands inside the phrase that it brings
  const isOwn = (w: number): boolean => w !== match.at && tree.tokens[w]!.rel !== 'case';
  return match.words.some((w) => isOwn(w) && w >= first && w <= last && w < filler + 4);
}

/** Of a governed clause only its objects and places can be parties. */
function looseFillers(tree: Tree, slot: string, fillers: readonly number[]): readonly number[] {
  if (slot !== 'in-comp') return fillers;
  return fillers.flatMap((f) => childrenBy(tree, f, 'obj', 'obl'));
}

/** Words through which a nationality reaches a doer: "Polish troops" act for Poland, "Polish steelbands" do not. */
function actsForSide(tree: Tree, filler: number, match: Match): boolean {
  if ((tree.actorAt[filler] ?? -1) >= 0) return true;
  return (
    any(tree, filler, match.frame.doers) ||
    any(tree, filler, match.frame.officials) ||
    any(tree, filler, match.frame.voices) ||
    any(tree, filler, match.frame.acting)
  );
}

export function any(tree: Tree, at: number, words: ReadonlySet<string>): boolean {
  return tree.forms[at]?.some((f) => words.has(f)) ?? false;
}

/** Where the whole phrase may be the party, its words are kept whole: "thousands of refugees from Chad". */
function widened(tree: Tree, parties: readonly Party[], fillers: readonly number[], ctx: FillContext): Party[] {
  return parties.map((p) => {
    const filler = fillers.find((f) => {
      const span = phraseSpan(tree, f);
      return span.start <= p.start && p.end <= span.end;
    });
    if (filler === undefined || p.mention === null) return p;
    const span = phraseSpan(tree, filler);
    return { ...p, ...span, text: ctx.text.slice(span.start, span.end) };
  });
}

function partiesOfSlot(tree: Tree, match: Match, slot: string, fillers: readonly number[], ctx: FillContext): Party[] {
  if (slot === 'subj' && match.frame.crowd && ctx.anyNoun) return fillers.flatMap((f) => partiesIn(tree, f, 'yes'));
  if (slot === 'subj' || slot === 'by' || slot === 'surface')
    return fillers.filter((f) => actsForSide(tree, f, match)).flatMap((f) => partiesIn(tree, f));
  if (slot === 'poss') return ownersOf(tree, match.at);
  const places = match.frame.places && slot !== 'subj' ? 'yes' : 'no';
  if (slot === 'in-comp') return fillers.flatMap((f) => towardsBelow(tree, f));
  if (slot === 'in-obj') return fillers.flatMap((f) => partiesBelow(tree, f, places));
  return fillers.flatMap((f) => partiesIn(tree, f, places));
}

/** Parties of a governed clause; a place counts where something goes to it or comes from it, not where it happens. */
function towardsBelow(tree: Tree, clause: number): Party[] {
  const aside = asides(tree, clause);
  const beside = (at: number): boolean => aside.some(([first, last]) => at >= first && at <= last);
  const found = partiesBelow(tree, clause, 'yes').filter((p) => {
    if (p.mention === null || p.mention.reading !== 'place') return true;
    if (tree.tokens[p.mention.head]?.rel === 'obj') return true;
    return TOWARDS.has(caseOf(tree, p.mention.head));
  });
  const meant = found.filter((p) => p.mention === null || !beside(p.mention.head));
  return meant.length > 0 ? meant : found;
}

/** Clauses of reason, time and description inside a governed clause: they tell of others. */
function asides(tree: Tree, clause: number): (readonly [number, number])[] {
  const inside = phraseTokens(tree, clause).flatMap((i) => tree.children[i] ?? []);
  return inside
    .filter(
      (c) =>
        tree.tokens[c]!.rel === 'acl:relcl' || (plainRel(tree.tokens[c]!) === 'advcl' && REASON.has(markOf(tree, c))),
    )
    .map((c) => tree.spans[c]!);
}

const REASON: ReadonlySet<string> = new Set([
  'because',
  'as',
  'since',
  'after',
  'while',
  'when',
  'although',
  'though',
  'before',
]);

const TOWARDS: ReadonlySet<string> = new Set([
  'to',
  'from',
  'with',
  'against',
  'of',
  'into',
  'out of',
  'towards',
  'toward',
]);

/** Any other party of the clause, then of the sentence; speakers of the report do not count. */
function fallback(tree: Tree, match: Match, ctx: FillContext, actors: readonly Party[]): Party[] {
  const taken = new Set(actors.map((p) => p.start));
  const free = (p: Party): boolean =>
    !taken.has(p.start) &&
    !ctx.speakers.has(p.start) &&
    !sameCodes(p, actors) &&
    !(match.frame.plover === 'CONSULT' && isTopic(tree, p, match.verb));
  const scopes = [match.at, match.verb, clauseHead(tree, match.verb)];
  for (const scope of scopes) {
    const found = partiesInClause(tree, scope, ctx).filter(free);
    const central = (p: Party): boolean => ctx.anyNoun || p.codes.some((code) => ctx.main.has(code));
    const named = found.filter((p) => p.codes.length > 0 && (central(p) || goesBetween(tree, p)));
    // "After Monday's meeting the minister said Oslo ...": one name somewhere does not tell who met.
    const lone = match.as === 'noun' && !match.carrier && match.frame.mutual === true && actors.length === 0;
    if (named.length > 0 && !(lone && sidesOf(named) < 2)) return firstGroup(tree, named);
  }
  return [];
}

const TOPICAL: ReadonlySet<string> = new Set(['on', 'about', 'over', 'regarding', 'concerning', 'of']);

/** "exchanged views on the Niger question": what is talked about takes no part. */
function isTopic(tree: Tree, party: Party, verb: number): boolean {
  const head = party.mention?.head;
  if (head === undefined) return false;
  const up = ancestors(tree, head);
  const end = up.indexOf(verb);
  return up.slice(0, end < 0 ? up.length : end).some((i) => TOPICAL.has(caseOf(tree, i)));
}

/** Parties of the clause itself: not those of a clause coordinated with it, hung on it, or told beside it. */
function partiesInClause(tree: Tree, scope: number, ctx: FillContext): Party[] {
  if (ctx.anyNoun) return partiesBelow(tree, scope);
  const tokens = new Set(phraseTokens(tree, scope));
  for (const c of complementsOf(tree, scope)) for (const t of phraseTokens(tree, c)) tokens.add(t);
  return partiesBelow(tree, scope).filter((p) => p.mention !== null && tokens.has(p.mention.head));
}

/** The first party and what is coordinated with it. */
function firstGroup(tree: Tree, parties: readonly Party[]): Party[] {
  const first = parties[0]!;
  const at = first.mention?.head;
  if (at === undefined) return [first];
  const group = new Set(conjuncts(tree, at));
  return parties.filter((p) => p === first || (p.mention !== null && group.has(p.mention.head)));
}
