/** Problems that the language stage can give. */
import type { ProblemCode } from '../model/problem.ts';

export const languageProblems: readonly ProblemCode[] = [
  {
    code: 'LANG-001',
    severity: 'warn',
    message: 'the report does not read as English ({share} of 100 words are common English words)',
    remedy: 'Give an English version; what was read from it is not to be relied on.',
  },
  {
    code: 'LANG-002',
    severity: 'warn',
    message: 'the report is too long to be parsed whole: {n} sentences at its end have no tree',
    remedy: 'Split it into its articles.',
  },
  {
    code: 'LANG-003',
    severity: 'note',
    message: '{n} very long stretches without a full stop were cut',
    remedy: 'Check whether a table or list was taken for prose.',
  },
];
