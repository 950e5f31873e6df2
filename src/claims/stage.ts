/** The claims stage: sentences, dates, actors and utterances of a report in; what the report asserts out. */
import type { Claim, MeaningOf, Outcome } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { againOf } from './again.ts';
import { type ClaimInput, contextOf, type ReportContext } from './context.ts';
import { type Draft, draftsOf, needsFit } from './draft.ts';
import { finished } from './finish.ts';
import { folded } from './fold.ts';
import { withListed } from './listed.ts';
import type { Match } from './match.ts';
import { datedByOccasion } from './occasion.ts';
import { inScope } from './scope.ts';
import { statementsOf } from './statements.ts';
import { withoutSwallowed } from './swallow.ts';
import type { Tree } from './tree.ts';
import { matchesOf } from './triggers.ts';

/**
 * Claims of a report, in order of the text; one claim for each fact, with every sentence that tells it as evidence.
 *
 * @example claimsOf(doc, rules, parser.meaningOf).value[0].status // 'agreed'
 */
export function claimsOf(doc: ClaimInput, rules: Rules, meaningOf: MeaningOf): Outcome<Claim[]> {
  const ctx = contextOf(doc, rules, meaningOf);
  const firm = draftsIn(ctx, doc).flatMap((draft) => {
    const claim = finished(ctx, draft);
    return ctx.short || claim.confidence >= (draft.crowd ? LEAST_OF_CROWDS : LEAST_CONFIDENCE) ? [claim] : [];
  });
  return { value: firm, problems: [] };
}

/** What holds less often than this is not filed: it would cost a reader more to check than to find. A higher floor loses as many right ones as wrong ones. */
const LEAST_CONFIDENCE = 0.41;

/** Crowds stand for no state, and a claim without a doer is held for less sure than it is. */
const LEAST_OF_CROWDS = 0.2;

/** The drafts that become claims, in order of the text. */
export function draftsIn(ctx: ReportContext, { sentences }: ClaimInput): Draft[] {
  const drafts = framed(ctx);
  // Words that turn out to tell no dealing leave what is said with them to be read as a statement; where none does, so does all that is said.
  const dealings = inScope(ctx, drafts);
  const told = withListed(ctx, [...drafts, ...statementsOf(ctx, dealings.length > 0 ? dealings : drafts)]);
  const all = [...told, ...againOf(ctx, told)];
  const once = folded(inScope(ctx, all), (sentence) => sentences[sentence]!).filter((d) => !onlyHeadline(ctx, d));
  return datedByOccasion(ctx, once);
}

/** A headline that runs ahead of its body claims nothing by itself. */
function onlyHeadline(ctx: ReportContext, draft: Draft): boolean {
  return draft.headline && draft.more.length === 0 && ctx.trees.filter((t) => !t.headline).length > 2;
}

/** The readings of the words whose needs are met; words that mean nothing here take nothing with them either. */
function readable(ctx: ReportContext, tree: Tree, match: Match): Match[] {
  const [first, ...others] = [match, ...(match.others ?? [])].filter((m) => needsFit(ctx, tree, m));
  return first ? [{ ...first, others }] : [];
}

function framed(ctx: ReportContext): Draft[] {
  return ctx.trees.flatMap((tree) => {
    const all = matchesOf(tree, ctx.lexicon, ctx.short ? 'short' : 'report').flatMap((m) => readable(ctx, tree, m));
    return withoutSwallowed(tree, all).flatMap((match) => firstTold(ctx, tree, match, all));
  });
}

/** What the best of the frames that share a trigger tells; one whose polarity is not there leaves it to the next. */
function firstTold(ctx: ReportContext, tree: Tree, match: Match, all: readonly Match[]): Draft[] {
  for (const m of [match, ...(match.others ?? [])]) {
    const told = draftsOf(ctx, tree, m, all);
    if (told.length > 0) return told;
  }
  return [];
}
