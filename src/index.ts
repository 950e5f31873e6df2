/**
 * Verbale as a library: bytes of press reports in, readings with sourced claims out.
 *
 * @example
 * const reader = await openReader();
 * for await (const { value } of reader.read(bytes, { source: 'report.html' })) console.log(value.claims);
 */
import { type PageHint, readReports } from './clean/read.ts';
import { loadReader } from './load-reader.ts';
import type { Outcome, Problem, Reading, Report } from './model/index.ts';
import type { Reader } from './pipeline.ts';
import type { Rules } from './rules/rules.ts';

export { readingLine, readingObject } from './export/reading-jsonl.ts';
export { addReading } from './ledger/add.ts';
export { entriesOf, explain } from './ledger/ask.ts';
export type { Store } from './ledger/ports.ts';
export type * from './model/index.ts';
export { openStore } from './store/open.ts';
export type { PageHint, Rules };

/** Reads inputs with the rules and the model of this package. */
export interface ReportReader {
  readonly rules: Rules;
  /** The readings of one input; a container gives many. A refused input gives no value, only problems. */
  read(bytes: Uint8Array, hint: PageHint): AsyncIterable<Outcome<Reading | null>>;
}

/**
 * Loads rules and model once; use the reader for as many inputs as there are.
 *
 * @throws RuleError where the rules in `data/` do not hold.
 */
export async function openReader(): Promise<ReportReader> {
  const { rules, read } = await loadReader();
  return {
    rules,
    read: async function* (bytes, hint) {
      for await (const { value, problems } of readReports(bytes, hint, rules)) yield outcomeOf(read, value, problems);
    },
  };
}

function outcomeOf(read: Reader, report: Report, problems: readonly Problem[]): Outcome<Reading | null> {
  if (problems.some((p) => p.severity === 'stop')) return { value: null, problems };
  const reading = read(report, problems);
  return { value: reading, problems: reading.problems };
}
