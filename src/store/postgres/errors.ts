/** Errors of PostgreSQL in, problems with a remedy out. */
import type { StoreProblemCode } from '../problem-codes.ts';
import { StoreError } from '../store-error.ts';

/** SQLSTATE classes and codes of the server, and codes of the network below it. */
const BY_CODE: Readonly<Record<string, StoreProblemCode>> = {
  '25006': 'STORE-005', // read-only transaction
  '42501': 'STORE-005', // insufficient privilege
  '53100': 'STORE-006', // disk full
  '55P03': 'STORE-007', // lock not available
  '57014': 'STORE-007', // statement timeout
  '53300': 'STORE-009', // too many connections
  '3D000': 'STORE-009', // no such database
  '28P01': 'STORE-009', // wrong password
  '28000': 'STORE-009',
  '57P01': 'STORE-009', // server shuts down
  ECONNREFUSED: 'STORE-009',
  ENOTFOUND: 'STORE-009',
  ETIMEDOUT: 'STORE-009',
  ECONNRESET: 'STORE-009',
};

/** A {@link StoreError} for an error of the driver; errors of other kinds pass unchanged. */
export function postgresError(error: unknown, place: string): Error {
  if (!(error instanceof Error) || error instanceof StoreError) return error as Error;
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return error;
  // A refused connection carries its words in the errors it collects.
  const detail = error.message === '' ? code : error.message;
  return new StoreError(BY_CODE[code] ?? 'STORE-010', place, { cause: error, detail });
}
