import type { Span } from './span.ts';

/** `stop`: the report could not be read at all. `warn`: read, with something missing. `note`: worth knowing. */
export type Severity = 'stop' | 'warn' | 'note';

/** Something wrong with an input, said so that a person can mend it. Bad input is a problem, never an exception. */
export interface Problem {
  /** Stable code such as `PAGE-003`; all are listed in `src/problems.ts`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and where, with the remedy, in one or two sentences. */
  readonly message: string;
  /** Place in the report's text, where there is one. */
  readonly at?: Span;
  /** The words at that place. */
  readonly excerpt?: string;
}

/** What a stage gives: its value, and all that went wrong on the way. */
export interface Outcome<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
