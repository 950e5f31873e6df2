import { expect, test } from 'vitest';
import { pageRules } from './rules-for-tests.ts';
import { findStamps } from './stamps.ts';

const rules = pageRules();
const read = (line: string) =>
  findStamps(line, rules).map((s) => `${s.day}${s.time ? `T${s.time}` : ''}${s.offset ?? ''}`);

test.each([
  ['Published: 4 May 2009', '2009-05-04'],
  ['Last Updated : Feb 28 2025 | 8:18 PM IST', '2025-02-28T20:18+05:30'],
  ['Fri 17 Mar 2023 16.42 GMT', '2023-03-17T16:42+00:00'],
  ['March 12, 2019 at 6:42 p.m. EDT', '2019-03-12T18:42-04:00'],
  ['Publisert: 15. mai 2025 kl. 13:05', '2025-05-15T13:05'],
  ['04.11.2024. 13:20', '2024-11-04T13:20'],
  ['2020-02-06T08:30:00+00:00', '2020-02-06T08:30+00:00'],
  ['2025-08-28 17:44 KST', '2025-08-28T17:44+09:00'],
  ['Thursday 9th March 2023', '2023-03-09'],
  ['27 Apr 2017 09:14PM', '2017-04-27T21:14'],
  ['27 December 2025 [17:05]', '2025-12-27T17:05'],
  ['22 May 2014 Last updated at 13:07', '2014-05-22'],
  ['23/10/2014 18:22 EAT', '2014-10-23T18:22+03:00'],
  ['10/23/2014', '2014-10-23'],
  ['Veröffentlicht am 3. März 2021 um 9:05 Uhr', '2021-03-03T09:05'],
  ['5 de mayo de 2019', '2019-05-05'],
  ['12:01, 5 June 2018', '2018-06-05T12:01'],
  ['2016年12月1日', '2016-12-01'],
])('%s', (line, expected) => {
  expect(read(line)).toEqual([expected]);
});

test('no stamp in figures, ranges and impossible days', () => {
  expect(read('The tender of 2019 1,200 lots')).toEqual([]);
  expect(read('31 June 2018')).toEqual([]);
  expect(read('Call 020 2019 2020')).toEqual([]);
});

test('day and month that could change places are marked', () => {
  expect(findStamps('03/04/2012', rules)[0]).toMatchObject({ day: '2012-04-03', ambiguous: true });
});
