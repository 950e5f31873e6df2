import type { ActorCode } from './actor.ts';
import type { RuleId } from './evidence.ts';
import type { Span } from './span.ts';

/** `marks-lost`: a speaker's words whose quotation marks were lost on the way: neither verbatim nor safely indirect. */
export type Quoted = 'verbatim' | 'partly' | 'marks-lost' | 'none';

/** One link of the chain by which a claim reached the page, from the speaker outwards. */
export interface AttributionLink {
  readonly link: 'speaker' | 'organ' | 'agency' | 'outlet' | 'narrator';
  /** Null for the narrator and for unnamed sources, whose description is then in `role`. */
  readonly name: string | null;
  readonly role: string | null;
  readonly state: ActorCode | null;
}

/** What somebody is reported to have said: the words that carry it, and by whose word. */
export interface Utterance {
  /** Index of the sentence the cue stands in. */
  readonly sentence: number;
  /** The reporting words: "said", "according to", "cited ... as saying". */
  readonly cue: Span;
  /** Lemma of the reporting verb or noun: say, deny, warn, statement ... */
  readonly verb: string;
  /** What kind of speech act the cue itself is: plain saying, or one that already tells the status of the content. */
  readonly act:
    | 'say'
    | 'deny'
    | 'allege'
    | 'promise'
    | 'demand'
    | 'offer'
    | 'threaten'
    | 'accuse'
    | 'expect'
    | 'confirm'
    | 'ask';
  /** The stretches of text that are said; a quotation running over sentences has several. */
  readonly content: readonly Span[];
  readonly quoted: Quoted;
  /** From the speaker outwards; never empty. */
  readonly chain: readonly [AttributionLink, ...AttributionLink[]];
  /** The speaker's mention (index into the report's actors), where one was found. */
  readonly speaker: number | null;
  /** The addressee's mention: "told the ambassador". */
  readonly addressee: number | null;
  /** Span of the attribution that supplied the chain, when it stands in another sentence. */
  readonly source: Span;
  readonly negated: boolean;
  /** True where the cue is itself an act that the reporter tells (an offer, a threat, a refusal), so that its subject is no source. */
  readonly deed?: boolean;
  /** True where the content speaks of another government's mind or position. */
  readonly ofAnotherMind: boolean;
  readonly rule: RuleId;
}
