/** Which matter a draft belongs to, and whether leaders deal with each other in it. */
import type { ActorMention } from '../model/index.ts';
import type { ReportContext } from './context.ts';
import type { Filled } from './roles.ts';
import { chooseTrack } from './track.ts';
import type { Tree } from './tree.ts';
import type { Verdict } from './verdict.ts';

const LEADER =
  /\b(presidents?|prime ministers?|premiers?|chancellors?|king|queen|emir|sultan|monarch|crown prince|heads? of (state|government)|leaders?|taoiseach|pope)\b/i;
const BELOW_LEADER = /\b(vice|deputy|spokes\w*|office|parliament|council|commission|secretary)\b/i;

function isLeader(words: string): boolean {
  return LEADER.test(words) && !BELOW_LEADER.test(words);
}

function wordsOf(mention: ActorMention | null, text: string): string {
  return `${mention?.office ?? ''} ${text}`;
}

/** "the presidents met", "Yeltsin received Kuchma", or leaders of two of the parties named beside the act. */
function betweenLeaders(tree: Tree, parties: Filled['actors']): boolean {
  const leaders = parties.filter((p) => isLeader(wordsOf(p.mention, p.text)));
  if (leaders.length >= 2) return true;
  if (leaders.some((p) => /presidents|premiers|leaders|prime ministers/i.test(p.text))) return true;
  const codes = new Set(parties.flatMap((p) => p.codes));
  const led = tree.actors.filter((m) => m.kind === 'person' && isLeader(wordsOf(m, m.text)));
  return new Set(led.flatMap((m) => m.codes.filter((code) => codes.has(code)))).size >= 2;
}

/** The matter of a draft by its words, its sentence and the report. */
export function trackOf(ctx: ReportContext, tree: Tree, at: number, verdict: Verdict, filled: Filled): string {
  const parties = [...filled.actors, ...filled.counterparts];
  return chooseTrack(ctx.rules, ctx.matters, tree, at, {
    kind: verdict.kind,
    plover: verdict.plover,
    leaders: betweenLeaders(tree, parties),
    leader: parties.some((p) => isLeader(wordsOf(p.mention, p.text))),
  });
}
