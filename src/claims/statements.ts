/** Statements without a frame: what a side says about another, classed by the words of praise, blame or demand in it. */
import type { ClaimKind, PloverClass, RuleId, Status, Utterance } from '../model/index.ts';
import { actsBeside, toldWith } from './answers.ts';
import { partiesNear, type ReportContext, speakerCodes, speakerOf, treeAt } from './context.ts';
import { contentWords, type Draft } from './draft.ts';
import type { Match } from './match.ts';
import type { Topic } from './matter.ts';
import type { Mood } from './mood.ts';
import { canAct, inferredParties, type Party, partyOf, wholeParty } from './parties.ts';
import { datesAround, type PlacedDate } from './placed-dates.ts';
import { isAboutTwo } from './scope.ts';
import { shortAnswer } from './short-answers.ts';
import { timesOf } from './times.ts';
import { childrenBy, markOf, type Tree } from './tree.ts';

interface Sense {
  readonly rule: RuleId;
  readonly kind: ClaimKind;
  readonly plover: PloverClass | null;
  readonly status: Status;
  readonly why: string;
}

/** One statement for each utterance of a side that no frame has read. */
export function statementsOf(ctx: ReportContext, drafts: readonly Draft[]): Draft[] {
  const told: Draft[] = [];
  for (const u of ctx.utterances) {
    const covered = drafts.some(
      (d) => !d.nominal && u.content.some((c) => d.trigger.start >= c.start && d.trigger.start < c.end),
    );
    const cued = drafts.some((d) => d.trigger.start < u.cue.end && u.cue.start < d.trigger.end);
    const draft = covered || cued ? null : statementOf(ctx, u, [...drafts, ...told]);
    if (draft) told.push(draft);
  }
  return told;
}

function statementOf(ctx: ReportContext, u: Utterance, before: readonly Draft[]): Draft | null {
  const speaker = speakerCodes(ctx, u);
  const first = u.content[0];
  if (speaker.length === 0 || !first || u.act === 'expect') return null;
  const tree = ctx.trees.find((t) => t.sentence.start <= first.start && first.start < t.sentence.end);
  const cueTree = treeAt(ctx, u.sentence);
  if (!tree || !cueTree || tooThin(tree, u)) return null;
  if (isConditional(cueTree, u)) return null;
  const sense = senseOf(ctx, tree, u);
  const meant = towards(ctx, tree, u, speaker, sense);
  const counterparts = meant.length > 0 ? meant : answered(ctx, tree, u, speaker, sense, before);
  if (counterparts.length === 0 && (ctx.short || !meansSomebody(tree, u, sense))) return null;
  if (!ctx.short && sense.rule === 'claims/statement/position') return null;
  const words = tokensIn(tree, first.start, first.end);
  const middle = words[0] ?? 0;
  return {
    ...statementTimes(ctx, cueTree, u, sense),
    sentence: tree.index,
    rule: sense.rule,
    kind: sense.kind,
    plover: sense.plover,
    status: sense.status,
    statusWhy: sense.why,
    actors: [speakerParty(ctx, u, speaker)],
    counterparts,
    hosts: [],
    mediators: [],
    mutual: false,
    topic: topicSaid(tree, words),
    rung: null,
    utterance: u,
    speech: true,
    trigger: { start: first.start, end: Math.min(first.end, tree.sentence.end) },
    triggerLemma: u.verb,
    background: false,
    strength: 0.35 + (counterparts[0]?.inferred ? 0 : 0.15) + (sense.plover ? 0.1 : 0),
    nominal: false,
    crowd: false,
    weak: false,
    passive: false,
    headline: tree.headline,
    words: contentWords(tree, middle),
    more: [],
  };
}

/** "unless Oslo agrees to give way": said in a condition, nobody has said it. */
function isConditional(tree: Tree, u: Utterance): boolean {
  const at = tree.tokens.findIndex((t) => t.start >= u.cue.start && t.end <= u.cue.end);
  return at >= 0 && /^(?:if|unless|until|provided|once|whether)$/.test(markOf(tree, at));
}

const THIN = 4;

function tooThin(tree: Tree, u: Utterance): boolean {
  const first = u.content[0]!;
  const tokens = tokensIn(tree, first.start, first.end);
  // "calling on the premier in the evening" asks for nothing: it is a visit.
  const opens = tree.tokens[tokens[0] ?? 0]?.upos === 'PROPN' && (tree.actorAt[tokens[0] ?? 0] ?? -1) >= 0;
  const asksNothing = u.act === 'demand' && opens && !tokens.some((i) => tree.tokens[i]!.upos === 'VERB');
  return (tokens.length < THIN && shortAnswer(tree, tokens) === null) || asksNothing;
}

