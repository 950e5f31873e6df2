/** What a database has to bring so that the shared queries run on it. */
import type { Expression, Kysely, SqlBool, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables> | Transaction<Tables>;

/** A word or phrase that must be found. */
export type Term = readonly [string, ...string[]];

/** One database with the few things that differ between the two. */
export interface SqlBackend {
  readonly db: Kysely<Tables>;
  /** Address for messages, without password. */
  readonly place: string;
  /** True for rows of `claims` whose sentence holds all terms. */
  claimHolds(terms: readonly Term[]): Expression<SqlBool>;
  /** True for rows of `texts` that hold all terms. */
  textHolds(terms: readonly Term[]): Expression<SqlBool>;
  /** Waits for the only right to write; it ends with the transaction. */
  lock(transaction: Transaction<Tables>): Promise<void>;
  /** Turns the driver's errors into problems with a remedy. */
  explain(error: unknown): Error;
}

const TERM = /"([^"]*)"?|(\S+)/gu;
const WORD = /[\p{L}\p{N}]+/gu;
/** More terms than a person types; keeps hostile queries cheap. */
const MOST_TERMS = 12;

/** Splits what a person typed into words and "quoted phrases"; signs that are not words are left out. */
export function termsOf(text: string): readonly Term[] {
  const terms: Term[] = [];
  for (const [, phrase, word] of text.slice(0, 500).matchAll(TERM)) {
    const [first, ...rest] = (phrase ?? word ?? '').match(WORD) ?? [];
    if (first !== undefined) terms.push([first, ...rest]);
  }
  return terms.slice(0, MOST_TERMS);
}
