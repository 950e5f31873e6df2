import { expect, test } from 'vitest';
import { MeasureTable } from './measure-table.ts';

test('rows come out as they went in, however many lines lie together', () => {
  for (const lines of [1, 15, 16, 17, 40]) {
    const rows = Float64Array.from({ length: lines * 3 }, (_, k) => k + 1);
    const table = MeasureTable.of(rows, 3);
    expect([table.rows(), table.get(lines - 1, 2)]).toEqual([rows, lines * 3]);
  }
});

test('side by side, the measures of the second table follow those of the first', () => {
  const [a, b] = [MeasureTable.of(new Float64Array(20).fill(1), 1), MeasureTable.of(new Float64Array(40).fill(2), 2)];
  expect(a.beside(b).rows().slice(-3)).toEqual(Float64Array.of(1, 2, 2));
});
