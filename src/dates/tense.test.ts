/** Times without a year in the clauses that look ahead, in invented text, read with a parse. */
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

const dates = (body: string): (string | undefined)[] =>
  readClaims({ headline: 'Two neighbours', body }).dates.map((d) => d.value?.edtf);

describe('a month without a year', () => {
  it.each([
    ['Norway offered Latvia to host a round in September.', '2021-09'],
    ['Norway undertook to give the charts back in November.', '2021-11'],
    ['Latvia proposed holding a round in October.', '2021-10'],
    ['Norway assured Latvia that the sailors would be home by Christmas.', '2021-12-25'],
  ])('lies ahead of an offer or a promise: %s', (body, edtf) => {
    expect(dates(body)).toEqual([edtf]);
  });

  it('lies behind what was done', () => {
    expect(dates('Norway handed the charts to Latvia in November.')).toEqual(['2020-11']);
  });
});
