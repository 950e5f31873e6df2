import { expect, test } from 'vitest';
import { readByline } from './byline.ts';
import { pageRules } from './rules-for-tests.ts';

const rules = pageRules();
const namesIn = (line: string): string | null => readByline(line, rules)?.names ?? null;

test('persons are read with and without their lead word', () => {
  expect(namesIn('By Ottilie Brandvold and Harald Nygren in Bodø')).toBe('Ottilie Brandvold and Harald Nygren');
  expect(namesIn('Ottilie Brandvold')).toBe('Ottilie Brandvold');
});

test('sections and readerships are no persons', () => {
  expect(namesIn('In Harbour News, News')).toBeNull();
  expect(namesIn('For Subscribers')).toBeNull();
});
