/** A claim in the making, and how a match becomes one. */
import {
  attributionOf,
  type ClaimKind,
  type PloverClass,
  type RuleId,
  type Rung,
  type Span,
  type Status,
  saying,
  type Utterance,
} from '../model/index.ts';
import { complementsOf, controlsObject } from './arguments.ts';
import { aimsElsewhere } from './bystanders.ts';
import { cueAt, type ReportContext, speakerCodes, speakerOf } from './context.ts';
import { grantedTerm } from './granted-terms.ts';
import { chanceOf } from './likeness/likeness.ts';
import type { Match } from './match.ts';
import { betweenLeaders, isLed, type Topic } from './matter.ts';
import { type Mood, moodOf } from './mood.ts';
import { cuesOf } from './mood-cues.ts';
import { bindsBoth, partiesFor } from './mutual.ts';
import { needsMet } from './needs.ts';
import { codesOf, type Party, shares } from './parties.ts';
import { isFirstSince } from './placed-dates.ts';
import { isUnless } from './provisos.ts';
import type { Filled } from './roles.ts';
import { fillContext, filledIn } from './said-by.ts';
import { answersOffer } from './slots.ts';
import { isAhead, reportDay, type Times, timesOf } from './times.ts';
import { backStory, daysAhead, placedDates } from './told-times.ts';
import type { Tree } from './tree.ts';
import { caseOf, childrenBy, markOf, phraseTokens } from './tree.ts';
import { type Verdict, verdictOf, type Word } from './verdict.ts';

export interface Draft extends Times {
  readonly sentence: number;
  readonly rule: RuleId;
  readonly kind: ClaimKind;
  readonly plover: PloverClass | null;
  readonly status: Status;
  readonly statusWhy: string;
  readonly actors: readonly Party[];
  readonly counterparts: readonly Party[];
  readonly hosts: readonly Party[];
  readonly mediators: readonly Party[];
  readonly mutual: boolean;
  readonly topic: Topic;
  readonly rung: Rung | null;
  readonly utterance: Utterance | null;
  /** The match is itself the act of speaking: its actor is the speaker. */
  readonly speech: boolean;
  readonly trigger: Span;
  /** Start of the words that list it, where it is one of several told alike. */
  readonly item?: number;
  readonly triggerLemma: string;
  readonly background: boolean;
  /** 0 to 1 before calibration: how telling frame, roles and parse are. */
  readonly strength: number;
  readonly nominal: boolean;
  /** The doers may be a crowd without a code. */
  readonly crowd: boolean;
  /** Everyday words: both sides must be named with them. */
  readonly weak: boolean;
  readonly passive: boolean;
  readonly headline: boolean;
  /** The other side is not told and must stay so. */
  readonly open?: boolean;
  /** Whom it is aimed at is told, and is none of the sides known by name. */
  readonly elsewhere?: boolean;
  /** Lemmas of content words around the trigger, for folding repeats. */
  readonly words: ReadonlySet<string>;
  /** Further sentences that supply fields or repeat the claim. */
  readonly more: readonly Span[];
}

/** The draft of a match, one for each thing agreed where several are listed; none where it tells nothing. */
export function draftsOf(ctx: ReportContext, tree: Tree, match: Match, all: readonly Match[]): Draft[] {
  const listed = match.frame.operator ? listedComplements(tree, match) : [];
  const parts = listed.filter((c) => !cueAt(ctx, tree.tokens[c]!.start));
  const made = parts.length < 2 ? [null] : parts;
  return made.flatMap((part) => {
    const draft = draftOf(ctx, tree, match, part);
    if (draft && isFigure(match, draft)) return [];
    return draft ? [aboutAnother(ctx, meetingPromised(tree, match, part, all, draft))] : [];
  });
}

/** "coming home" in a quotation is a figure of speech, no journey. */
function isFigure({ frame }: Match, draft: Draft): boolean {
  return frame.weak === true && frame.kind === 'visit' && draft.utterance?.quoted === 'verbatim';
}

const CHARGES: ReadonlySet<string> = new Set(['allege', 'accuse']);
const CHARGED: ReadonlySet<string> = new Set(['REQUEST', 'REJECT', 'COERCE', 'SANCTION', 'ASSAULT', 'THREATEN']);

