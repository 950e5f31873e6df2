/** `verbale dates` as a person or a pipeline calls it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, expect, test, vi } from 'vitest';
import { register } from './dates.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbale-dates-'));

afterEach(() => vi.restoreAllMocks());

async function call(...args: string[]): Promise<string> {
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  const program = new Command();
  register(program);
  await program.parseAsync(['node', 'verbale', 'dates', ...args]);
  return printed;
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('shows what the dates of a text mean and why', async () => {
  const shown = await call('--published', '2025-02-28', 'They met on Thursday.');
  expect(shown).toContain('2025-02-27');
  expect(shown).toContain('publication day');
});

test('--json gives one object a date', async () => {
  const lines = (await call('--json', '--published', '2025-02-28', 'Met on Thursday, due by May 1.'))
    .trim()
    .split('\n');
  expect(lines.map((l) => JSON.parse(l).value.edtf)).toEqual(['2025-02-27', '2025-05-01']);
});

test('--timex3 gives lines that a scorer takes as they are', async () => {
  const docs = file('docs.jsonl', `${JSON.stringify({ doc: 'a', dct: '2025-02-28', text: '😀 Met on Thursday.' })}\n`);
  const printed = await call('--timex3', docs);
  expect(JSON.parse(printed)).toEqual({
    doc: 'a',
    start: 9,
    end: 17,
    text: 'Thursday',
    type: 'DATE',
    value: '2025-02-27',
  });
});

test.each([
  ['no text', []],
  ['a day that is none', ['--published', '2025-02-31', 'Met on Thursday.']],
  ['a line that is no document', ['--timex3', file('null.jsonl', 'null\n')]],
  ['a line that is no JSON', ['--timex3', file('broken.jsonl', '{\n')]],
  ['a file that is not there', ['--timex3', join(folder, 'missing.jsonl')]],
])('a wrong call is told: %s', async (_, args) => {
  await expect(call(...args)).rejects.toThrow(/give a text|YYYY-MM-DD|needs "doc"|not a line of JSON|ENOENT/);
});
