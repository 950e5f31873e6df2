import { expect, test } from 'vitest';
import { countMarks } from './marks.ts';

test('ends of sentences need a space and a new start', () => {
  expect(countMarks('They met. “Nothing came of it,” he said. 12 of them left.').stops).toBe(3 - 1);
  expect(countMarks('The U.N. envoy of v.2 left').stops).toBe(0);
});

test('commas, quotation marks and separators are counted', () => {
  expect(countMarks('Home | News | "World", sport')).toMatchObject({ separators: 2, quotes: 2, commas: 1 });
  expect(countMarks("``We met,'' he said").quotes).toBe(2);
});

test('capitals and fused words', () => {
  expect(countMarks('TOP STORIES').allCapitals).toBe(true);
  expect(countMarks('ÉTÉ').allCapitals).toBe(true);
  expect(countMarks('Top Stories')).toMatchObject({ allCapitals: false, fused: false });
  expect(countMarks('Crash at quayFerry late').fused).toBe(true);
});
