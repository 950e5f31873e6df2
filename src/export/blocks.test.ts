import { expect, test } from 'vitest';
import type { Report } from '../model/index.ts';
import { renderBlocks } from './blocks.ts';

const text = 'Menu\nThe two ministers met in the harbour town.';
const report: Report = {
  id: 'r0',
  source: 'harbour.txt',
  format: 'text',
  text,
  blocks: [
    { start: 0, end: 4, kind: 'dropped', reason: 'navigation', why: 'It stands among menus.' },
    { start: 5, end: text.length, kind: 'body', why: '8 words of running text.' },
  ],
  headline: null,
  outlet: null,
  agency: 'AP',
  byline: null,
  dateline: null,
  published: null,
  language: null,
};

test('shows kept and dropped blocks with their grounds', () => {
  const out = renderBlocks(report);
  expect(out).toContain('- navigation    Menu');
  expect(out).toContain('+ body          The two ministers met in the harbour town.');
  expect(out).toContain('(It stands among menus.)');
  expect(out).toContain('agency      AP');
  expect(out).toContain('published   not stated');
  expect(out).toContain('1 body blocks; 91 % of the page kept, 9 % dropped.');
});

test('a report without blocks is shown without a fault', () => {
  expect(renderBlocks({ ...report, text: '', blocks: [] })).toContain('0 body blocks; 0 % of the page kept');
});
