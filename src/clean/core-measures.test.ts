import { expect, test } from 'vitest';
import { CORE_MEASURES, coreMeasures } from './core-measures.ts';
import { MeasureTable } from './measure-table.ts';
import { pageFacts } from './page-facts.ts';
import { pageRules } from './rules-for-tests.ts';
import { splitStretches } from './stretches.ts';

const PAGE = [
  'Ada Lind',
  'Harbour board puts off the pilot fee',
  'The harbour board put off the pilot fee on Monday, the clerk of the board said in a letter to the ferry line.',
  'The ferry line had asked the board for a lower fee, and the pilots had asked for a higher one.',
  'Orchards in the valley expect a late blossom after weeks of frost and little sun, growers told the fair.',
  'Ada Lind reports on the harbour and lives by the sea with two dogs.',
];
const facts = pageFacts(splitStretches(PAGE.join('\n')), pageRules());

function measure(name: (typeof CORE_MEASURES)[number], chances: readonly number[]): number[] {
  const write = coreMeasures(Float64Array.from(chances), facts);
  const table = new MeasureTable(PAGE.length, CORE_MEASURES.length);
  return PAGE.map((_, i) => {
    table.go(i, 0);
    write(i, table);
    return table.get(i, CORE_MEASURES.indexOf(name));
  });
}

const CHANCES = [0, 0.1, 0.9, 0.9, 0.3, 0.2];

test('a line on the matter of the likely body shares more of it than one on another matter', () => {
  const topic = measure('coreTopic', CHANCES);
  expect(topic[3]).toBeGreaterThan(topic[4]! + 0.2);
  expect(topic[1]).toBeGreaterThan(0.5);
});

test('likely lines next to each other make one lump, and what is unlikely lies in none', () => {
  expect(measure('lumpWords', CHANCES).map((w) => w > 0)).toEqual([false, false, true, true, false, false]);
  expect(measure('lumpShare', CHANCES)[2]).toBe(1);
});

test('a line that opens with the name that stands alone on the page is told from others', () => {
  expect(measure('opensName', CHANCES)).toEqual([0, 0, 0, 0, 0, 1]);
});

test('likely words are counted from the top and from the bottom', () => {
  const [above, below] = [measure('wordsAbove', CHANCES), measure('wordsBelow', CHANCES)];
  expect([above[2], below[2]]).toEqual([
    above[1]! + 0.1 * facts.lines[1]!.count,
    below[1]! - 0.9 * facts.lines[2]!.count,
  ]);
  expect([above[0], below.at(-1)]).toEqual([0, expect.closeTo(0)]);
});
