/** Fills the roles of a match in its report: what the sentence leaves out is taken from earlier words, who speaks and who is addressed. */
import type { Utterance } from '../model/index.ts';
import { objectOf, subjectOf } from './arguments.ts';
import { somethingActs, strangerActs } from './bystanders.ts';
import { type ReportContext, speakerOf } from './context.ts';
import { withEarlier } from './earlier.ts';
import type { Match } from './match.ts';
import { withNeighbours, withSharedSide } from './neighbours.ts';
import { canAct, codesOf, partyOf, shares, wholeParty } from './parties.ts';
import { type FillContext, type Filled, rolesOf } from './roles.ts';
import { childrenBy, phraseTokens, type Tree } from './tree.ts';

/** Roles from the sentence, then from an earlier naming of the same things, then from who speaks and who is addressed. */
export function filledIn(ctx: ReportContext, tree: Tree, match: Match, utterance: Utterance | null): Filled {
  const named = withEarlier(ctx, tree, match, withNeighbours(tree, match, rolesOf(tree, match, fillContext(ctx))));
  const spoken = withSpeaker(ctx, tree, named, utterance, match);
  const shared = spoken === named ? spoken : withSharedSide(tree, match, spoken);
  return withOtherSide(ctx, tree, withOwn(ctx, tree, shared, utterance, match), utterance, match);
}

const made = new WeakMap<ReportContext, FillContext>();

/** What filling needs to know of the report; made once for all its matches. */
export function fillContext(ctx: ReportContext): FillContext {
  const known = made.get(ctx);
  if (known) return known;
  const speakers = new Set(ctx.utterances.flatMap((u) => speakerOf(ctx, u)?.start ?? []));
  const fill = {
    text: ctx.report.text,
    anyNoun: ctx.short,
    speakers,
    main: new Set(ctx.parties.slice(0, 2)),
    organisations: ctx.organisations,
  };
  made.set(ctx, fill);
  return fill;
}

const ACTS: ReadonlySet<string> = new Set(['REJECT', 'REQUEST', 'ACCUSE', 'THREATEN']);

/** An act of speech is meant for somebody: for who is addressed, in a bare sentence for the one other side named. */
function withOtherSide(
  ctx: ReportContext,
  tree: Tree,
  filled: Filled,
  utterance: Utterance | null,
  match: Match,
): Filled {
  const own = codesOf(filled.actors);
  if (!ctx.short || own.length === 0 || match.frame.mutual || codesOf(filled.counterparts).length > 0) return filled;
  if (!ACTS.has(match.frame.plover) && utterance === null) return filled;
  const addressee = utterance?.addressee == null ? undefined : ctx.actors[utterance.addressee];
  const others = addressee ? [addressee] : ACTS.has(match.frame.plover) ? tree.actors : [];
  const named = others.filter((m) => canAct(m, 'yes') && m.codes.length > 0 && !shares(m.codes, own));
  const codes = new Set(named.flatMap((m) => m.codes));
  return codes.size === 1 ? { ...filled, counterparts: named.slice(0, 1).map(partyOf) } : filled;
}

/** A minister who says that somebody was detained is not the one who did it. */
const DONE_TO_OTHERS: ReadonlySet<string> = new Set(['COERCE', 'SANCTION', 'ASSAULT', 'MOBILIZE', 'PROTEST']);

/** "they seized our boats": what is done to one's own is done to the speaker's side. */
function withOwn(ctx: ReportContext, tree: Tree, filled: Filled, utterance: Utterance | null, match: Match): Filled {
  const mention = speakerOf(ctx, utterance);
  const object = match.as === 'verb' ? objectOf(tree, match.at) : undefined;
  if (!mention || object === undefined || codesOf(filled.counterparts).length > 0) return filled;
  const ours = phraseTokens(tree, object).some((i) => OURS.test(tree.tokens[i]!.text));
  const doers = codesOf(filled.actors);
  if (!ours || mention.codes.length === 0 || doers.length === 0 || shares(doers, mention.codes)) return filled;
  return { ...filled, counterparts: [partyOf(mention)] };
}

const OURS = /^(our|us|ours)$/i;

/** In "we handed over our note" the doer is the speaker's side. */
function withSpeaker(
  ctx: ReportContext,
  tree: Tree,
  filled: Filled,
  utterance: Utterance | null,
  match: Match,
): Filled {
  const joined = withOneself(ctx, tree, filled, utterance, match);
  if (joined !== filled) return joined;
  const mention = speakerOf(ctx, utterance);
  if (filled.actors.length > 0 || !mention || match.as === 'noun') return filled;
  if (strangerActs(ctx, tree, match)) return filled;
  if (match.frame.mutualIfPlural && match.passive) return filled;
  if (DONE_TO_OTHERS.has(match.frame.plover) && (match.passive || somethingActs(tree, match))) return filled;
  if (match.frame.speech && match.passive) return filled;
  if (mention.codes.length === 0) return filled;
  // "Soviet women would be allowed to leave", said in Moscow: one's own people are let go by somebody else.
  const own = codesOf(filled.counterparts);
  if (match.passive && own.length > 0 && own.every((code) => mention.codes.includes(code))) return filled;
  const rest = filled.counterparts.filter((p) => p.start !== mention.start);
  return { ...filled, actors: [wholeParty(mention)], counterparts: rest };
}

/** "Minister Vale and I agreed": the speaker is the other one who did. */
function withOneself(
  ctx: ReportContext,
  tree: Tree,
  filled: Filled,
  utterance: Utterance | null,
  match: Match,
): Filled {
  const subject = match.as === 'verb' ? subjectOf(tree, match.verb) : undefined;
  const oneself = subject === undefined ? [] : childrenBy(tree, subject, 'conj').filter((c) => tree.lemmas[c] === 'i');
  const mention = speakerOf(ctx, utterance);
  if (oneself.length === 0 || !mention || shares(codesOf(filled.actors), mention.codes)) return filled;
  const others = filled.counterparts.filter((p) => !shares(p.codes, mention.codes));
  return { ...filled, actors: [...filled.actors, wholeParty(mention)], counterparts: others };
}
