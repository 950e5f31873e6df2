import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome, Report } from '../model/index.ts';
import { readHtml, readReports, readTextDump } from './read.ts';
import { pageRules } from './rules-for-tests.ts';

const rules = pageRules();
const PAGE = `Home | World | Sport
Ferry line reopens after talks
By Ada Lind
3 May 2024, 09:30
OSLO (AP) - The ferry ministers of the two island states met on Friday and agreed to reopen the line.
ALSO READ: Pilots go on strike
They said that the pilots of both sides would be heard before the timetable is fixed.
12 Comments
© 2024 Harbour Gazette`;
const HTML = PAGE.split('\n')
  .map((l) => `<div class="x"><p>${l}</p></div>`)
  .join('');

/** Blocks are in order, do not overlap, lie inside the text and hold no white space at their edges. */
function checkBlocks({ value, problems }: Outcome<Report>): void {
  let end = 0;
  for (const b of value.blocks) {
    expect(b.start).toBeGreaterThanOrEqual(end);
    expect(b.end).toBeGreaterThan(b.start);
    expect(b.end).toBeLessThanOrEqual(value.text.length);
    const text = value.text.slice(b.start, b.end);
    expect(text).toBe(text.trim());
    expect(b.kind === 'dropped').toBe(b.reason !== undefined);
    end = b.end;
  }
  for (const p of problems) expect(p.code).toMatch(/^PAGE-\d{3}$/);
}

/** Everything that is not white space lies in a block. */
function checkCover({ value }: Outcome<Report>): void {
  let rest = '';
  let at = 0;
  for (const b of value.blocks) {
    rest += value.text.slice(at, b.start);
    at = b.end;
  }
  rest += value.text.slice(at);
  expect(rest.replace(/[\s\u200b\u200e\u200f\ufeff]/g, '')).toBe('');
}

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(40),
  put: fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '\n',
      '\r',
      '<',
      '>',
      '{',
      '});',
      '"',
      '\u0000',
      '<script>',
      '</div>',
      '<!--',
      '&#',
      '“',
      '2024-13-45',
    ),
  ),
});

function mutate(text: string, steps: readonly { at: number; cut: number; put: string }[]): string {
  let out = text;
  for (const { at, cut, put } of steps) {
    const i = Math.floor(at * out.length);
    out = out.slice(0, i) + put + out.slice(i + cut);
  }
  return out;
}

test('any text gives blocks that cover it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const out = readTextDump(text, { source: 'x' }, rules);
      checkBlocks(out);
      checkCover(out);
      expect(out.value.text).toBe(text);
    }),
    { numRuns: 120 },
  );
});

test('mutated dumps keep their text and their order', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 8 }), (steps) => {
      const text = mutate(PAGE, steps);
      const out = readTextDump(text, { source: 'x' }, rules);
      checkBlocks(out);
      checkCover(out);
      expect(out.value.text).toBe(text);
    }),
    { numRuns: 150 },
  );
});

test('mutated pages never crash', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 10 }), (steps) => {
      const out = readHtml(mutate(HTML, steps), { source: 'x' }, rules);
      checkBlocks(out);
      checkCover(out);
    }),
    { numRuns: 80 },
  );
});

test('any bytes under any name give reports and problems', async () => {
  const names = fc.constantFrom('a.txt', 'a.html', 'a.json', 'a.eml', 'a.xml', 'a.docx', 'a.warc', 'a.mhtml', 'a.md');
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), names, async (bytes, source) => {
      let n = 0;
      for await (const out of readReports(bytes, { source }, rules)) {
        checkBlocks(out);
        n++;
      }
      expect(n).toBeGreaterThan(0);
    }),
    { numRuns: 120 },
  );
});

test('the same input is read the same way twice', () => {
  expect(readTextDump(PAGE, { source: 'x' }, rules)).toEqual(readTextDump(PAGE, { source: 'x' }, rules));
});

const within = (ms: number, run: () => Outcome<Report>): Outcome<Report> => {
  const start = performance.now();
  const out = run();
  expect(performance.now() - start).toBeLessThan(ms);
  return out;
};

test('deep nesting is a problem, not a crash', () => {
  const out = within(20_000, () =>
    readHtml(`${'<div>'.repeat(100_000)}The two ministers met.`, { source: 'x' }, rules),
  );
  expect(out.problems.map((p) => p.code)).toContain('PAGE-009');
});

test.each([
  ['one long line', 'The clerk said that the quay is closed. '.repeat(100_000)],
  ['many lines', 'The clerk said that the quay is closed.\nMenu\n'.repeat(20_000)],
  ['open braces', '{(;'.repeat(300_000)],
  ['quotation marks', '“'.repeat(300_000)],
  ['blanks', `${' '.repeat(500_000)}x`],
  ['dates', '2020-01-01 '.repeat(60_000)],
])('%s: read in time', (_, text) => {
  checkBlocks(within(30_000, () => readTextDump(text, { source: 'x' }, rules)));
});

const BODY = Array.from(
  { length: 12 },
  (_, i) => `The harbour board of pier ${i} met and asked for a lower fee on Monday.`,
);

/** Many lines that differ, each with what names an outlet, a day or a person. */
test.each([
  ['notices of publishers', (name: string) => `© 2024 Harbour ${name}`],
  ['stamps', (name: string) => `${name} 3 May 2024`],
  ['bylines', (name: string) => `By Ada ${name}`],
])('%s: above and below the text, read in time', (_, line) => {
  const letters = 'abcdefghijklmnopqrst';
  const name = (i: number): string =>
    `Pi${letters[i % 20]}e${letters[Math.trunc(i / 20) % 20]}${letters[Math.trunc(i / 400) % 20]}${letters[Math.trunc(i / 8000)]}`;
  const lines = Array.from({ length: 15_000 }, (_, i) => line(name(i)));
  within(20_000, () => readTextDump([...lines, ...BODY, ...lines].join('\n'), { source: 'x' }, rules));
});

test('what is too large to be weighed is one dropped block with a problem', () => {
  const out = readTextDump('Menu item\n'.repeat(200_005), { source: 'x' }, rules);
  expect(out.problems.map((p) => p.code)).toContain('PAGE-006');
  expect(out.value.blocks.at(-1)).toMatchObject({ kind: 'dropped', reason: 'other' });
  checkBlocks(out);
  checkCover(out);
});

test.each([
  ['open tags', '<a href="'.repeat(60_000)],
  ['open comments', '<!--'.repeat(60_000)],
  ['open scripts', '<script type="application/ld+json">{'.repeat(40_000)],
])('%s: read in time', (_, html) => {
  checkBlocks(within(30_000, () => readHtml(html, { source: 'x' }, rules)));
});
