import { expect, test } from 'vitest';
import { bodyLines, refineLines } from '../../training/pages/gold-lines.ts';

const marked = (lines: readonly string[], gold: string): string[] => {
  const body = refineLines(lines, bodyLines(lines, gold), gold);
  return lines.filter((_, i) => body[i]);
};

test('lines are body where they follow the gold in its order', () => {
  const lines = [
    'Home',
    'The two ports will reopen to ferries in May.',
    'More news',
    'Fares stay as they were in spring.',
  ];
  expect(marked(lines, `${lines[1]}\n${lines[3]}`)).toEqual([lines[1], lines[3]]);
});

test('short lines of a list are body, one by one as the gold has them', () => {
  const ports = ['Port of Alder', 'Ferry pier', 'Quay two', 'Old mole', 'Ferry pier', 'North bay'];
  const lines = ['Ferry pier', 'Sections', 'These quays take part in the trial this year:', ...ports, 'Subscribe now'];
  expect(marked(lines, lines.slice(2, -1).join('\n'))).toEqual(lines.slice(2, -1));
});

test('a paragraph that the gold says twice is body twice', () => {
  const again = 'Bring one bag, one ticket and one proof of where you live.';
  const lines = ['For the morning crossing:', again, 'For the evening crossing:', again, 'Comments'];
  expect(marked(lines, lines.slice(0, 4).join('\n'))).toEqual(lines.slice(0, 4));
});
