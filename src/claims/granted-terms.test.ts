import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

const dues = (body: string): (string | undefined)[] =>
  readClaims({
    headline: 'Norway and Latvia',
    body: `${body}\n\nNorway and Latvia share a sea.`,
    published: '2021-03-10',
  }).claims.map((c) => c.due?.value?.edtf);

describe('terms granted as a length of time', () => {
  it('counts them from the day of the order', () => {
    expect(dues('Norway expelled a Latvian diplomat on March 8 and gave him 72 hours to leave.')).toContain(
      '2021-03-11',
    );
  });
  it('counts weeks and single verbs alike', () => {
    expect(dues('Norway on Monday gave Latvia two weeks to close its consulate.')).toContain('2021-03-22');
  });
  it('counts months by the calendar', () => {
    expect(dues('Norway on January 31 gave Latvia a month to close its consulate.')).toContain('2021-02-28');
  });
  it('counts from a day that is known to the week', () => {
    const text =
      'Norway expelled two Latvian diplomats three weeks ago and gave Latvia 48 hours to close its consulate.';
    expect(dues(text).some((due) => due?.startsWith('['))).toBe(true);
  });
  it('leaves a length that nobody grants alone', () => {
    expect(dues('Norway expelled a Latvian diplomat on March 8 after talks of 72 hours.')).not.toContain('2021-03-11');
  });
});
