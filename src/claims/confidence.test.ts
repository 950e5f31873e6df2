import { describe, expect, it } from 'vitest';
import { confidenceOf } from './confidence.ts';

const PLAIN = { twoSided: true, noActor: false, noClass: false, quoted: false, loose: false, likeness: 0.3 };

describe('confidenceOf', () => {
  it('never falls as strength rises', () => {
    const values = Array.from({ length: 21 }, (_, i) => confidenceOf(i / 20, PLAIN));
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('stays between nothing and certainty', () => {
    expect(
      confidenceOf(-1, { twoSided: false, noActor: true, noClass: true, quoted: true, loose: true, likeness: 0 }),
    ).toBeGreaterThan(0);
    expect(confidenceOf(2, PLAIN)).toBeLessThan(1);
  });

  it.each([
    ['one side only', { twoSided: false }],
    ['nobody who acts', { noActor: true }],
    ['no class', { noClass: true }],
    ['quotation marks', { quoted: true }],
    ['a loose reading', { loose: true }],
    ['words unlike those of its class', { likeness: 0.01 }],
  ])('falls with %s', (_, sign) => {
    expect(confidenceOf(0.8, { ...PLAIN, ...sign })).toBeLessThan(confidenceOf(0.8, PLAIN));
  });
});