function tokensIn(tree: Tree, start: number, end: number): number[] {
  return tree.tokens.flatMap((t, i) => (t.start >= start && t.end <= end ? [i] : []));
}

function speakerParty(ctx: ReportContext, u: Utterance, codes: readonly string[]): Party {
  const m = speakerOf(ctx, u);
  if (m) return wholeParty(m, m.codes.length > 0 ? m.codes : codes);
  const text = ctx.report.text.slice(u.cue.start, u.cue.end);
  return { codes, text, start: u.cue.start, end: u.cue.end, mention: null, partial: false };
}

/** Named in what is said, then addressed. A statement about nobody is no dealing between parties. */
function towards(ctx: ReportContext, tree: Tree, u: Utterance, speaker: readonly string[], sense: Sense): Party[] {
  const named = tree.actors.filter(
    (m) => canAct(m) && u.content.some((c) => m.start >= c.start && m.end <= c.end) && others(m.codes, speaker),
  );
  if (named.length > 0) return dedupe(named.map(partyOf));
  const addressee = u.addressee === null ? undefined : ctx.actors[u.addressee];
  if (addressee && others(addressee.codes, speaker)) return [partyOf(addressee)];
  if (!speaksOfPair(u, sense) && !retorts(ctx, speaker, sense) && !rulesOut(ctx, tree, u, speaker, sense)) return [];
  const near = partiesNear(ctx, tree.index, new Set(speaker)).slice(0, 1);
  return inferredParties(near, u.content[0]!);
}

const SAID_TO: ReadonlySet<string> = new Set(
  ['blame', 'refusal', 'negation', 'untrue', 'retort', 'threat'].map((id) => `claims/statement/${id}`),
);

/** What is denied, refused or blamed with nobody named is said to whom the speaker had to do with just before. */
function answered(
  ctx: ReportContext,
  tree: Tree,
  u: Utterance,
  speaker: readonly string[],
  sense: Sense,
  before: readonly Draft[],
): Party[] {
  if (ctx.short || !SAID_TO.has(sense.rule)) return [];
  const from = u.content[0]!;
  const tokens = tokensIn(tree, from.start, from.end);
  if (sense.rule === 'claims/statement/negation' && !deniesAll(tree, tokens)) return [];
  const told = toldWith(before, from.start, tree.index, speaker);
  return inferredParties(told.length > 0 ? told : actsBeside(ctx, tree.index, speaker), from);
}

const CUED: ReadonlySet<string> = new Set([
  'deny',
  'allege',
  'accuse',
  'demand',
  'ask',
  'threaten',
  'promise',
  'offer',
]);
const AGAINST: ReadonlySet<PloverClass> = new Set(['ACCUSE', 'REJECT', 'THREATEN']);

/**
 * Words of blame, refusal, threat or "must" are meant for somebody, whom the report tells. What one hopes, promises or thinks
 * needed may be home matter, and so may be what only the cue calls a charge or a threat.
 */
function meansSomebody(tree: Tree, u: Utterance, { plover }: Sense): boolean {
  if (plover === null || (CUED.has(u.act) && !u.negated)) return false;
  const { start, end } = u.content[0]!;
  return AGAINST.has(plover) || tokensIn(tree, start, end).some((i) => tree.lemmas[i] === 'must');
}

/** Of two sides that a report is about, the one that snaps back turns down what the other wants. */
function retorts(ctx: ReportContext, speaker: readonly string[], sense: Sense): boolean {
  return (
    sense.rule === 'claims/statement/retort' &&
    isAboutTwo(ctx) &&
    ctx.parties.slice(0, 2).some((c) => speaker.includes(c))
  );
}

const DENYING: ReadonlySet<string> = new Set(['claims/statement/negation', 'claims/statement/untrue']);

/** A side that blames in quotation marks means the other main side of the report, where it names nobody. */
function speaksOfPair(u: Utterance, sense: Sense): boolean {
  return sense.plover === 'ACCUSE' && u.quoted !== 'none';
}

/** "The question of permits is not linked to anything", said by one of the two the report is about, is said to the other. */
function rulesOut(ctx: ReportContext, tree: Tree, u: Utterance, speaker: readonly string[], sense: Sense): boolean {
  if (!DENYING.has(sense.rule) || !ctx.parties.slice(0, 2).some((c) => speaker.includes(c))) return false;
  const first = u.content[0]!;
  const tokens = tokensIn(tree, first.start, first.end);
  const inside = new Set(tokens);
  const top = tokens.find((i) => !inside.has(tree.tokens[i]!.head));
  if (top === undefined) return false;
  if (isAboutTwo(ctx) && (sense.rule === 'claims/statement/untrue' || deniesAll(tree, tokens))) return true;
  const subject = childrenBy(tree, top, 'nsubj')[0];
  const judged = childrenBy(tree, top, 'cop', 'aux:pass').length > 0;
  return judged && subject !== undefined && tree.tokens[subject]!.upos === 'NOUN';
}

