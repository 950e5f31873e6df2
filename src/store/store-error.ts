/** An error of the place a ledger is kept in, with a problem that a shell can print. */
import type { Problem } from '../model/index.ts';
import { STORE_PROBLEMS, type StoreProblemCode } from './problem-codes.ts';

/** Thrown by stores; `problem` says what is wrong and what to do. */
export class StoreError extends Error {
  readonly problem: Problem;
  constructor(
    code: StoreProblemCode,
    place: string,
    options: { readonly cause?: unknown; readonly detail?: string } = {},
  ) {
    const known = STORE_PROBLEMS[code];
    const detail = options.detail ? ` (${options.detail})` : '';
    super(`${place}: ${known.message}${detail}. ${known.remedy}`, { cause: options.cause });
    this.name = 'StoreError';
    this.problem = { code, severity: 'stop', message: this.message };
  }
}
