import type { ActorMention, PersonRole } from './actor.ts';
import type { Claim } from './claim.ts';
import type { DateMention } from './date.ts';
import type { Problem } from './problem.ts';
import type { Report } from './report.ts';
import type { Sentence } from './sentence.ts';
import type { Utterance } from './speech.ts';

/** What the stages add to a report, one after another. */
export interface Layers {
  readonly sentences: readonly Sentence[];
  readonly dates: readonly DateMention[];
  readonly actors: readonly ActorMention[];
  readonly people: readonly PersonRole[];
  readonly utterances: readonly Utterance[];
  readonly claims: readonly Claim[];
}

export type Layer = keyof Layers;

/** A report with some of its layers. */
export type Analysed<H extends Layer> = { readonly report: Report } & Pick<Layers, H>;

/** A report with all its layers, and all that went wrong on the way. */
export interface Reading extends Analysed<Layer> {
  readonly problems: readonly Problem[];
  /** Version of the rules that read it: a hash of `data/` and the model. */
  readonly rulesVersion: string;
}
