/** Every problem Verbale can report. `docs/reference/problems.md` is made from this list. */
import { actorProblems as actors } from './actors/problem-codes.ts';
import { problemCodes as pages } from './clean/problem-codes.ts';
import { dateProblems as dates } from './dates/problem-codes.ts';
import { problemCodes as desk } from './http/problem-codes.ts';
import { languageProblems } from './language/problem-codes.ts';
import { type ProblemCode, problemsOf } from './model/index.ts';
import { problemCodes as stores } from './store/problem-codes.ts';

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

const FETCH: readonly ProblemCode[] = [
  {
    code: 'FETCH-001',
    severity: 'stop',
    message: '{url} is not an http or https address',
    remedy: 'Give the full address of a page.',
  },
  {
    code: 'FETCH-002',
    severity: 'stop',
    message: '{url} leads to an address that is not public',
    remedy: 'Verbale fetches from the public internet only; save the page and read the file.',
  },
  {
    code: 'FETCH-003',
    severity: 'stop',
    message: '{url} may not be fetched: robots.txt of the site forbids it',
    remedy: 'Save the page in a browser and read the file.',
  },
  {
    code: 'FETCH-004',
    severity: 'stop',
    message: '{url} answered with status {status}',
    remedy: 'Check the address in a browser.',
  },
  {
    code: 'FETCH-005',
    severity: 'stop',
    message: '{url} could not be fetched: {why}',
    remedy: 'Check the address and the connection.',
  },
  {
    code: 'FETCH-006',
    severity: 'stop',
    message: '{url} redirects more than {n} times',
    remedy: 'Open it in a browser and give the address it ends at.',
  },
  {
    code: 'FETCH-007',
    severity: 'stop',
    message: '{url} took longer than {seconds} s',
    remedy: 'Try again later, or save the page and read the file.',
  },
  {
    code: 'FETCH-008',
    severity: 'stop',
    message: '{url} is larger than {size}',
    remedy: 'Save the page and read the file.',
  },
];

/** All codes, by area. */
export const PROBLEM_CODES: readonly ProblemCode[] = [
  ...INPUT,
  ...FETCH,
  ...pages,
  ...languageProblems,
  ...dates,
  ...actors,
  ...stores,
  ...desk,
];

/** Makes a problem of a listed code. */
export const problem = problemsOf(PROBLEM_CODES);
