/** Problems that dates can have, with what to do about each. */
import type { Problem, ProblemCode, Span } from '../model/index.ts';

export const dateProblems: readonly ProblemCode[] = [
  {
    code: 'DATE-001',
    severity: 'warn',
    message: 'There is no such day: {what}.',
    remedy: 'Check the report; the words are kept, no day is filed.',
  },
  {
    code: 'DATE-002',
    severity: 'warn',
    message: 'The range ends before it begins: {what}.',
    remedy: 'Check the report; only the first end is filed.',
  },
  {
    code: 'DATE-003',
    severity: 'warn',
    message: 'The publication day cannot be read: {what}.',
    remedy: 'Give it as YYYY-MM-DD; relative dates stay unresolved until then.',
  },
];

export function dateProblem(code: string, what: string, at: Span, text: string): Problem {
  const entry = dateProblems.find((p) => p.code === code);
  return {
    code,
    severity: entry?.severity ?? 'warn',
    message: `${(entry?.message ?? '{what}').replace('{what}', what)} ${entry?.remedy ?? ''}`,
    at: { start: at.start, end: at.end },
    excerpt: text.slice(at.start, at.end),
  };
}
