/** Where the ledger is: --ledger, else DATABASE_URL, else ledger.verbale in the current folder. */
import type { Store } from '../ledger/ports.ts';

export interface LedgerFlags {
  readonly ledger?: string;
}

export const LEDGER_OPTION = [
  '-l, --ledger <place>',
  'ledger file, or a postgres:// address (default: DATABASE_URL, else ledger.verbale)',
] as const;

/** The place meant by the flags. */
export function placeOf(flags: LedgerFlags): string {
  return flags.ledger ?? process.env.DATABASE_URL ?? 'ledger.verbale';
}

/** Opens the ledger, runs `work`, and closes it whatever happens. */
export async function withLedger<T>(flags: LedgerFlags, work: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import('../store/open.ts');
  const store = await openStore(placeOf(flags));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The time of recording. */
export const clock = (): string => new Date().toISOString();
