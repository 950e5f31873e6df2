/** Our own quotation benchmark: cue, content and speaker of invented sentences. */
import type { EvalRow } from './row.ts';

export function benchmark(_show: boolean): EvalRow[] {
  return [];
}
