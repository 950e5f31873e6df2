/** Every problem Verbale can report. `docs/reference/problems.md` is made from this list. */
import { type ProblemCode, problemsOf } from './model/index.ts';

const INPUT: readonly ProblemCode[] = [
  {
    code: 'IN-001',
    severity: 'stop',
    message: '{path} cannot be read: {why}',
    remedy: 'Check the path and its permissions.',
  },
  {
    code: 'IN-002',
    severity: 'stop',
    message: 'the folder {path} holds no files',
    remedy: 'Name a folder with reports in it.',
  },
  {
    code: 'IN-003',
    severity: 'stop',
    message: '{path} is too large ({size})',
    remedy: 'Split it; one file may have up to 512 MB.',
  },
  {
    code: 'IN-004',
    severity: 'stop',
    message: 'reading {path} failed: {why}',
    remedy: 'This is a fault in Verbale: please report it with the file. The other files were read.',
  },
];

/** All codes, by area. */
export const PROBLEM_CODES: readonly ProblemCode[] = [...INPUT];

/** Makes a problem of a listed code. */
export const problem = problemsOf(PROBLEM_CODES);
