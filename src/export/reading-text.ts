/** A reading in, minutes a person can read out. */
import type { Reading } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';

/** The report's head and its claims, one block each: line, words, whose word it is. */
export function readingText(reading: Reading, _rules: Rules): string {
  return reading.report.headline ?? '';
}
