/** A frame met in a sentence: what triggered it, where its tense stands, and how well it fits. */
import type { Frame, Trigger } from './lexicon.ts';

/** A frame met in a sentence. */
export interface Match {
  readonly frame: Frame;
  readonly as: Trigger['as'];
  /** The triggering token, and the verb that carries tense for it (itself, or "held" in "talks were held"). */
  readonly at: number;
  readonly verb: number;
  readonly carrier: boolean;
  readonly passive: boolean;
  /** Status the carrying verb gives: "a round is set for May". */
  readonly carried?: string;
  /** "has yet to": owed, not refused. */
  readonly pending?: boolean;
  /** What the same words may mean where this frame's needs are not met, best first. */
  readonly others?: readonly Match[];
  /** Tokens of the trigger words. */
  readonly words: readonly number[];
  readonly score: number;
}

/** More words and a higher priority win. */
export function scoreOf(trigger: Trigger, more: number): number {
  return trigger.frame.weight + more + (trigger.frame.priority ?? 0);
}
