import { expect, test } from 'vitest';
import { cuesOf } from './cues.ts';
import { pageRules } from './rules-for-tests.ts';
import { pageWords } from './words.ts';

const rules = pageRules();
const cues = cuesOf(rules);
const signs = (line: string) => cues.find(pageWords(line)).map((h) => h.sign);

for (const entry of rules.pages) {
  if (entry.kind !== 'cues') continue;
  test(`the examples of ${entry.file} carry their sign`, () => {
    for (const line of entry.examples) expect(signs(line), line).toContain(entry.sign);
    for (const line of entry.not ?? []) expect(signs(line), line).not.toContain(entry.sign);
  });
}

test('a phrase tied to the start says how much of the line it covers', () => {
  const place = (line: string) => cues.find(pageWords(line)).find((h) => h.sign === 'list-head')?.place;
  expect(place('Related stories')).toBe('whole');
  expect(place('Related stories from the harbour')).toBe('start');
});
