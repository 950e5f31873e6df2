import { describe, expect, it } from 'vitest';
import { exponent, sigmoid, softmax, tanh } from './curves.ts';

describe('curves', () => {
  it('follow the functions they stand for', () => {
    for (let x = -20; x <= 20; x += 0.37) {
      expect(Math.abs(exponent(x) / Math.exp(x) - 1)).toBeLessThan(1e-10);
      expect(Math.abs(sigmoid(x) - 1 / (1 + Math.exp(-x)))).toBeLessThan(2e-4);
      expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThan(2e-5);
    }
  });
  it('shares add up to one', () => {
    const values = new Float32Array([9, 1, 2, 3, 9]);
    softmax(values, 1, 3);
    expect([...values].map((v) => Number(v.toFixed(4)))).toEqual([9, 0.09, 0.2447, 0.6652, 9]);
  });
});