/** "Cairo wants a quarrel, the minister claimed": told of the other side by its opponent, it accuses. */
function aboutAnother(ctx: ReportContext, draft: Draft): Draft {
  const u = draft.utterance;
  if (!u || draft.speech === false || !CHARGES.has(u.act) || !CHARGED.has(draft.plover ?? '')) return draft;
  const speaker = speakerCodes(ctx, u);
  const mention = speakerOf(ctx, u);
  const others = codesOf(draft.actors);
  if (!mention || speaker.length === 0 || others.length === 0 || shares(speaker, others)) return draft;
  const party: Party = { ...mention, codes: speaker, mention };
  return {
    ...draft,
    kind: 'statement',
    plover: 'ACCUSE',
    status: 'alleged',
    statusWhy: 'told of the other side by its opponent',
    actors: [party],
    counterparts: draft.actors,
  };
}

const HARMS: ReadonlySet<string> = new Set(['SANCTION', 'ASSAULT', 'COERCE']);

/** A promise to meet again keeps the class of the meeting; of harm it is a threat. */
function meetingPromised(tree: Tree, match: Match, part: number | null, all: readonly Match[], draft: Draft): Draft {
  if (match.frame.plover !== 'AGREE' || !match.frame.operator || match.frame.kind === 'offer') return draft;
  const heads = part === null ? complementsOf(tree, match.at) : [part];
  const first = all.find((m) => heads.includes(m.verb) && (m.as === 'verb' || m.carrier));
  if (draft.status === 'denied' || draft.plover === 'REJECT') return draft;
  if (first?.frame.plover === 'CONSULT') return { ...draft, plover: 'CONSULT' };
  const harm = HARMS.has(first?.frame.plover ?? '') && ['conditional', 'hypothetical'].includes(draft.status);
  return harm ? { ...draft, plover: 'THREATEN', kind: 'statement' } : draft;
}

/** "agreed to reopen the border, to resume flights and to meet again": what is listed, clause by clause. */
function listedComplements(tree: Tree, match: Match): number[] {
  const heads = complementsOf(tree, match.at).flatMap((c) => [c, ...listedUnder(tree, c)]);
  return [...new Set(heads)]
    .filter((c) => tree.tokens[c]?.upos === 'VERB' && !standsApart(tree, heads[0]!, c))
    .sort((a, b) => a - b);
}

/** "urged them to leave, and ships have begun to sail": a clause with a subject of its own is not part of the list. */
function standsApart(tree: Tree, first: number, at: number): boolean {
  if (at === first || markOf(tree, first) !== 'to') return false;
  return childrenBy(tree, at, 'nsubj', 'nsubj:pass').length > 0;
}

/** Parsers hang the second "to ..." of a list on the first: after a comma it stands beside it. */
function listedUnder(tree: Tree, first: number): number[] {
  // "ready to allow Oslo, as the chair, to play a part": what the other side is let do stands in no list.
  if (controlsObject(tree, first)) return [];
  // "proposed holding a summit, to outline steps": of another form it is the aim, no second thing proposed.
  if (tree.tokens[first]?.xpos === 'VBG') return [];
  return childrenBy(tree, first, 'advcl', 'xcomp').flatMap((c) => {
    const mark = childrenBy(tree, c, 'mark').find((m) => tree.lemmas[m] === 'to');
    if (mark === undefined || tree.tokens[mark - 1]?.text !== ',') return [];
    return [c, ...childrenBy(tree, c, 'conj')];
  });
}

const LENGTHS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year', 'decade']);

/** "has been cut off for two years", "have occupied since the war". */
function lastsSince(tree: Tree, match: Match): boolean {
  if (isFirstSince(tree)) return false;
  return childrenBy(tree, match.verb, 'obl', 'nmod').some((c) => {
    const marked = caseOf(tree, c);
    return marked === 'since' || (marked === 'for' && tree.forms[c]!.some((f) => LENGTHS.has(f)));
  });
}

/** Who tells it and how its dates lie to the day of the report. */
function wordOf(
  ctx: ReportContext,
  tree: Tree,
  match: Match,
  utterance: Utterance | null,
  filled: Filled,
  placed: ReturnType<typeof placedDates>,
  mood: Mood,
): Word {
  const day = reportDay(ctx.report);
  const own = placed.filter((d) => d.place === 'own');
  const ahead = own.filter((d) => isAhead(d, day));
  return {
    utterance,
    own: utterance !== null && shares(speakerCodes(ctx, utterance), codesOf(filled.actors)),
    short: ctx.short,
    dated: ahead.length > 0,
    soon: ahead.some((d) => daysAhead(d.value.earliest, day) < SOON_DAYS),
    since: own.some((d) => d.mention.signal === 'since') || lastsSince(tree, match),
    unless: isUnless(tree, mood.condition),
  };
}

