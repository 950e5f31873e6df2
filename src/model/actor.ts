import type { RuleId } from './evidence.ts';
import type { Span } from './span.ts';

/** ISO 3166 alpha-3 or organisation acronym. */
export type ActorCode = string;

export type ActorKind = 'state' | 'organisation' | 'organ' | 'person' | 'group';

/**
 * How the words point at the actor: `adjective` (Russian), `demonym` (Russians), `capital` (Moscow as government or place),
 * `metonym` (the Kremlin), `organ` (the foreign ministry), `person` (Lavrov), `office` (the Russian foreign minister),
 * `place` (a city or region that only says where), `reference` (the two sides, his counterpart, it).
 */
export type ActorForm =
  | 'name'
  | 'adjective'
  | 'demonym'
  | 'capital'
  | 'metonym'
  | 'organ'
  | 'mission'
  | 'person'
  | 'office'
  | 'place'
  | 'reference';

/** An actor found in a sentence. */
export interface ActorMention extends Span {
  readonly text: string;
  /** Index into the report's sentences, and the tokens covered: [first, last + 1). */
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** Token that heads the mention in the parse. */
  readonly head: number;
  readonly kind: ActorKind;
  readonly form: ActorForm;
  /** The states or organisations it stands for; several for "the two sides"; empty where it cannot be told. */
  readonly codes: readonly ActorCode[];
  /** Person's name in full as known to the report or the tables. */
  readonly name?: string;
  /** Office as printed or as dated in the tables: "deputy foreign minister". */
  readonly office?: string;
  /** Organ within the side: "foreign ministry", "embassy in Moscow". */
  readonly organ?: string;
  /** For a mission: the state that receives it. */
  readonly receiving?: ActorCode;
  /** "some NATO allies": a set that is never expanded. */
  readonly partial: boolean;
  /** `place`: the words name where something is, not who acts. */
  readonly reading: 'actor' | 'place' | 'modifier';
  readonly resolved: 'named' | 'inferred' | 'unresolved';
  /** The earlier words a reference was resolved to. */
  readonly antecedent?: Span;
  readonly rule: RuleId;
  /** Why these codes, for the person who checks. */
  readonly why: string;
}

/** An office or role that a report binds to a person, offered to the ledger as a dated role. */
export interface PersonRole extends Span {
  readonly name: string;
  readonly office: string | null;
  readonly organ: string | null;
  readonly code: ActorCode | null;
  readonly tense: 'current' | 'former' | 'acting' | 'designate';
  readonly rule: RuleId;
}
