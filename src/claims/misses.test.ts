import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';
import { missesOf } from './misses.ts';

describe('missesOf', () => {
  const reading = readClaims({
    headline: 'Norway and Latvia',
    body: 'Norway outpaced Latvia through the strait. Latvia expelled a Norwegian diplomat. Rain fell.',
  });

  it('shows the sentence that names two sides and gave no claim', () => {
    expect(missesOf(reading).map((m) => m.verbs[0])).toEqual(['outpace']);
  });

  it('leaves out what gave a claim', () => {
    expect(missesOf(reading).every((m) => !m.text.includes('expelled'))).toBe(true);
  });
});
