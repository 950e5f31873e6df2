/** A store over a database: the shared queries, one writer at a time, errors told as problems. */
import type { LedgerRead, Store } from '../../ledger/ports.ts';
import type { SqlBackend } from './dialect.ts';
import { ledgerRead } from './read.ts';
import { ledgerWrite } from './write.ts';

/** Puts the shared queries over a backend. */
export function sqlStore(backend: SqlBackend): Store {
  const questions = ledgerRead(backend.db, backend);
  return {
    ...guarded(questions, backend),
    place: backend.place,
    write: (work) =>
      telling(backend, () =>
        backend.db.transaction().execute(async (tx) => {
          await backend.lock(tx);
          return work(ledgerWrite(tx, backend));
        }),
      ),
    close: () => backend.db.destroy(),
  };
}

async function telling<T>(backend: SqlBackend, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw backend.explain(error);
  }
}

/** The same questions with the driver's errors told as problems. */
function guarded(questions: LedgerRead, backend: SqlBackend): LedgerRead {
  const wrapped = Object.entries(questions).map(([name, ask]) => [
    name,
    (...args: readonly unknown[]) =>
      telling(backend, () => (ask as (...a: readonly unknown[]) => Promise<unknown>)(...args)),
  ]);
  return Object.fromEntries(wrapped);
}
