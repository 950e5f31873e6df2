/** Reads numbered SQL migrations from a folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** The migrations of a folder (`0001-ledger.sql` ...) above a version, in order. */
export function migrationsAfter(version: number, folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, sql: readFileSync(join(folder, name), 'utf8') }))
    .filter((m) => m.number > version);
}

/** The highest number of a folder's migrations. */
export function newestVersion(folder: string): number {
  return migrationsAfter(0, folder).at(-1)?.number ?? 0;
}