function others(codes: readonly string[], speaker: readonly string[]): boolean {
  return codes.length > 0 && codes.some((c) => !speaker.includes(c));
}

function dedupe(parties: readonly Party[]): Party[] {
  const seen = new Set<string>();
  return parties.filter((p) => {
    const key = p.codes.join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const AHEAD: ReadonlySet<string> = new Set('will would shall should must may might can could to'.split(' '));

/** "agreed that both have made progress": nobody promises what is done. */
function toldAsDone(tree: Tree, tokens: readonly number[]): boolean {
  if (tokens.some((i) => AHEAD.has(tree.lemmas[i]!))) return false;
  return tokens.some((i) => tree.lemmas[i] === 'have' && tree.tokens[i]!.rel === 'aux');
}

/** What the content does: calls for, blames, praises, refuses, denies, or only states. */
function senseOf(ctx: ReportContext, tree: Tree, u: Utterance): Sense {
  const first = u.content[0]!;
  const tokens = tokensIn(tree, first.start, first.end);
  const lemmas = tokens.map((i) => tree.lemmas[i]!);
  const line = ` ${lemmas.join(' ')} `;
  const has = (list: string): string | undefined => {
    const set = ctx.lexicon.lists.get(list);
    return lemmas.find((l) => set?.has(l)) ?? [...(set ?? [])].find((p) => p.includes(' ') && line.includes(` ${p} `));
  };
  const act = u.negated ? 'say' : u.act;
  const named = (
    id: string,
    plover: PloverClass | null,
    status: Status,
    why: string,
    kind: ClaimKind = 'statement',
  ): Sense => ({
    rule: `claims/statement/${id}`,
    kind,
    plover,
    status,
    why,
  });
  if (act === 'deny') return named('denial', null, 'denied', `the cue "${u.verb}"`);
  if (act === 'allege' && !has('blame')) return named('position', null, 'alleged', `the cue "${u.verb}"`);
  if (act === 'accuse' || act === 'allege') return named('accusation', 'ACCUSE', 'alleged', `the cue "${u.verb}"`);
  if (act === 'demand' || act === 'ask') return named('demand', 'REQUEST', 'demanded', `the cue "${u.verb}"`);
  if (act === 'threaten')
    return named('threat', 'THREATEN', conditional(tree, tokens) ? 'conditional' : 'happened', `the cue "${u.verb}"`);
  if (act === 'promise' && !toldAsDone(tree, tokens))
    return named('promise', 'AGREE', 'planned', `the cue "${u.verb}"`, 'commitment');
  if (act === 'offer')
    return named(
      'offer',
      'AGREE',
      conditional(tree, tokens) ? 'conditional' : 'offered',
      `the cue "${u.verb}"`,
      'offer',
    );
  const answer = shortAnswer(tree, tokens);
  if (answer === 'untrue') return named('untrue', null, 'denied', 'said to be untrue');
  if (answer === 'refusal') return named('refusal', 'REJECT', 'happened', 'the answer is no');
  const threat = has('threat');
  const condition = conditional(tree, tokens) ? 'conditional' : 'happened';
  if (threat && !ownSubject(ctx, tree, u)) return named('threat', 'THREATEN', condition, `"${threat}"`);
  const refusal = has('refuse');
  if (refusal) return named('refusal', 'REJECT', 'happened', `"${refusal}"`);
  const call = has('call');
  if (call) return named('call', 'REQUEST', conditional(tree, tokens) ? 'conditional' : 'demanded', `"${call}"`);
  const untrue = has('untrue');
  if (untrue) return named('untrue', null, 'denied', `"${untrue}"`);
  const negated = mainNegated(tree, tokens) && !isModest(tree, tokens);
  const blame = has('blame');
  if (blame) return named('blame', 'ACCUSE', 'happened', `"${blame}"`);
  const unwilling = ctx.short && tokens.some((i) => ['will', 'would'].includes(tree.lemmas[i]!));
  if (negated && unwilling) return named('refusal', 'REJECT', 'happened', 'the side says what it will not do');
  if (negated) return named('negation', null, 'denied', 'the main verb is negated');
  const praise = has('praise');
  if (praise) return named('praise', 'SUPPORT', 'happened', `"${praise}"`);
  if (ctx.lexicon.lists.get('retorts')?.has(u.verb))
    return named('retort', 'REJECT', 'happened', `the cue "${u.verb}"`);
  return named('position', null, 'happened', 'said as it stands');
}

/** "We face serious consequences": who bears the harm itself threatens nobody. */
function ownSubject(ctx: ReportContext, tree: Tree, u: Utterance): boolean {
  const bearing = tree.tokens.findIndex((t, i) => t.start >= u.content[0]!.start && BEARING.has(tree.lemmas[i]!));
  const subject = bearing < 0 ? undefined : childrenBy(tree, bearing, 'nsubj')[0];
  if (subject === undefined) return false;
  const codes = tree.actors[tree.actorAt[subject] ?? -1]?.codes ?? [];
  return /^(we|our|i)$/.test(tree.lemmas[subject]!) || codes.some((code) => speakerCodes(ctx, u).includes(code));
}

const BEARING: ReadonlySet<string> = new Set(['face', 'pay', 'bear', 'suffer']);

/** "I don't think, "we do not know": no denial of anything. */
function isModest(tree: Tree, tokens: readonly number[]): boolean {
  return tokens
    .slice(0, 5)
    .some((i) => ['think', 'know', 'believe', 'want', 'see', 'understand'].includes(tree.lemmas[i]!));
}

function conditional(tree: Tree, tokens: readonly number[]): boolean {
  return tokens.some((i) => ['if', 'unless', 'provided'].includes(tree.lemmas[i]!));
}

const NONE_AT_ALL: ReadonlySet<string> = new Set(['no', 'none', 'nothing', 'nobody', 'neither']);

/** "that no contract existed", "there was no promise", "has not a single boot there", "nobody was picked out": said of none at all. */
function deniesAll(tree: Tree, tokens: readonly number[]): boolean {
  const inside = new Set(tokens);
  const top = tokens.find((i) => !inside.has(tree.tokens[i]!.head));
  if (top === undefined) return false;
  return childrenBy(tree, top, 'nsubj', 'nsubj:pass', 'obj').some((c) => {
    if (NONE_AT_ALL.has(tree.lemmas[c]!) && tree.lemmas[c] !== 'no') return true;
    const before = childrenBy(tree, c, 'det', 'advmod', 'nummod', 'amod').map((d) => tree.lemmas[d]!);
    return before.includes('no') || (before.includes('not') && before.some((l) => ONE.has(l)));
  });
}

const ONE: ReadonlySet<string> = new Set(['a', 'one', 'single']);

function mainNegated(tree: Tree, tokens: readonly number[]): boolean {
  const inside = new Set(tokens);
  const top = tokens.find((i) => !inside.has(tree.tokens[i]!.head)) ?? tokens[0]!;
  if (NONE_AT_ALL.has(tree.lemmas[tokens[0] ?? 0]!) || deniesAll(tree, tokens)) return true;
  return childrenBy(tree, top, 'advmod', 'neg').some((c) => ['not', "n't", 'n’t', 'never'].includes(tree.lemmas[c]!));
}

/** What is said tells its matter; it hangs on the head of the words said. */
function topicSaid(tree: Tree, words: readonly number[]): Topic {
  const said = new Set(words);
  const at = words.find((i) => !said.has(tree.tokens[i]!.head)) ?? words[0] ?? 0;
  return { sentence: tree.index, at, words: null, fixed: null, leaders: false, leader: false };
}

const PLAIN: Mood = { effects: new Set(), tense: 'past', insideCondition: false, why: [], chain: [], condition: null };

function statementTimes(ctx: ReportContext, cueTree: Tree, u: Utterance, sense: Sense) {
  const cue = cueTree.tokens.findIndex((t) => t.start >= u.cue.start && t.end <= u.cue.end);
  const at = Math.max(cue, 0);
  const match = { at, verb: at, words: [at], frame: { kind: sense.kind } } as unknown as Match;
  const mood = { ...PLAIN, chain: [] };
  const placed = datesAround(cueTree, match, mood, ctx.datesOf.get(cueTree.index) ?? [], () => false).flatMap(
    (d): PlacedDate[] => {
      if (d.place === 'own') return [{ ...d, place: 'cue' }];
      // "Asked for an answer before the season opens in March": what is asked or promised has its term in what is said.
      const said = u.content.some((c) => d.mention.start >= c.start && d.mention.end <= c.end);
      return said && sense.status !== 'happened' && d.place !== 'after' ? [d] : [];
    },
  );
  return timesOf({
    report: ctx.report,
    placed,
    mood,
    status: sense.status,
    kind: sense.kind,
    operator: false,
    lasting: false,
    saidBefore: null,
    reported: true,
    inherited: null,
  });
}
