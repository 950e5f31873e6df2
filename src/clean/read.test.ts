import { expect, test } from 'vitest';

import { readReports } from './read.ts';
import { pageRules } from './rules-for-tests.ts';

const rules = pageRules();

async function readOne(bytes: Uint8Array, source = 'a.txt') {
  for await (const outcome of readReports(bytes, { source }, rules)) return outcome;
  throw new Error('no report');
}

const utf8 = (s: string) => new TextEncoder().encode(s);

test('the text of a plain file is kept as it is', async () => {
  const text = 'published: 2024-05-02\r\n\r\nThe ministers of the two states met in the harbour town on Thursday.\r\n';
  const { value } = await readOne(utf8(text));
  expect(value.text).toBe(text);
  expect(value.published?.edtf).toBe('2024-05-02');
  expect(value.id).toMatch(/^r[0-9a-f]{24}$/);
});

test('the same bytes give the same id, other bytes another', async () => {
  const [a, b, c] = [await readOne(utf8('One.')), await readOne(utf8('One.'), 'b.txt'), await readOne(utf8('Two.'))];
  expect(a.value.id).toBe(b.value.id);
  expect(a.value.id).not.toBe(c.value.id);
});

test('empty and binary inputs are problems', async () => {
  expect((await readOne(new Uint8Array())).problems.map((p) => p.code)).toEqual(['PAGE-001']);
  expect((await readOne(new Uint8Array([0x89, 0x50, 0, 0, 0, 1, 2, 3, 4, 5]))).problems.map((p) => p.code)).toEqual([
    'PAGE-002',
  ]);
});