interface Placed {
  readonly match: Match;
  /** The one of several listed things the draft is about. */
  readonly part: number | null;
  readonly placed: ReturnType<typeof placedDates>;
  readonly mood: Mood;
  readonly verdict: Verdict;
  readonly utterance: Utterance | null;
}

/** Occurs, said and due of a draft, from the dates placed around its match. */
function timesFor(ctx: ReportContext, tree: Tree, { match, part, placed, mood, verdict, utterance }: Placed): Times {
  const { frame } = match;
  const mine =
    part === null ? placed : placed.filter((d) => d.place !== 'below' || within(tree, part, d.mention.start));
  const past = utterance === null && mood.tense === 'past';
  const told = timesOf({
    report: ctx.report,
    placed: mine,
    mood,
    status: verdict.status,
    kind: verdict.kind,
    operator: (frame.operator || frame.speech) ?? false,
    lasting: frame.lasting ?? false,
    saidBefore: null,
    reported: utterance !== null,
    inherited: past ? backStory(ctx, tree, reportDay(ctx.report)) : null,
  });
  return { ...told, due: told.due ?? grantedTerm(ctx, tree, match, told.occurs) };
}

function draftOf(ctx: ReportContext, tree: Tree, match: Match, part: number | null): Draft | null {
  const { frame } = match;
  const trigger = triggerSpan(tree, match, part);
  const utterance = saying(ctx.utterances, tree.tokens[match.at]!);
  const mood = moodOf(tree, match, cuesOf(ctx.rules));
  const filled = filledIn(ctx, tree, match, utterance);
  if (!needsMet(tree, match, frame, filled, fillContext(ctx))) return null;
  if (frame.speech && !ctx.short && !hasVoice(match, filled)) return null;
  if (filled.domestic && !ctx.short) return null;
  const placed = placedDates(ctx, tree, match, mood);
  const day = reportDay(ctx.report);
  const word = wordOf(ctx, tree, match, utterance, filled, placed, mood);
  const verdict = verdictOf(frame, mood, word);
  const timed = placed.some((d) => d.place === 'own');
  if (match.as === 'noun' && !match.carrier && frame.weak && !ctx.short && !timed) return null;
  if (!verdict || (frame.onlyNegated && !mood.effects.has('negated'))) return null;
  const times = timesFor(ctx, tree, { match, part, placed, mood, verdict, utterance });
  const scope = part ?? match.at;
  const mutual = bindsBoth(tree, match, filled);
  const joint = mutual && frame.mutualIfPlural === true;
  const status = statusHeard(
    ctx,
    utterance,
    filled,
    statusAmong(ctx, utterance, filled, verdict, joint),
    verdict.plover,
  );
  const boundAlone = frame.mutualIfPlural === true && !mutual && verdict.kind === 'agreement';
  return {
    ...times,
    sentence: tree.index,
    rule: frame.rule,
    kind: boundAlone ? 'commitment' : verdict.kind,
    plover: verdict.plover,
    status,
    statusWhy: verdict.why,
    ...partiesFor(tree, match, filled, mutual),
    mutual,
    topic: topicOf(tree, scope, frame.track ?? null, filled),
    rung: frame.rung ?? null,
    utterance: attributionOf(ctx.utterances, trigger).utterance,
    speech: frame.speech ?? false,
    trigger,
    triggerLemma: tree.lemmas[match.at]!,
    background: isBackground(times, day, mood),
    strength: strengthOf(tree, match, filled, mood),
    nominal: match.as === 'noun' && !match.carrier && childrenBy(tree, match.at, 'cop').length === 0,
    crowd: frame.crowd ?? false,
    weak: needsBothNamed(match, verdict, word.own) && !isLikely(ctx, tree, verdict),
    passive: match.passive,
    elsewhere: aimsElsewhere(tree, match),
    headline: tree.headline,
    words: contentWords(tree, scope),
    more: [],
  };
}

function topicOf(tree: Tree, at: number, fixed: string | null, { actors, counterparts }: Filled): Topic {
  const parties = [...actors, ...counterparts];
  return {
    sentence: tree.index,
    at,
    words: null,
    fixed,
    leaders: betweenLeaders(tree, parties),
    leader: isLed(parties),
  };
}

/** Words need somebody who says them. */
function hasVoice(match: Match, filled: Filled): boolean {
  return answersOffer(match) || filled.actors.some((p) => p.partial || p.codes.length > 0);
}

