/** Which matter a draft belongs to, and whether leaders deal with each other in it. */
import { mattersBefore, type ReportContext } from './context.ts';
import type { Filled } from './roles.ts';
import { chooseTrack, trackWeights } from './track.ts';
import { phraseTokens, type Tree } from './tree.ts';
import type { Verdict } from './verdict.ts';

const LEADER =
  /\b(president|prime minister|premier|chancellor|king|queen|emir|sultan|monarch|head of state|taoiseach|pope)\b/i;
const BELOW_LEADER = /\b(vice|deputy|spokes|office|parliament|council|commission|secretary)\b/i;

/** Leaders on both sides, or one who travels: a summit. */
function betweenLeaders({ actors, counterparts }: Filled): boolean {
  const leaders = [...actors, ...counterparts].filter((p) => {
    const words = `${p.mention?.office ?? ''} ${p.text}`;
    return LEADER.test(words) && !BELOW_LEADER.test(words);
  });
  return leaders.length >= 2 || leaders.some((p) => /presidents|premiers|leaders|prime ministers/i.test(p.text));
}

/** The matter of a draft by its words, its sentence and the report. */
export function trackOf(ctx: ReportContext, tree: Tree, at: number, verdict: Verdict, filled: Filled): string {
  const tokens = phraseTokens(tree, at);
  return chooseTrack(ctx.rules, {
    phrase: trackWeights(ctx.rules, tree, Math.min(...tokens), Math.max(...tokens)),
    sentence: trackWeights(ctx.rules, tree),
    near: mattersBefore(ctx, tree.index),
    impossible: ctx.impossible,
    report: ctx.matters,
    kind: verdict.plover === 'CONSULT' ? 'meeting' : verdict.kind,
    leaders: betweenLeaders(filled),
  });
}
