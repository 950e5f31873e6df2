/** Opens a ledger kept in PostgreSQL, and makes its tables where there are none. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, PostgresDialect, type SqlBool, sql, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import type { Store } from '../../ledger/ports.ts';
import { migrationsAfter, newestVersion } from '../migrate.ts';
import type { SqlBackend, Term } from '../sql/dialect.ts';
import { sqlStore } from '../sql/sql-store.ts';
import type { Tables } from '../sql/tables.ts';
import { StoreError } from '../store-error.ts';
import { postgresError } from './errors.ts';

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), 'migrations');
/** Any number will do, as long as all writers use the same. */
const WRITE_LOCK = 0x5652424c;
const CONNECT_MILLISECONDS = 10_000;
const LOCK_MILLISECONDS = 30_000;
const BIGINT = 20;
const NUMERIC = 1700;

/**
 * Opens the ledger at an address such as `postgres://user@127.0.0.1/verbale?schema=desk`; without `schema` it lives in
 * the schema `verbale`.
 *
 * @throws StoreError where the server does not answer, refuses, or holds a newer ledger.
 */
export async function openPostgres(address: string): Promise<Store> {
  const { url, schema, place } = parse(address);
  const pool = await makePool(url, schema, place);
  try {
    await migrate(pool, schema, place);
  } catch (error) {
    await pool.end();
    throw postgresError(error, place);
  }
  return sqlStore(backend(pool, place));
}

function parse(address: string): { readonly url: string; readonly schema: string; readonly place: string } {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new StoreError('STORE-009', address.replace(/\/\/.*@/, '//'), { detail: 'the address cannot be read' });
  }
  const schema = url.searchParams.get('schema') ?? 'verbale';
  url.searchParams.delete('schema');
  return { url: url.href, schema, place: `postgres://${url.host}${url.pathname} (schema ${schema})` };
}

async function makePool(url: string, schema: string, place: string): Promise<Pool> {
  const { default: pg } = await import('pg').catch((cause) => {
    throw new StoreError('STORE-012', place, { cause });
  });
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    options: `-c search_path="${schema.replaceAll('"', '""').replaceAll(' ', '\\ ')}" -c lock_timeout=${LOCK_MILLISECONDS}`,
    // Counts and row numbers come as text unless told otherwise; they stay far below 2^53.
    types: {
      getTypeParser: (oid, format) =>
        oid === BIGINT || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // A connection that the server drops while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

async function migrate(pool: Pool, schema: string, place: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [WRITE_LOCK]);
    await client.query(`create schema if not exists "${schema.replaceAll('"', '""')}"`);
    await client.query('create table if not exists ledger_version (number integer not null)');
    const { rows } = await client.query('select coalesce(max(number), 0) as version from ledger_version');
    const version = Number(rows[0].version);
    if (version > newestVersion(MIGRATIONS)) throw new StoreError('STORE-008', place);
    for (const step of migrationsAfter(version, MIGRATIONS)) {
      await client.query(step.sql);
      await client.query('insert into ledger_version values ($1)', [step.number]);
    }
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** A query in the language of `to_tsquery`: words of a phrase follow one another, all terms are wanted. */
function textQuery(terms: readonly Term[]): string {
  return terms.map((words) => `(${words.map((w) => `'${w}'`).join(' <-> ')})`).join(' & ');
}

function backend(pool: Pool, place: string): SqlBackend {
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    place,
    // The expressions must be those of the indexes in the migration.
    claimHolds: (terms) =>
      sql<SqlBool>`to_tsvector('english', claims.sentence) @@ to_tsquery('english', ${textQuery(terms)})`,
    textHolds: (terms) =>
      sql<SqlBool>`to_tsvector('english', left(texts.text, 300000)) @@ to_tsquery('english', ${textQuery(terms)})`,
    // One writer at a time, as in SQLite: entries are grouped over all that is recorded.
    lock: async (tx: Transaction<Tables>) => {
      await sql`select pg_advisory_xact_lock(${WRITE_LOCK})`.execute(tx);
    },
    explain: (error) => postgresError(error, place),
  };
}
