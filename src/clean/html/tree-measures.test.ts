import { expect, test } from 'vitest';
import { pageRules } from '../rules-for-tests.ts';
import { TREE_MEASURES } from './tree-measures.ts';
import { visibleLines } from './visible.ts';
import { WEB_MEASURES, webFacts } from './web-facts.ts';

const FIRST = 'The harbour board read the letter of the pilots aloud and put off the vote on the ferry fee until May.';
const SECOND =
  'Growers of the valley asked for a lower fee, and the clerk of the board wrote their words down as well.';
const THIRD = 'A vote in May would leave the pilots four weeks to answer the growers, who will come to the pier again.';

/** The measures of each line by name. */
function measured(html: string): Record<string, number>[] {
  const page = visibleLines(html);
  const { table } = webFacts(
    page,
    page.lines.map(() => false),
    pageRules(),
  );
  const from = WEB_MEASURES.indexOf(TREE_MEASURES[0]!);
  return page.lines.map((_, i) => Object.fromEntries(TREE_MEASURES.map((m, k) => [m, table.get(i, from + k)])));
}

test('a paragraph is one step below the element that holds the text, a box in it two, what stands beside it meets it further up', () => {
  const rows = measured(
    `<main><div><p>${FIRST}</p><div class="promo"><h3>Sign up</h3></div><p>${SECOND}</p><p>${THIRD}</p></div><section><p>Tides</p></section></main>`,
  );
  expect(rows.map((r) => [r.up, r.down])).toEqual([
    [1, 0],
    [2, 0],
    [1, 0],
    [1, 0],
    [2, 1],
  ]);
  expect(rows.map((r) => r.boxAgainst)).toEqual([0, 1, 0, 0, 0]);
});

test('text below a heading over other reports does not make its element the one that holds the text', () => {
  const others = `<div><h3 class="related-title">You may like</h3><p>${SECOND}</p><p>${THIRD}</p></div>`;
  const rows = measured(`<main><div><p>${FIRST}</p><p>${THIRD}</p></div>${others}</main>`);
  expect(rows.map((r) => r.down)).toEqual([0, 0, 1, 1, 1]);
  expect(rows.map((r) => r.underHead)).toEqual([0, 0, 0, 1, 1]);
  expect(rows.map((r) => r.sinceHead)).toEqual([0, 0, 0, 1, 2]);
  const plain = measured(
    `<main><div><p>${FIRST}</p></div>${others.replace('related-title', 'title').replace('You may like', 'The valley')}</main>`,
  );
  expect(plain.map((r) => r.underHead)).toEqual([0, 0, 0, 0]);
});

test('a box tells how much of it are links and how many lines it has', () => {
  const rows = measured(
    `<div><p>${FIRST}</p><ul><li><a href="/a">Tides and winds</a></li><li><a href="/b">Fees</a></li></ul><p>${SECOND}</p></div>`,
  );
  expect(rows.map((r) => r.boxLinked)).toEqual([0, 1, 1, 0]);
  expect(rows.map((r) => r.boxLines)).toEqual([1, 2, 2, 1]);
  expect(rows.map((r) => r.boxList)).toEqual([0, 1, 1, 0]);
  expect(rows.map((r) => r['alike+1'])).toEqual([0, 1, 0, -1]);
});
