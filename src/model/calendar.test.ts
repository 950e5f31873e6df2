import { describe, expect, it } from 'vitest';
import { addDays, dayAfter } from './calendar.ts';

describe('days counted from another', () => {
  it.each([
    ['2021-03-08', 'PT72H', '2021-03-11'],
    ['2021-03-08', 'PT30H', '2021-03-10'],
    ['2021-02-25', 'P10D', '2021-03-07'],
    ['2021-02-25', 'P2W', '2021-03-11'],
    ['2021-01-31', 'P1M', '2021-02-28'],
    ['2021-11-30', 'P3M', '2022-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
  ])('%s and %s make %s', (day, length, after) => {
    expect(dayAfter(day, length)).toBe(after);
  });

  it('stay untold where the length is vague', () => {
    expect(dayAfter('2021-01-31', 'PXM')).toBeNull();
    expect(dayAfter('2021-01-31', 'PT5M')).toBeNull();
  });

  it('cross months and years', () => {
    expect(addDays('2021-03-01', -1)).toBe('2021-02-28');
    expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
  });
});
