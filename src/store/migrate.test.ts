import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { story } from '../../test/fixtures/ledger-story.ts';
import { addReading } from '../ledger/add.ts';
import { migrationsAfter, newestVersion } from './migrate.ts';
import { openStore } from './open.ts';

const folderOf = (kind: string): string => join(import.meta.dirname, kind, 'migrations');
const names = (kind: string): readonly string[] => migrationsAfter(0, folderOf(kind)).map((m) => m.name);

describe('migrations', () => {
  it('are numbered from 1 without gaps, and the same for both databases', () => {
    const all = migrationsAfter(0, folderOf('sqlite'));
    expect(all.map((m) => m.number)).toEqual(all.map((_, i) => i + 1));
    expect(names('postgres')).toEqual(names('sqlite'));
    expect(newestVersion(folderOf('sqlite'))).toBe(all.length);
    expect(migrationsAfter(all.length, folderOf('sqlite'))).toEqual([]);
  });

  it('bring a ledger of the first version up to date', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbale-'));
    const place = join(folder, 'old.verbale');
    const old = new DatabaseSync(place);
    old.exec(migrationsAfter(0, folderOf('sqlite'))[0]?.sql ?? '');
    old.exec(`pragma user_version = 1; pragma application_id = ${0x5652424c}`);
    old.exec(
      "insert into links (from_id, to_id, kind, made_by, why, recorded) values ('ra', 'rb', 'copy-of', 'a/b', '', '2025')",
    );
    old.close();
    const store = await openStore(place);
    expect(await store.links('ra')).toHaveLength(1);
    for (const each of story) await addReading(store, each, () => '2025-03-05T12:00:00.000Z');
    expect((await store.counts()).reports).toBe(3);
    await store.close();
    rmSync(folder, { recursive: true });
  });
});
