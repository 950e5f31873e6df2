import type { ActorCode } from './actor.ts';
import type { DateValue } from './date.ts';
import type { Sourced } from './evidence.ts';
import type { Span } from './span.ts';
import type { AttributionLink, Quoted } from './speech.ts';

export const CLAIM_KINDS = [
  'meeting',
  'statement',
  'measure',
  'offer',
  'agreement',
  'commitment',
  'plan',
  'appointment',
  'visit',
  'support',
  'sanction',
  'conflict',
  'status',
] as const;
/** Our own finer kinds, beside the PLOVER class. */
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const PLOVER_CLASSES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
/** Event classes of PLOVER, so that a data set joins with what researchers already use. */
export type PloverClass = (typeof PLOVER_CLASSES)[number];

export const STATUSES = [
  'happened',
  'ongoing',
  'planned',
  'offered',
  'demanded',
  'agreed',
  'conditional',
  'denied',
  'alleged',
  'hypothetical',
] as const;
/** How real the content is. Never collapsed. */
export type Status = (typeof STATUSES)[number];

export type RoleName =
  | 'actor'
  | 'counterpart'
  | 'host'
  | 'subject'
  | 'beneficiary'
  | 'mediator'
  | 'spokesman'
  | 'participant';

/** Who takes part in a claim, and the words that say so. */
export interface Role extends Span {
  readonly role: RoleName;
  readonly code: ActorCode | null;
  readonly name?: string;
  readonly office?: string;
  /** A set that is never expanded ("some NATO allies"). */
  readonly partial?: boolean;
  readonly text: string;
}

/** When a claim's matter occurs; `text` are the words, null where it was inferred. */
export interface Occurs extends DateValue {
  readonly text: string | null;
}

/** When an undertaking falls due; without `value` only the words are known ("in the near term"). */
export interface Due {
  readonly value: DateValue | null;
  readonly text: string;
  readonly reason: string;
}

/** The rungs of the instrument ladder, lowest first. */
export const RUNGS = [
  'understanding',
  'talks',
  'joint-steps',
  'notes',
  'memorandum',
  'roadmap',
  'protocol',
  'treaty',
  'ratification',
  'entry-into-force',
  'withdrawal',
] as const;
export type Rung = (typeof RUNGS)[number];

/** What one report asserts: an event, a statement or a commitment, with its evidence. */
export interface Claim extends Sourced {
  /** Content hash over report, evidence and meaning: stable across runs. */
  readonly id: string;
  readonly kind: ClaimKind;
  readonly plover: PloverClass | null;
  /** Acts or speaks; for mutual events all parties. */
  readonly actors: readonly ActorCode[];
  /** Towards whom; empty for mutual events. */
  readonly counterparts: readonly ActorCode[];
  readonly roles: readonly Role[];
  readonly occurs: Occurs | null;
  /** When it was said, where the text tells that apart from when it occurs. */
  readonly said: Occurs | null;
  readonly due: Due | null;
  readonly status: Status;
  /** Why this status, for the person who checks. */
  readonly statusWhy: string;
  /** Id of an entry of `data/tracks/`. */
  readonly track: string;
  readonly rung: Rung | null;
  readonly place: (Span & { readonly name: string }) | null;
  /** From the speaker outwards; the narrator is a link too. */
  readonly attribution: readonly [AttributionLink, ...AttributionLink[]];
  readonly quoted: Quoted;
  /** True where the claim is about another government's mind or position. */
  readonly ofAnotherMind: boolean;
  readonly trigger: Span & { readonly text: string };
  /** Older history told for context. */
  readonly background: boolean;
  /** 0 to 1, calibrated on the development set. */
  readonly confidence: number;
  /** Debtors of a mutual undertaking, whose halves are judged apart. */
  readonly halves?: readonly ActorCode[];
  /** "second round": a claim of whoever counts. */
  readonly ordinal?: { readonly n: number; readonly of: string };
}
