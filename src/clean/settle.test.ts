import { expect, test } from 'vitest';
import { pageFacts } from './page-facts.ts';
import { pageRules } from './rules-for-tests.ts';
import { settle } from './settle.ts';
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

test('beside sure lines a doubtful one is left out, on a doubtful page it stays', () => {
  expect(settled([0.95, 0.97, 0.3, 0.96, 0.95])).toEqual([true, true, false, true, true]);
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
