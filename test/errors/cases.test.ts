/** Problems that no other test produces, each from the input that makes it. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReports } from '../../src/clean/read.ts';
import { fetchPage, LIMITS } from '../../src/cli/fetch/fetch-page.ts';
import { bytesOf } from '../../src/cli/inputs.ts';
import { readBytes as readInput } from '../../src/cli/read-one.ts';
import { postgresError } from '../../src/store/postgres/errors.ts';
import { sqliteError } from '../../src/store/sqlite/errors.ts';
import { readBytes, rules } from '../fixtures/reader.ts';

async function codes(text: string, source: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { problems } of readReports(new TextEncoder().encode(text), { source }, rules)) {
    found.push(...problems.map((p) => p.code));
  }
  return found;
}

const REPORT =
  'Ghana and Togo opened a joint office for fishing permits in Aflao on Thursday, the two ministries said.\n';

describe('problems', () => {
  it('IN-003: a file larger than is read whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbale-'));
    const path = join(folder, 'huge.txt');
    writeFileSync(path, 'x');
    truncateSync(path, 600 * 1024 * 1024);
    expect(await bytesOf(path)).toMatchObject({ code: 'IN-003' });
    rmSync(folder, { recursive: true });
  });

  it('IN-004: a fault of ours on one input does not end the run', async () => {
    const { refused } = await readInput(null as never, { source: 'x' });
    expect(refused[0]).toMatchObject({ code: 'IN-004' });
  });

  it('FETCH-005: nobody answers', async () => {
    const told = await fetchPage('http://127.0.0.1:9/', { ...LIMITS, permits: () => true });
    expect(told).toMatchObject({ code: 'FETCH-005' });
  });

  it('PAGE-004: a page without a line that reads like a report', async () => {
    expect(await codes('<html><body><script>start()</script></body></html>', 'menu.html')).toContain('PAGE-004');
  });

  it('PAGE-005: a page without a date', async () => {
    expect(await codes(REPORT, 'a.txt')).toContain('PAGE-005');
  });

  it('PAGE-006: more lines than any report has', async () => {
    expect(await codes(`${REPORT}\n`.repeat(260_000), 'a.txt')).toContain('PAGE-006');
  });

  it('PAGE-009: mark-up nested beyond reason', async () => {
    expect(await codes(`<html><body>${'<div>'.repeat(5000)}<p>${REPORT}</p></body></html>`, 'a.html')).toContain(
      'PAGE-009',
    );
  });

  it('PAGE-010: an item without a text of its own', async () => {
    expect(await codes(JSON.stringify({ title: 'Only a title' }), 'a.json')).toContain('PAGE-010');
  });

  it.each([
    [8, 'STORE-005'],
    [13, 'STORE-006'],
    [5, 'STORE-007'],
    [1, 'STORE-010'],
  ])('SQLite answers %i: %s', (errcode, code) => {
    const told = sqliteError(Object.assign(new Error('x'), { errcode }), 'a.verbale');
    expect(told).toMatchObject({ problem: { code } });
  });

  it.each([
    ['42501', 'STORE-005'],
    ['53100', 'STORE-006'],
    ['55P03', 'STORE-007'],
    ['ECONNREFUSED', 'STORE-009'],
    ['XX000', 'STORE-010'],
  ])('PostgreSQL answers %s: %s', (sqlstate, code) => {
    const told = postgresError(Object.assign(new Error('x'), { code: sqlstate }), 'postgres://h/d');
    expect(told).toMatchObject({ problem: { code } });
  });

  it('say where and what: no message without a remedy', async () => {
    const { refused } = await readBytes(new Uint8Array(), 'empty.txt');
    expect(refused[0]?.message).toMatch(/empty.*Check/);
  });
});
