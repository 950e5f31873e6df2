/** Bad input from the shell: a clear message with the remedy, exit code 1, nothing lost, the rest of the batch still done. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../fixtures/reader.ts';
import { inTempFolder, verbale } from './verbale.ts';

const GOOD = join(EXAMPLES, 'b1-expulsion.txt');
const TEXT = 'published: 2024-05-14\n\nGhana expelled three Togolese diplomats on Monday, the foreign ministry said.\n';
const root = process.getuid?.() === 0;

/** Files no reader can make a report of, and what the message must name. */
const REFUSED: readonly (readonly [string, Uint8Array | string, RegExp])[] = [
  ['empty.txt', '', /empty/i],
  ['blank.txt', ' \n\t\n ', /empty|no text/i],
  ['binary.txt', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256), /binary|not text/i],
];

/** Files in unusual encodings that must be read all the same. */
const READ: readonly (readonly [string, Buffer])[] = [
  ['utf16le.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])],
  ['utf16be.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(TEXT, 'utf16le').swap16()])],
  ['latin1.txt', Buffer.from(TEXT.replace('foreign', 'Lomé foreign'), 'latin1')],
  ['mixed.txt', Buffer.concat([Buffer.from(TEXT), Buffer.from('Caf\xe9 society said “no”.\n', 'latin1')])],
];

describe('a batch with bad input', () => {
  it.each(REFUSED)('refuses %s, says why, and reads the rest', (name, bytes, message) =>
    inTempFolder(async (folder) => {
      writeFileSync(join(folder, name), bytes);
      const ran = await verbale(['read', '--format', 'jsonl', join(folder, name), GOOD]);
      expect(ran.stderr).toMatch(message);
      expect(ran.code).toBe(1);
      expect(ran.stdout.trim().split('\n')).toHaveLength(1);
    }),
  );

  it('reads UTF-16, Latin-1 and mixed encodings', () =>
    inTempFolder(async (folder) => {
      for (const [name, bytes] of READ) writeFileSync(join(folder, name), bytes);
      const ran = await verbale(['read', '--format', 'jsonl', folder]);
      const lines = ran.stdout
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l) as { report: { text: string; published: { edtf: string } } });
      expect(lines).toHaveLength(READ.length);
      for (const { report } of lines) {
        expect(report.text).toContain('Ghana expelled three Togolese diplomats');
        expect(report.published.edtf).toBe('2024-05-14');
      }
    }));

  it('names missing files and empty folders, and reads the rest', () =>
    inTempFolder(async (folder) => {
      mkdirSync(join(folder, 'none'));
      const ran = await verbale(['read', join(folder, 'gone.txt'), join(folder, 'none'), GOOD]);
      expect(ran.stderr).toContain('IN-001');
      expect(ran.stderr).toContain('IN-002');
      expect(ran.stdout).toContain('Ghana');
      expect(ran.code).toBe(1);
    }));

  it.skipIf(root)('names a file it may not read (skipped as root, who may read all)', () =>
    inTempFolder(async (folder) => {
      const path = join(folder, 'secret.txt');
      writeFileSync(path, TEXT);
      chmodSync(path, 0);
      const ran = await verbale(['read', path]);
      expect(ran.stderr).toContain('you may not read it');
      expect(ran.code).toBe(1);
    }),
  );

  it(
    'reads 50 MB in one file without falling over',
    () =>
      inTempFolder(async (folder) => {
        const path = join(folder, 'huge.txt');
        writeFileSync(path, 'The ferry left the harbour at noon and came back at dusk.\n'.repeat(900_000));
        const ran = await verbale(['read', '--format', 'jsonl', path, GOOD]);
        const sources = ran.stdout
          .trim()
          .split('\n')
          .filter((l) => l !== '').length;
        expect(sources + (ran.stderr.match(/refused/g) ?? []).length).toBe(2);
        expect(ran.stdout).toContain('b1-expulsion');
      }),
    120_000,
  );
});

describe('a wrong call', () => {
  it.each([
    ['read'],
    ['read', '--format', 'poem', GOOD],
    ['read', '--jobs', 'many', GOOD],
    ['show', 'Russia'],
    ['explain', 'nothing'],
    ['sing'],
  ])('%s %s %s exits with 2 and a remedy', (...args) =>
    inTempFolder(async (cwd) => {
      const ran = await verbale(args, { cwd });
      expect(ran.code).toBe(2);
      expect(ran.stderr.length).toBeGreaterThan(20);
      expect(ran.stdout).toBe('');
    }),
  );
});

describe('a ledger that cannot be used', () => {
  it('is left alone when it is not a database, or belongs to somebody else', () =>
    inTempFolder(async (folder) => {
      const text = join(folder, 'notes.verbale');
      writeFileSync(text, 'shopping list\n'.repeat(500));
      const foreign = join(folder, 'foreign.verbale');
      const db = new DatabaseSync(foreign);
      db.exec("create table birds (name text); insert into birds values ('wren')");
      db.close();
      for (const [place, code] of [
        [text, 'not a ledger'],
        [foreign, 'another program'],
      ] as const) {
        const ran = await verbale(['add', '--ledger', place, GOOD]);
        expect(ran.stderr).toContain(code);
        expect(ran.code).toBe(1);
      }
      const again = new DatabaseSync(foreign);
      expect(again.prepare('select name from birds').get()).toEqual({ name: 'wren' });
      again.close();
    }));

  it('takes two processes at once and loses nothing', () =>
    inTempFolder(async (folder) => {
      const ledger = join(folder, 'both.verbale');
      const names = ['a', 'b'].map((n) => Array.from({ length: 10 }, (_, i) => join(folder, `${n}${i}.txt`)));
      for (const [n, path] of names.flat().entries()) writeFileSync(path, TEXT.replace('three', `${n + 2}`));
      const runs = await Promise.all(names.map((paths) => verbale(['add', '--ledger', ledger, ...paths])));
      expect(runs.map((r) => r.code)).toEqual([0, 0]);
      const listed = await verbale(['list', 'reports', '--json', '--ledger', ledger]);
      expect((JSON.parse(listed.stdout) as unknown[]).length).toBe(20);
    }));
});
