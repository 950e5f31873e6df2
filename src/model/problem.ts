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

/** A kind of problem that can be reported. All of them are listed in `src/problems.ts`. */
export interface ProblemCode {
  /** `AREA-NNN`; never reused for something else. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong; `{name}` stands for a parameter. */
  readonly message: string;
  /** What the person can do about it. */
  readonly remedy: string;
}

/** Where in the text a problem lies, with the words there. */
export interface ProblemPlace {
  readonly at?: Span;
  readonly excerpt?: string;
}

/**
 * Makes problems of a list of codes.
 *
 * @example
 * const problem = problemsOf([{ code: 'IN-001', severity: 'stop', message: '{path} is gone', remedy: 'Check the path.' }]);
 * problem('IN-001', { path: 'a.txt' }).message; // "a.txt is gone. Check the path."
 */
export function problemsOf(codes: readonly ProblemCode[]) {
  const byCode = new Map(codes.map((c) => [c.code, c]));
  return (code: string, params: Readonly<Record<string, string>> = {}, place: ProblemPlace = {}): Problem => {
    const known = byCode.get(code);
    // An unlisted code is a fault in the program, not in the input.
    if (known === undefined) throw new Error(`no problem code ${code}`);
    const message = known.message.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
    return { code, severity: known.severity, message: `${message}. ${known.remedy}`, ...place };
  };
}