/** Everyday words want both sides named; of "will not retaliate" the other side is the one the report is about. */
function needsBothNamed({ frame }: Match, verdict: Verdict, own: boolean): boolean {
  const forgone = own && verdict.plover === 'AGREE' && frame.plover !== 'AGREE';
  return frame.weak === true && !forgone && !(frame.onlyFuture === true && verdict.status === 'denied');
}

/** Sentences of such words tell of this class often: everyday words may then be read with one side named. */
function isLikely(ctx: ReportContext, tree: Tree, { kind, plover }: Verdict): boolean {
  return !ctx.short && chanceOf(ctx, tree, kind, plover) >= LIKELY;
}

/** Chance from which on everyday words were right as often as others on reports that took no part. */
const LIKELY = 0.25;

/** Whether the needs of a match's frame are met in its sentence. */
export function needsFit(ctx: ReportContext, tree: Tree, match: Match): boolean {
  const utterance = saying(ctx.utterances, tree.tokens[match.at]!);
  const filled = filledIn(ctx, tree, match, utterance);
  return needsMet(tree, match, match.frame, filled, fillContext(ctx));
}

function within(tree: Tree, part: number, offset: number): boolean {
  const [first, last] = tree.spans[part]!;
  return offset >= tree.tokens[first]!.start && offset < tree.tokens[last]!.end;
}

/** What both sides announce together each has agreed to. */
function bothSay(ctx: ReportContext, utterance: Utterance | null, filled: Filled): boolean {
  const speakers = utterance === null ? [] : speakerCodes(ctx, utterance);
  return speakers.length === 2 && codesOf(filled.actors).every((code) => speakers.includes(code));
}

/** What all sides plan, or what both announce together, is agreed. */
function statusAmong(
  ctx: ReportContext,
  utterance: Utterance | null,
  filled: Filled,
  { kind, status }: Verdict,
  joint: boolean,
): Status {
  if (status !== 'planned') return status;
  return joint || (kind === 'commitment' && bothSay(ctx, utterance, filled)) ? 'agreed' : status;
}

const UNNAMED = /\b(source|diplomat)s?\b/i;

/** A demand that only an unnamed third reports is hearsay; so is what a cue of doubt carries. */
function statusHeard(
  ctx: ReportContext,
  utterance: Utterance | null,
  filled: Filled,
  status: Status,
  plover: PloverClass | null,
): Status {
  if (!utterance || shares(speakerCodes(ctx, utterance), codesOf(filled.actors))) return status;
  if (status === 'agreed' && utterance.act === 'allege') return 'alleged';
  const [first] = utterance.chain;
  const unnamed = first.link === 'speaker' && first.name === null && UNNAMED.test(first.role ?? '');
  const doubted = status === 'demanded' || (status === 'happened' && plover !== 'CONSULT');
  return unnamed && doubted ? 'alleged' : status;
}

function triggerSpan(tree: Tree, match: Match, part: number | null): Span {
  const words = part === null ? match.words : [part];
  const first = tree.tokens[Math.min(...words)]!;
  const last = tree.tokens[Math.max(...words)]!;
  return { start: first.start, end: last.end };
}

const SOON_DAYS = 60;

/** Older history: told with a day well before the report, or in the pluperfect with a day of its own. */
function isBackground(times: Times, day: string | null, mood: Mood): boolean {
  const latest = times.occurs?.text ? times.occurs.latest : null;
  if (day === null || latest === null) return false;
  const days = (Date.parse(day) - Date.parse(latest)) / 86_400_000;
  return days > 45 || (mood.tense === 'pluperfect' && days > 14);
}

function strengthOf(tree: Tree, match: Match, filled: Filled, mood: Mood): number {
  const margin = tree.tokens[match.at]?.margin ?? 0.5;
  const named = filled.counterparts.some((p) => p.codes.length > 0) ? 0.15 : 0;
  const acting = filled.actors.some((p) => p.codes.length > 0) ? 0.15 : 0;
  const firm = filled.firm ? 0.1 : 0;
  const loose = mood.tense === 'nominal' ? -0.1 : 0;
  return Math.max(
    0.05,
    Math.min(0.95, 0.25 * match.frame.weight + 0.3 * margin + 0.15 + named + acting + firm + loose),
  );
}

const SKIPPED: ReadonlySet<string> = new Set(['DET', 'ADP', 'PUNCT', 'AUX', 'PRON', 'CCONJ', 'SCONJ', 'PART', 'SYM']);

export function contentWords(tree: Tree, at: number): Set<string> {
  const out = new Set<string>();
  for (const i of phraseTokens(tree, at)) {
    if (!SKIPPED.has(tree.tokens[i]!.upos)) out.add(tree.lemmas[i]!);
  }
  return out;
}
