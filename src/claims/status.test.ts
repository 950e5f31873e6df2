/** How real a claim is, in invented text: terms that stand as phrases, states that last, what both sides say, hearsay. */
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

const status = (body: string, plover: string): string | undefined =>
  readClaims({ headline: 'Two neighbours', body: `${body} Fog came. It rained in the north.` }).claims.find(
    (c) => c.plover === plover,
  )?.status;

describe('the status of a claim', () => {
  it.each([
    ['Norway is ready to pay for the pier in exchange for a lease from Latvia.', 'AGREE', 'conditional'],
    ['Norway has offered Latvia a loan, but only when the last pillar stands.', 'AGREE', 'conditional'],
    ['Norway is willing to pay Latvia for the pier as soon as possible.', 'AGREE', 'offered'],
    ['The forces of Norway and Latvia are to conduct a joint exercise in August.', 'COOPERATE', 'planned'],
    ['Norway has continued to increase its armed forces in Latvia.', 'MOBILIZE', 'ongoing'],
    ['Norwegian soldiers have occupied the Latvian village since the war.', 'COERCE', 'ongoing'],
  ])('%s', (text, plover, expected) => {
    expect(status(text, plover)).toBe(expected);
  });
});
