/** Background prose counts from its own dates: an invented tale of a border war. */
import { expect, test } from 'vitest';
import { loadRules } from '../rules/load.ts';
import { findDates } from './find-dates.ts';

const rules = await loadRules();

const TALE = `The quarrel over the strait began in 1871, when the two kingdoms closed their customs houses. In March 1872 envoys met, and in
April they parted. On 3 May the fleet sailed. The next day it anchored off the fort, and by 9 May the town had fallen.

In June 1873 a truce was signed. It held until 1890, as a treaty of 1812 had held before it. In July the garrisons went home. A second round,
planned for 1875, was dropped. On 2 August the border opened. The following year the tolls were lifted, and in January trade began again.
In the winter of 1874 the last prisoners were exchanged, and on 6 December 1874 the envoys returned.`;

const found = findDates(TALE, { published: '2024-05-14', rules }).value;

function read(words: string, nth = 0): string | null | undefined {
  return found.filter((m) => m.text === words)[nth]?.value?.edtf;
}

test.each([
  ['April', '1872-04'],
  ['3 May', '1872-05-03'],
  ['The next day', '1872-05-04'],
  ['9 May', '1872-05-09'],
])('months and days without a year go on from the last date: %s', (words, edtf) => {
  expect(read(words)).toBe(edtf);
});

test('a look aside and a term do not move the tale', () => {
  expect(read('July')).toBe('1873-07');
});

test('a year that is only mentioned does not move it either', () => {
  expect(read('2 August')).toBe('1873-08-02');
});

test('"the following year" does', () => {
  expect(read('The following year')).toBe('1874');
  expect(read('January')).toBe('1874-01');
});

test('the anchor and the reason name the words of the text', () => {
  const day = found.find((m) => m.text === '3 May');
  expect(day?.anchor).toMatchObject({ kind: 'text', edtf: '1872-04' });
  expect(day?.value?.reason).toContain('set by "April" in the text');
});
