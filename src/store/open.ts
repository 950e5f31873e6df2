/** Opens the ledger at a path or address. */
import type { Store } from '../ledger/ports.ts';
import { StoreError } from './store-error.ts';

/**
 * Opens a ledger and makes it where there is none: a file path (SQLite) or an address `postgres://user@host/database`
 * (PostgreSQL; `?schema=name` keeps it in a schema of its own).
 *
 * @throws StoreError with a problem that says what to do.
 * @example const store = await openStore('ledger.verbale');
 */
export async function openStore(place: string): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(place)) {
    const { openPostgres } = await import('./postgres/open.ts');
    return openPostgres(place);
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) throw new StoreError('STORE-011', place);
  const { openSqlite } = await import('./sqlite/open.ts');
  return openSqlite(place);
}
