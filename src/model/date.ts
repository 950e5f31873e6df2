import type { RuleId } from './evidence.ts';
import type { Span } from './span.ts';

/** A calendar day, `2025-02-27`. */
export type IsoDate = string;

export type Grain =
  | 'instant'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'span';

/**
 * A time as far as it is known. `earliest` and `latest` bound it at day precision; null is an open end.
 * Doubt is a value: a bare year stays a year and never turns into 1 January.
 */
export interface DateValue {
  /** EDTF (ISO 8601-2): `2025-02-27`, `2025-02`, `../2021-12-31`, `[2025-02-28..]`, `2016/2018`. */
  readonly edtf: string;
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
  readonly grain: Grain;
  /** One sentence that explains the value to a person, naming the anchor. */
  readonly reason: string;
}

/** What a relative expression was counted from. */
export type Anchor =
  | { readonly kind: 'none' }
  | { readonly kind: 'published'; readonly day: IsoDate }
  | { readonly kind: 'text'; readonly span: Span; readonly edtf: string };

/** How the words bear on a time: a point in it, a deadline, an open start and so on. */
export type DateSignal =
  | 'on'
  | 'by'
  | 'until'
  | 'before'
  | 'since'
  | 'from'
  | 'after'
  | 'within'
  | 'for'
  | 'during'
  | 'as-of'
  | 'starting'
  | 'none';

/** A date, time, duration or set of times found in a sentence. */
export interface DateMention extends Span {
  readonly text: string;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value of the same reading (`2025-02-27`, `P3D`, `XXXX-WXX-1`, `PAST_REF`). */
  readonly timex: string;
  /**
   * Null where the words name no stretch of the calendar (a bare duration, "recently" without an anchor). Of a term ("within 30 days")
   * it is the day the term ends, where its start can be told.
   */
  readonly value: DateValue | null;
  readonly signal: DateSignal;
  /** What the signal makes of the value: "since X" runs from X to the publication, "by X" ends with the last day of X. */
  readonly stretch?: DateValue;
  /** The preposition or conjunction that gave the signal. */
  readonly signalSpan?: Span;
  readonly anchor: Anchor;
  /** "past: met (VBD)", "default of weekdays: past or same day". */
  readonly direction: string;
  /** Early, mid, late, about, start, end ... */
  readonly modifier?: string;
  /** Symbolic deadline ("within 30 days of signature"): the anchor event's words, not yet dated. */
  readonly pending?: string;
  /** Other readings that were weighed, best first. */
  readonly alternatives: readonly { readonly edtf: string; readonly weight: number }[];
  readonly rule: RuleId;
}
