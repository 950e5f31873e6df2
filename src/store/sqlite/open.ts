/** Opens a ledger kept in one SQLite file, and makes it where there is none. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Kysely, type SqlBool, sql } from 'kysely';
import type { Store } from '../../ledger/ports.ts';
import { migrationsAfter, newestVersion } from '../migrate.ts';
import type { SqlBackend, Term } from '../sql/dialect.ts';
import { sqlStore } from '../sql/sql-store.ts';
import type { Tables } from '../sql/tables.ts';
import { StoreError } from '../store-error.ts';
import { sqliteError } from './errors.ts';
import { BUSY_MILLISECONDS, nodeSqliteDialect } from './kysely-dialect.ts';

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), 'migrations');
/** "VRBL" in the file's header tells our files from other programs' databases. */
const APPLICATION_ID = 0x5652424c;

/**
 * Opens the ledger at a path (`:memory:` for one that is never kept).
 *
 * @throws StoreError where the file is no ledger, damaged, or cannot be written.
 */
export async function openSqlite(path: string): Promise<Store> {
  let database: DatabaseSync | undefined;
  try {
    refuseStrangePlaces(path);
    database = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS });
    prepare(database, path);
  } catch (error) {
    if (database?.isOpen) database.close();
    throw sqliteError(error, path);
  }
  return sqlStore(backend(database, path));
}

function refuseStrangePlaces(path: string): void {
  if (path === ':memory:') return;
  const folder = dirname(path);
  if (!existsSync(folder)) throw new StoreError('STORE-004', path, { detail: `there is no folder ${folder}` });
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new StoreError('STORE-004', path, { detail: 'this is a folder' });
  }
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]);
}

function prepare(database: DatabaseSync, path: string): void {
  const version = checkOwner(database, path);
  // Checked before the first write, so that another program's file stays as it is.
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  if (version < newestVersion(MIGRATIONS)) migrate(database, path);
}

/** The schema version of a ledger, 0 for a new file. */
function checkOwner(database: DatabaseSync, path: string): number {
  const owner = pragma(database, 'application_id');
  const version = pragma(database, 'user_version');
  const tables = Number(database.prepare('select count(*) as n from sqlite_schema').get()?.n);
  if (owner !== APPLICATION_ID && (owner !== 0 || version !== 0 || tables > 0)) throw new StoreError('STORE-002', path);
  if (version > newestVersion(MIGRATIONS)) throw new StoreError('STORE-008', path);
  return version;
}

function migrate(database: DatabaseSync, path: string): void {
  // Another process may have made the tables while this one waited for the right to write: look again inside.
  database.exec('begin immediate');
  try {
    for (const step of migrationsAfter(checkOwner(database, path), MIGRATIONS)) {
      database.exec(step.sql);
      database.exec(`pragma user_version = ${step.number}; pragma application_id = ${APPLICATION_ID}`);
    }
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

/** A query in the language of FTS5: every term quoted, all of them wanted. */
function ftsQuery(terms: readonly Term[]): string {
  return terms.map((words) => `"${words.join(' ')}"`).join(' AND ');
}

function backend(database: DatabaseSync, place: string): SqlBackend {
  return {
    db: new Kysely<Tables>({ dialect: nodeSqliteDialect(database) }),
    place,
    claimHolds: (terms) =>
      sql<SqlBool>`claims.seq in (select rowid from claim_words where claim_words match ${ftsQuery(terms)})`,
    textHolds: (terms) =>
      sql<SqlBool>`texts.seq in (select rowid from text_words where text_words match ${ftsQuery(terms)})`,
    lock: async () => {},
    explain: (error) => sqliteError(error, place),
  };
}
