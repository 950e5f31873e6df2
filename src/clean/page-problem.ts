/** Builds a problem of this stage from its code, so that wording and severity stay in one list. */
import type { Problem, Span } from '../model/index.ts';
import { type PageCode, problemCodes } from './problem-codes.ts';

/** Where the problem lies and what stands there; `detail` is put after the message. */
export interface ProblemPlace {
  readonly detail?: string;
  readonly at?: Span;
  readonly excerpt?: string;
}

/** @example pageProblem('PAGE-001').message // "The input is empty. Check the download or the file." */
export function pageProblem(code: PageCode, place: ProblemPlace = {}): Problem {
  const entry = problemCodes.find((p) => p.code === code)!;
  const detail = place.detail ? ` ${place.detail}` : '';
  return {
    code,
    severity: entry.severity,
    message: `${entry.message}${detail} ${entry.remedy}`,
    ...(place.at && { at: place.at }),
    ...(place.excerpt !== undefined && { excerpt: place.excerpt.slice(0, 120) }),
  };
}
