import { expect, test } from 'vitest';
import { assemble } from './decide-body.ts';
import { pageFacts } from './page-facts.ts';
import { pageRules } from './rules-for-tests.ts';
import { splitStretches } from './stretches.ts';
import { findWhoAndWhen } from './who-and-when.ts';

const rules = pageRules();
const HEADLINE = 'Harbour board puts off the vote on ferry fees';
const STANDFIRST =
  'The harbour board puts off its vote until May, after the pilots and the growers had both been heard.';
const TEXT = [
  'The harbour board put off the vote on the ferry fees on Monday, when the pilots had read their letter aloud.',
  'Growers of the valley had asked for lower ferry fees, and the clerk of the board wrote their words down.',
];

/** The byline of a page of which the lines with a mark before them are body. */
function bylineOf(lines: readonly string[]): string | null {
  const parts = splitStretches(lines.map((l) => l.replace(/^\+/, '')).join('\n'));
  const facts = pageFacts(parts, rules);
  const keep = lines.map((l) => l.startsWith('+'));
  const chances = Float64Array.from(keep, (k) => (k ? 0.9 : 0.1));
  const aside = parts.map(() => false);
  return findWhoAndWhen(assemble(parts, aside, facts, { chances, keep }), rules).byline;
}

test('a name stands between headline and text, or right below a standfirst that is body', () => {
  const text = TEXT.map((t) => `+${t}`);
  expect(bylineOf([HEADLINE, 'Ottilie Brandvold', ...text])).toBe('Ottilie Brandvold');
  expect(bylineOf([HEADLINE, `+${STANDFIRST}`, 'Ottilie Brandvold', ...text])).toBe('Ottilie Brandvold');
});

test('a name further down in the body is no byline', () => {
  expect(bylineOf([HEADLINE, ...TEXT.map((t) => `+${t}`), 'Ottilie Brandvold', `+${STANDFIRST}`])).toBeNull();
});
