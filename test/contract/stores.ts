/** The stores under contract: how to make an empty ledger in each, and when one may be left out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

export interface Bench {
  readonly store: Store;
  /** Opens the same ledger again, as another process would. */
  readonly place: string;
  /** Runs a statement past the store, as another tool would. */
  meddle(statement: string): Promise<void>;
  dispose(): Promise<void>;
}

export interface StoreKind {
  readonly name: string;
  /** Why it cannot be tested here; null where it can. */
  readonly skip: string | null;
  make(): Promise<Bench>;
}

const SERVER = process.env.DATABASE_URL ?? 'postgres://root@127.0.0.1:5432/postgres';
const MUST = process.env.CI !== undefined || process.env.VERBALE_TEST_POSTGRES !== undefined;

const sqlite: StoreKind = {
  name: 'SQLite',
  skip: null,
  async make() {
    const folder = mkdtempSync(join(tmpdir(), 'verbale-'));
    const place = join(folder, 'ledger.verbale');
    const store = await openStore(place);
    return {
      store,
      place,
      async meddle(statement) {
        const raw = new DatabaseSync(place);
        try {
          raw.exec(statement);
        } finally {
          raw.close();
        }
      },
      async dispose() {
        await store.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

async function whyNoServer(): Promise<string | null> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return null;
  } catch (error) {
    if (MUST) throw new Error(`PostgreSQL must be tested here, but ${SERVER} does not answer`, { cause: error });
    return `no PostgreSQL server at ${SERVER.replace(/\/\/.*@/, '//')}; set DATABASE_URL to test it`;
  }
}

/** Runs a statement on the server without the store. */
async function past(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

let made = 0;

async function postgres(): Promise<StoreKind> {
  return {
    name: 'PostgreSQL',
    skip: await whyNoServer(),
    async make() {
      made += 1;
      const schema = `verbale_test_${process.pid}_${Date.now().toString(36)}_${made}`;
      const address = new URL(SERVER);
      address.searchParams.set('schema', schema);
      const store = await openStore(address.href);
      return {
        store,
        place: address.href,
        meddle: (statement) => past(`set search_path = "${schema}"; ${statement}`),
        async dispose() {
          await store.close();
          await past(`drop schema "${schema}" cascade`);
        },
      };
    },
  };
}

/** Both stores; one without a server carries the reason for leaving it out. */
export async function storeKinds(): Promise<readonly StoreKind[]> {
  return [sqlite, await postgres()];
}
