import { expect, test } from 'vitest';
import { splitStretches } from './stretches.ts';
import { joinWrapped } from './wrapped.ts';

const join = (text: string) => joinWrapped(splitStretches(text), text);

const WRAPPED = `The two ministers agreed to resume the
talks on the ferry line, which were
broken off in spring.

Nobody would say when the
pilots are to be asked.`;

test('paragraphs of a wrapped text become one stretch each, with offsets kept', () => {
  const out = join(WRAPPED);
  expect(out.map((s) => s.text.split(' ').length)).toEqual([18, 10]);
  for (const s of out) expect(s.text).toBe(WRAPPED.slice(s.start, s.end).replaceAll('\n', ' '));
});

test('a page of headlines and whole paragraphs is left alone', () => {
  const page = 'Home\nWorld\nFerry line reopens\nThe two ministers met on Friday and agreed on the fares.\nIt rained.';
  expect(join(page)).toHaveLength(5);
});
