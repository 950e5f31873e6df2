/** Problems that reading a page can give. */
import type { ProblemCode } from '../model/index.ts';

export const problemCodes = [
  {
    code: 'PAGE-001',
    severity: 'stop',
    message: 'The input is empty.',
    remedy: 'Check the download or the file.',
  },
  {
    code: 'PAGE-002',
    severity: 'stop',
    message: 'The input is not text.',
    remedy: 'Give a text, HTML, mail, feed, WARC or DOCX file; for images and PDF extract the text first.',
  },
  {
    code: 'PAGE-003',
    severity: 'warn',
    message: 'The bytes do not fit one encoding.',
    remedy: 'Save the file as UTF-8; runs that did not fit were read as windows-1252.',
  },
  {
    code: 'PAGE-004',
    severity: 'warn',
    message: 'No line of the page reads like a report.',
    remedy: 'Open the blocks and mark the body by hand, or give the page itself instead of a list.',
  },
  {
    code: 'PAGE-005',
    severity: 'note',
    message: 'No publication date is stated.',
    remedy: 'Add a first line "published: YYYY-MM-DD" or set the date by hand.',
  },
  {
    code: 'PAGE-006',
    severity: 'warn',
    message: 'The page is larger than can be weighed line by line.',
    remedy: 'Cut the file to the report; only its first part was weighed.',
  },
  {
    code: 'PAGE-007',
    severity: 'stop',
    message: 'The container could not be opened.',
    remedy: 'Check that the file is whole and of the kind its name says.',
  },
  {
    code: 'PAGE-008',
    severity: 'warn',
    message: 'An item of the container could not be read.',
    remedy: 'The other items were read; check this one at its source.',
  },
  {
    code: 'PAGE-009',
    severity: 'warn',
    message: 'The mark-up is nested too deeply or too broken for a page tree.',
    remedy: 'The visible text was read as a text dump instead.',
  },
  {
    code: 'PAGE-010',
    severity: 'warn',
    message: 'The item holds no text of its own.',
    remedy: 'Fetch the linked page and read that.',
  },
] as const satisfies readonly ProblemCode[];

/** A code of this stage. */
export type PageCode = (typeof problemCodes)[number]['code'];
