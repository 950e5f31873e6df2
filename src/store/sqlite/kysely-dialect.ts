/** Lets kysely speak to `node:sqlite`: one connection, write transactions that take the right to write at once. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** The dialect over an open database; closing kysely closes it. */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** What opening and reading wait for: another process that makes its tables or tidies up. */
export const BUSY_MILLISECONDS = 10_000;
/** Adding one report takes milliseconds; a writer that holds on this long hangs. */
const WRITE_MILLISECONDS = 30_000;
const RETRY_MILLISECONDS = 10;
const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;
}

/** Statements kept prepared; more than the shared queries have forms. */
const MOST_STATEMENTS = 200;

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  constructor(database: DatabaseSync) {
    this.#database = database;
  }
  #prepare(sql: string) {
    const known = this.#prepared.get(sql);
    if (known) return known;
    if (this.#prepared.size >= MOST_STATEMENTS) this.#prepared.clear();
    const fresh = this.#database.prepare(sql);
    this.#prepared.set(sql, fresh);
    return fresh;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql);
    const values = query.parameters as readonly SQLInputValue[];
    if (statement.columns().length > 0) return { rows: statement.all(...values) as R[] };
    const { changes } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }
  // biome-ignore lint/correctness/useYield: the port asks for a generator; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered');
  }
}

class NodeSqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #connection: NodeSqliteConnection;
  /** The last in the queue for the only connection. */
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => {};
  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#connection = new NodeSqliteConnection(database);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    this.#release = resolve;
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {
    this.#release();
  }
  async beginTransaction(): Promise<void> {
    for (let waited = 0; ; waited += RETRY_MILLISECONDS) {
      try {
        this.#beginAtOnce();
        return;
      } catch (error) {
        if (!isBusy(error) || waited >= WRITE_MILLISECONDS) throw error;
      }
      await sleep(RETRY_MILLISECONDS);
    }
  }
  /**
   * "immediate": two that read and then write would otherwise fail on each other instead of waiting. SQLite's own wait
   * would stop this whole process, and with it a writer that uses another connection here.
   */
  #beginAtOnce(): void {
    this.#database.exec('pragma busy_timeout = 0');
    try {
      this.#database.exec('begin immediate');
    } finally {
      this.#database.exec(`pragma busy_timeout = ${BUSY_MILLISECONDS}`);
    }
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk rolls back by itself.
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
  async destroy(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }
}
