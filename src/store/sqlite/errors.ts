/** Errors of SQLite in, problems with a remedy out. */

import type { StoreProblemCode } from '../problem-codes.ts';
import { StoreError } from '../store-error.ts';

/** Primary result codes, https://sqlite.org/rescode.html. */
const BY_CODE: Readonly<Record<number, StoreProblemCode>> = {
  5: 'STORE-007', // BUSY
  6: 'STORE-007', // LOCKED
  8: 'STORE-005', // READONLY
  10: 'STORE-006', // IOERR: mostly a disk or quota that ran out in the middle of a write
  11: 'STORE-003', // CORRUPT
  13: 'STORE-006', // FULL
  14: 'STORE-004', // CANTOPEN
  26: 'STORE-001', // NOTADB
};

/** A {@link StoreError} for an error of the driver; errors of other kinds pass unchanged. */
export function sqliteError(error: unknown, place: string): Error {
  if (!(error instanceof Error) || error instanceof StoreError) return error as Error;
  const code = (error as { errcode?: number }).errcode;
  if (code === undefined) return error;
  const detail = (error as { errstr?: string }).errstr ?? error.message;
  return new StoreError(BY_CODE[code & 0xff] ?? 'STORE-010', place, { cause: error, detail });
}
