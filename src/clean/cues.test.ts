import { expect, test } from 'vitest';
import { cuesOf, signBits } from './cues.ts';
import { bookOf } from './line-facts.ts';
import { pageRules } from './rules-for-tests.ts';

const rules = pageRules();
const book = bookOf(rules);
const hits = (line: string) => cuesOf(rules).find(book, book.read(line));
const signs = (line: string) => hits(line).map((h) => h.sign);

for (const entry of rules.pages) {
  if (entry.kind !== 'cues') continue;
  test(`the examples of ${entry.file} carry their sign`, () => {
    for (const line of entry.examples) expect(signs(line), line).toContain(entry.sign);
    for (const line of entry.not ?? []) expect(signs(line), line).not.toContain(entry.sign);
  });
}

test('a phrase tied to the start says how much of the line it covers', () => {
  const place = (line: string) => hits(line).find((h) => h.sign === 'list-head')?.place;
  expect(place('Related stories')).toBe('whole');
  expect(place('Related stories from the harbour')).toBe('start');
});

test('a figure of a phrase stands for any figure', () => {
  expect(signs('Pilots vote, 14 hours ago')).toContain('ago');
  expect(signs('Pilots vote, some hours ago')).not.toContain('ago');
});

test('marks between the words of a phrase do not part it', () => {
  expect(signs('Read: more')).toContain('read-more');
  expect(signs('Read - no more')).not.toContain('read-more');
});

test('every sign has a bit of its own', () => {
  const entries = rules.pages.flatMap((p) => (p.kind === 'cues' ? [p.sign] : []));
  expect(new Set(entries.map((sign) => signBits(sign))).size).toBe(new Set(entries).size);
  expect(signBits('legal', 'ago')).toBe(signBits('legal') | signBits('ago'));
});
