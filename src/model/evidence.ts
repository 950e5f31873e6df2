import type { Span } from './span.ts';

/** Names the rule that made a value, as a path: `dates/en/weekday`, `claims/expulsion`. */
export type RuleId = `${string}/${string}`;

/** The words a value rests on: a span of a report and what stands there. */
export interface Evidence extends Span {
  readonly quote: string;
}

/** Anything that goes into the ledger: it cannot be built without its words and the rule that read them. */
export interface Sourced {
  readonly evidence: readonly [Evidence, ...Evidence[]];
  readonly rule: RuleId;
}

/** Evidence for a span of `text`. */
export function quote(text: string, span: Span): Evidence {
  return { start: span.start, end: span.end, quote: text.slice(span.start, span.end) };
}
