import { expect, test } from 'vitest';
import { groupMeasures } from './group-measures.ts';

test('a line is told what the others of its group are held for, not what it is held for itself', () => {
  const table = groupMeasures(Float64Array.from([0.9, 0.1, 0.5]), [8, 18, 8], [Int32Array.from([0, 0, 1])]);
  expect([0, 1, 2].map((i) => table.get(i, 0))).toEqual([0.1, 0.9, -1].map((x) => expect.closeTo(x, 9)));
  expect([0, 1, 2].map((i) => table.get(i, 1))).toEqual([2, 9, 0].map((x) => expect.closeTo(x, 9)));
});

test('long lines count more, up to a bound', () => {
  const table = groupMeasures(Float64Array.from([1, 0, 0.5]), [900, 29, 8], [Int32Array.from([0, 0, 0])]);
  expect(table.get(2, 0)).toBeCloseTo(62 / 93, 9);
});
