import { describe, expect, it } from 'vitest';
import { calibrated } from './confidence.ts';

describe('calibrated', () => {
  it('never falls as strength rises', () => {
    const values = Array.from({ length: 21 }, (_, i) => calibrated(i / 20));
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('stays between nothing and certainty', () => {
    expect(calibrated(-1)).toBeGreaterThan(0);
    expect(calibrated(2)).toBeLessThan(1);
  });
});
