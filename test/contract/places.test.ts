/** Bad places for a ledger: each is told with its remedy, and nothing is lost or overwritten. */
import { execFile, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addReading } from '../../src/ledger/add.ts';
import { openStore } from '../../src/store/open.ts';
import { STORE_PROBLEMS } from '../../src/store/problem-codes.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { story } from '../fixtures/ledger-story.ts';
import { storeKinds } from './stores.ts';

const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url));
const NOON = () => '2025-03-05T12:00:00.000Z';
const run = promisify(execFile);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbale-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof StoreError)) throw new Error(`no problem was told: ${error}`);
  expect(error.message).toContain(STORE_PROBLEMS[error.problem.code as keyof typeof STORE_PROBLEMS].remedy);
  return error.problem.code;
}

async function madeLedger(): Promise<string> {
  const place = join(folder, 'ledger.verbale');
  const store = await openStore(place);
  for (const each of story) await addReading(store, each, NOON);
  await store.close();
  return place;
}

describe('openStore', () => {
  it('refuses a file that is no database, and leaves it as it is', async () => {
    const place = join(folder, 'letter.txt');
    writeFileSync(place, 'Dear colleague, this is not a database. '.repeat(50));
    const before = readFileSync(place);
    expect(await problemOf(openStore(place))).toBe('STORE-001');
    expect(readFileSync(place).equals(before)).toBe(true);
  });

  it("refuses another program's database, and leaves it as it is", async () => {
    const place = join(folder, 'photos.db');
    const other = new DatabaseSync(place);
    other.exec('create table photos (name text)');
    other.close();
    const before = readFileSync(place);
    expect(await problemOf(openStore(place))).toBe('STORE-002');
    expect(readFileSync(place).equals(before)).toBe(true);
  });

  it('refuses a ledger made by a newer version', async () => {
    const place = await madeLedger();
    const newer = new DatabaseSync(place);
    newer.exec('pragma user_version = 9999');
    newer.close();
    expect(await problemOf(openStore(place))).toBe('STORE-008');
  });

  it.each([
    ['a folder', (f: string) => f],
    ['a folder that is not there', (f: string) => join(f, 'no', 'such', 'ledger.verbale')],
  ])('refuses %s', async (_what, place) => {
    expect(await problemOf(openStore(place(folder)))).toBe('STORE-004');
  });

  it('refuses addresses it does not know, and servers that do not answer', async () => {
    expect(await problemOf(openStore('mysql://localhost/ledger'))).toBe('STORE-011');
    expect(await problemOf(openStore('postgres://root@127.0.0.1:9/postgres'))).toBe('STORE-009');
    expect(await problemOf(openStore('postgres://root@127.0.0.1:port/postgres'))).toBe('STORE-009');
  });

  it('tells a damaged ledger', async () => {
    const place = await madeLedger();
    const bytes = readFileSync(place);
    // Everything but the header and the first pages is overwritten.
    bytes.fill(0x5a, 8192);
    writeFileSync(place, bytes);
    const work = openStore(place).then(async (store) => {
      await store.entries({}).finally(() => store.close());
    });
    expect(await problemOf(work)).toBe('STORE-003');
  });

  it('opens an empty file as a new ledger', async () => {
    const place = join(folder, 'empty.verbale');
    writeFileSync(place, '');
    const store = await openStore(place);
    expect((await store.counts()).reports).toBe(0);
    await store.close();
  });
});

/** Runs the writer as a user without rights where this one may do everything. */
async function write(place: string, count = 1): Promise<{ readonly out: string; readonly problem: string }> {
  const rights = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const done = run(process.execPath, [WRITER, place, 'paper', String(count)], rights);
  return done.then(
    ({ stdout }) => ({ out: stdout, problem: '' }),
    (error: { stdout: string; stderr: string }) => ({ out: error.stdout, problem: error.stderr }),
  );
}

describe('a place that cannot be written', () => {
  it('is told with its remedy', async () => {
    chmodSync(folder, 0o755);
    const place = await madeLedger();
    chmodSync(place, 0o444);
    chmodSync(folder, 0o555);
    const { problem } = await write(place);
    expect(problem).toMatch(/cannot be (written to|opened).*(right to write|may write)/s);
    const fresh = await write(join(folder, 'new.verbale'));
    expect(fresh.problem).toContain('the ledger cannot be opened');
    chmodSync(folder, 0o755);
  });

  it('loses nothing that was recorded when the disk is full', async () => {
    const place = join(folder, 'ledger.verbale');
    // A limit on the size of files stands in for a full disk: writing fails in the same place, half-way through a record.
    const script = `ulimit -f 1500; exec "${process.execPath}" "${WRITER}" "${place}" paper 500`;
    const done = await run('bash', ['-c', script]).then(
      ({ stdout }) => ({ stdout, stderr: '' }),
      (error: { stdout: string; stderr: string }) => error,
    );
    expect(done.stderr).toContain('the disk is full');
    const told = done.stdout.trim().split('\n').length;
    expect(told).toBeGreaterThan(5);
    const store = await openStore(place);
    const { reports, claims } = await store.counts();
    expect(reports).toBe(told);
    expect(claims).toBe(told);
    await store.close();
  });

  it('keeps what was recorded when the process is killed', async () => {
    const place = join(folder, 'ledger.verbale');
    const child = spawn(process.execPath, [WRITER, place, 'paper', '5000'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    for await (const chunk of child.stdout) {
      out += chunk;
      if (out.split('\n').length > 20) child.kill('SIGKILL');
    }
    const told = out.trim().split('\n').length;
    const store = await openStore(place);
    const { reports } = await store.counts();
    expect(reports).toBeGreaterThanOrEqual(told);
    expect(reports).toBeLessThanOrEqual(told + 1);
    await store.close();
  });
});

for (const kind of await storeKinds()) {
  describe.skipIf(kind.skip !== null)(
    `two processes on one ledger: ${kind.name}${kind.skip ? ` (${kind.skip})` : ''}`,
    () => {
      it('lose nothing', async () => {
        const bench = await kind.make();
        const papers = ['gazette', 'courier', 'herald'];
        await Promise.all(papers.map((name) => run(process.execPath, [WRITER, bench.place, name, '8'])));
        const { reports, claims } = await bench.store.counts();
        const entries = await bench.store.entries({});
        expect([reports, claims]).toEqual([24, 24]);
        expect(entries.flatMap((e) => e.claims)).toHaveLength(24);
        await bench.dispose();
      });

      it('may both make it', async () => {
        const bench = await kind.make();
        const place = kind.name === 'SQLite' ? join(folder, 'new.verbale') : bench.place;
        await Promise.all(['gazette', 'courier'].map((name) => run(process.execPath, [WRITER, place, name, '1'])));
        const store = await openStore(place);
        expect((await store.counts()).reports).toBe(2);
        await store.close();
        await bench.dispose();
      });
    },
  );
}

describe('the ledger file', () => {
  it('may be copied when it is closed', async () => {
    const place = await madeLedger();
    mkdirSync(join(folder, 'copy'));
    copyFileSync(place, join(folder, 'copy', 'ledger.verbale'));
    const store = await openStore(join(folder, 'copy', 'ledger.verbale'));
    expect((await store.counts()).reports).toBe(3);
    await store.close();
  });
});
