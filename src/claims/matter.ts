/** Where the matter of a draft is read, and whether leaders deal with each other in it. */
import type { ActorMention } from '../model/index.ts';
import type { Party } from './parties.ts';
import type { Tree } from './tree.ts';

/** Where the matter of a draft is read. */
export interface Topic {
  readonly sentence: number;
  /** The token the draft hangs on. */
  readonly at: number;
  /** First and last token, where the draft is one item of a list and no more. */
  readonly words: readonly [number, number] | null;
  /** The one matter its frame can be about. */
  readonly fixed: string | null;
  /** Heads of state or government on both sides. */
  readonly leaders: boolean;
  /** One of them at least. */
  readonly leader: boolean;
}

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
export function betweenLeaders(tree: Tree, parties: readonly Party[]): boolean {
  const leaders = parties.filter((p) => isLeader(wordsOf(p.mention, p.text)));
  if (leaders.length >= 2) return true;
  if (leaders.some((p) => /presidents|premiers|leaders|prime ministers/i.test(p.text))) return true;
  const codes = new Set(parties.flatMap((p) => p.codes));
  const led = tree.actors.filter((m) => m.kind === 'person' && isLeader(wordsOf(m, m.text)));
  return new Set(led.flatMap((m) => m.codes.filter((code) => codes.has(code)))).size >= 2;
}

/** A head of state or government takes part. */
export function isLed(parties: readonly Party[]): boolean {
  return parties.some((p) => isLeader(wordsOf(p.mention, p.text)));
}
