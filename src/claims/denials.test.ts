/** What a side says is not so at all, in a report of two sides; invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

const told = (said: string): string[] =>
  readClaims({
    body: `Togo accused Benin of holding back the mail. ${said} The Togolese post office wrote to Benin again on Friday. It rained.`,
  }).claims.map((c) => `${c.kind} ${c.plover} ${c.status} ${c.actors}>${c.counterparts}`);

describe('denials of a side that name nobody', () => {
  it.each([
    'The Beninese government insists that no bag was opened.',
    'Benin says nobody has stopped anything.',
    'Benin says there was no order.',
    '"This has nothing to do with stamps," the Beninese minister said.',
  ])('%s', (said) => {
    expect(told(said)).toContain('statement null denied BEN>TGO');
  });

  it('takes a retort for a refusal', () => {
    expect(told('"Bags travel at their own pace," the Beninese minister retorted.')).toContain(
      'statement REJECT happened BEN>TGO',
    );
  });

  it('takes no plain remark for a denial', () => {
    expect(told('Benin says the bags are heavy.').join()).not.toContain('denied BEN');
  });
});
