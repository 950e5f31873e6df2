import { expect, test } from 'vitest';
import { pageFacts } from './page-facts.ts';
import { pageRules } from './rules-for-tests.ts';
import { settle, settleHtml } from './settle.ts';
import { splitStretches } from './stretches.ts';

const SENTENCE = 'The ferry line asked the harbour board for a lower fee in a letter that the clerk read out';

const OPENING = 'Two other letters had their turn before the pilots and the growers of the valley were heard at last.';

/** Lines of equal length with the given chances, with furniture among them so that the page is no plain text. */
function settled(
  chances: readonly number[],
  lines = chances.map((_, i) => (i === 0 ? OPENING : `${SENTENCE} on day ${i + 2}.`)),
): boolean[] {
  const furniture = Array.from({ length: 12 }, (_, i) => `Menu ${i}`);
  const facts = pageFacts(splitStretches([...furniture, ...lines].join('\n')), pageRules());
  return settle(facts, Float64Array.from([...furniture.map(() => 0), ...chances])).slice(furniture.length);
}

test('beside sure lines doubtful ones are left out, on a doubtful page they stay', () => {
  expect(settled([0.95, 0.97, 0.3, 0.3, 0.96, 0.95])).toEqual([true, true, false, false, true, true]);
  expect(settled([0.34, 0.36, 0.3, 0.33, 0.35])).toEqual([true, true, true, true, true]);
});

test('no page with likely text is left without a body', () => {
  expect(settled([0.05, 0.24, 0.04]).some(Boolean)).toBe(true);
});

test('what stands below the head of the comments must be surer, a sentence with the same words is no head', () => {
  const long = Array.from({ length: 10 }, (_, i) => `${SENTENCE} on day ${i + 2}.`);
  const chances = [...long.map(() => 0.9), 0.1, 0.6];
  const below = `${SENTENCE} of the year.`;
  expect(settled(chances, [...long, 'Leave a comment', below]).at(-1)).toBe(false);
  expect(settled(chances, [...long, 'Your message to the board stands', below]).at(-1)).toBe(true);
});

test('open lines below the last sentence are no body where they are in doubt', () => {
  const lines = [OPENING, `${SENTENCE} on Monday.`, `${SENTENCE} on Friday.`, 'Two valleys share one late frost'];
  expect(settled([0.95, 0.95, 0.95, 0.55], lines)).toEqual([true, true, true, false]);
  expect(settled([0.95, 0.95, 0.95, 0.85], lines)).toEqual([true, true, true, true]);
});

test('a dateline alone on its line above the body belongs to it', () => {
  const lines = ['HARSTAD (AP) --', OPENING, `${SENTENCE} on Monday.`, `${SENTENCE} on Friday.`];
  expect(settled([0.05, 0.95, 0.95, 0.95], lines)[0]).toBe(true);
  expect(settled([0.05, 0.95, 0.95, 0.95], ['Harstad notes', ...lines.slice(1)])[0]).toBe(false);
});

test('a plain text loses no paragraph, but its body said again on one line is not kept', () => {
  const lines = [
    OPENING,
    `${SENTENCE} on Monday.`,
    'The pilots asked for a higher fee, and the growers of the valley for none at all.',
  ];
  const facts = pageFacts(splitStretches([...lines, lines.join(' ')].join('\n')), pageRules());
  expect(settle(facts, Float64Array.from([0.9, 0.1, 0.9, 0.1]))).toEqual([true, true, true, false]);
});

test('an open line right above the first paragraph is body only where it is likelier than not', () => {
  const lines = ['Two letters', 'Growers of the valley ask for a lower fee', OPENING, `${SENTENCE} on Monday.`];
  expect(settled([0.01, 0.45, 0.95, 0.95], lines)).toEqual([false, false, true, true]);
  expect(settled([0.01, 0.7, 0.95, 0.95], lines)).toEqual([false, true, true, true]);
});

test('many lines that break off are openings of other reports, one is a way to write', () => {
  const short = (i: number) => `${SENTENCE} to the pilots of pier ${i} and to the growers of hill ${i}...`;
  const lines = [OPENING, ...[1, 2, 3, 4, 5, 6].map(short)];
  expect(settled([0.95, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8], lines)).toEqual([true, ...lines.slice(1).map(() => false)]);
  expect(settled([0.95, 0.8], lines.slice(0, 2))).toEqual([true, true]);
});

test('where the page says that the report goes on, the paragraph below is body', () => {
  const lines = [OPENING, `${SENTENCE} on Monday.`, 'After newsletter promotion', `${SENTENCE} on Friday.`];
  expect(settled([0.95, 0.95, 0.02, 0.1], lines)).toEqual([true, true, false, true]);
  expect(settled([0.95, 0.95, 0.02, 0.1], lines.with(2, 'Menu of the day'))).toEqual([true, true, false, false]);
});

test('a long caption that ends in its credit is no body, a body line said again with others is kept once', () => {
  const monday = `${SENTENCE} on Monday.`;
  const credited = `${SENTENCE} while the pilots of the second pier stood by. Credit: Harbour board`;
  expect(settled([0.95, 0.9, 0.95], [OPENING, credited, monday])).toEqual([true, false, true]);
  expect(settled([0.95, 0.95, 0.9], [OPENING, monday, `${OPENING} ${monday}`])).toEqual([true, true, false]);
});

test('a doubtful paragraph between two that are body stays', () => {
  expect(settled([0.95, 0.25, 0.96])).toEqual([true, true, true]);
});

function settledPage(lines: readonly string[], chances: readonly number[]): boolean[] {
  const facts = pageFacts(splitStretches(lines.join('\n')), pageRules());
  return settleHtml(
    facts,
    Float64Array.from(chances),
    lines.map(() => true),
  );
}

test('a name alone above the first paragraph of a web page is no body, a sure one or one in a list is', () => {
  const lines = ['Ottilie Brandvold', OPENING, `${SENTENCE} on Monday.`];
  expect(settledPage(lines, [0.6, 0.9, 0.9])).toEqual([false, true, true]);
  expect(settledPage(lines, [0.8, 0.9, 0.9])).toEqual([true, true, true]);
  expect(settledPage(['Ottilie Brandvold', 'Harald Nygren', OPENING], [0.6, 0.6, 0.9])).toEqual([true, true, true]);
});

test('a web page of which all is in doubt keeps more than one that is clear', () => {
  const lines = [OPENING, `${SENTENCE} on Monday.`, `${SENTENCE} on Friday.`];
  expect(settledPage(lines, [0.97, 0.97, 0.36])).toEqual([true, true, false]);
  expect(settledPage(lines, [0.38, 0.36, 0.36])).toEqual([true, true, true]);
});
