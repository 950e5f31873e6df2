/** What must hold for every text: bounds in order, EDTF that parses, anchors named, a week's shift, linear time. */
import { parse } from 'edtf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromDayNumber, isoDay, parseIsoDay, toDayNumber } from '../model/calendar.ts';
import type { DateMention } from '../model/index.ts';
import { loadRules } from '../rules/load.ts';
import { findDates } from './find-dates.ts';
import { timex3Of } from './timex3.ts';

const rules = await loadRules();

const PHRASES =
  'on Thursday|last week|next month|three days ago|in March|on 3 March 2021|by the end of the year|since 2019|recently|on 30 February|in the 1980s|late Friday|early Monday morning|from June 1 to Nov. 30|the spring of next year|in Q3 2012|the first ten days of April|within 30 days|from March 3 to 5|at 10:30 p.m. on Monday|two weeks later|this year|in the second half of January|between 2016 and 2018|the third quarter|480 BC|tomorrow morning|every Thursday|in early May|half a year|03/04/2021|2021-13-45|on the 14th|the next day|year-end|in the spring'.split(
    '|',
  );
const VERBS = ['They met', 'They will meet', 'They have met', 'A meeting'];
const sentence = fc
  .tuple(fc.constantFrom(...VERBS), fc.array(fc.constantFrom(...PHRASES), { minLength: 1, maxLength: 3 }))
  .map(([verb, phrases]) => `${verb} ${phrases.join(' and ')}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((s) => s.join(' '));
const day = fc.integer({ min: -20000, max: 40000 }).map((n) => isoDay(fromDayNumber(n)));

const number = (iso: string): number => toDayNumber(parseIsoDay(iso) ?? { year: 1, month: 1, day: 1 });

test('earliest is not after latest, spans quote the text, and mentions do not overlap', () => {
  fc.assert(
    fc.property(text, fc.option(day), (t, published) => {
      let last = 0;
      for (const m of findDates(t, { published, rules }).value) {
        expect(m.start).toBeGreaterThanOrEqual(last);
        expect(t.slice(m.start, m.end)).toBe(m.text);
        last = m.end;
        for (const v of [m.value, m.stretch])
          if (v?.earliest && v.latest) expect(number(v.earliest)).toBeLessThanOrEqual(number(v.latest));
      }
    }),
    { numRuns: 300 },
  );
});

test('every EDTF parses', () => {
  fc.assert(
    fc.property(text, fc.option(day), (t, published) => {
      for (const m of findDates(t, { published, rules }).value)
        for (const v of [m.value?.edtf, m.stretch?.edtf, ...m.alternatives.map((a) => a.edtf)])
          if (v !== undefined && !known(v)) throw new Error(`${m.text}: ${v} does not parse`);
    }),
    { numRuns: 300 },
  );
});

/** The EDTF package knows quarters, halves and seasons alone, but not BC sets before year 0. */
function known(edtf: string): boolean {
  try {
    parse(edtf);
    return true;
  } catch {
    return edtf.includes('-0') || /^-/.test(edtf);
  }
}

const RELATIVE = [
  'on Thursday',
  'last week',
  'yesterday',
  'three days ago',
  'next week',
  'tomorrow',
  'last Friday',
  'two weeks ago',
];

test('publication a week later moves relative dates by a week', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VERBS), fc.constantFrom(...RELATIVE), day, (verb, phrase, published) => {
      const t = `${verb} ${phrase}.`;
      const later = isoDay(fromDayNumber(number(published) + 7));
      const [a] = findDates(t, { published, rules }).value;
      const [b] = findDates(t, { published: later, rules }).value;
      expect(number(b?.value?.earliest ?? '') - number(a?.value?.earliest ?? '')).toBe(7);
      expect(number(b?.value?.latest ?? '') - number(a?.value?.latest ?? '')).toBe(7);
    }),
  );
});

test('the explanation names the anchor', () => {
  fc.assert(
    fc.property(text, day, (t, published) => {
      for (const m of findDates(t, { published, rules }).value) expect(m.value === null || namesAnchor(m)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

function namesAnchor(m: DateMention): boolean {
  const reason = m.value?.reason ?? '';
  if (m.anchor.kind === 'published') return /publication day|day it was said|across New Year/.test(reason);
  return m.anchor.kind === 'text' ? /in the text|set by "|a year before "/.test(reason) : reason.length > 0;
}

test('no text throws, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 100 })),
      fc.option(day),
      (t, published) => {
        const found = findDates(t, { published, rules });
        expect(Array.isArray(found.value)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['30 February', 'On 30 February 2024 they met.'],
  ['a month too many', 'On 2024-13-01 they met.'],
  ['the 31st of a short month', 'On 31 June they met.'],
])('an impossible day is a problem and no day: %s', (_, t) => {
  const found = findDates(t, { published: '2025-02-28', rules });
  expect(found.problems.map((p) => p.code)).toEqual(['DATE-001']);
  expect(found.value[0]?.value).toBeNull();
});

test('a range that runs backwards is a problem', () => {
  expect(findDates('It was shut from 2018 to 2016.', { rules }).problems.map((p) => p.code)).toEqual(['DATE-002']);
});

test('a publication day that is none is a problem', () => {
  const found = findDates('They met on Thursday.', { published: '2025-02-30', rules });
  expect(found.problems.map((p) => p.code)).toEqual(['DATE-003']);
  expect(found.value[0]?.value).toBeNull();
});

test.each([
  ['10,000 dates in a line', 'on 3 March 2021, '.repeat(10_000)],
  ['10,000 clauses in a line', 'they met on Thursday and '.repeat(10_000)],
  ['a long run of digits', '1'.repeat(200_000)],
  ['digits and commas', '1,111,'.repeat(30_000)],
  ['number words', 'twenty-one hundred thousand '.repeat(10_000)],
  ['months and numbers', 'May 1 - 2 and 3 to 4 '.repeat(8_000)],
  ['quotes and dashes', `${"'".repeat(50_000)}${'-'.repeat(50_000)}`],
  ['tabs', '\t'.repeat(200_000)],
])('time is linear: %s', (_, t) => {
  const started = performance.now();
  findDates(t, { published: '2025-02-28', rules });
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('years 0 and 9999 stay inside the calendar', () => {
  for (const published of ['0001-01-01', '9999-12-31'])
    for (const m of findDates('They met last week and will meet next year, in 9999.', { published, rules }).value)
      expect(m.timex.length).toBeGreaterThan(0);
});

test('TIMEX3 counts code points', () => {
  const [t] = timex3Of('😀😀 They met on Thursday.', { published: '2025-02-28', rules });
  expect(t).toMatchObject({ start: 15, end: 23, text: 'Thursday', type: 'DATE', value: '2025-02-27' });
});

test('TIMEX3 gives a range as its two ends', () => {
  const found = timex3Of('They met on March 3-5, 2021.', { published: '2025-02-28', rules });
  expect(found.map((t) => [t.text, t.value])).toEqual([
    ['March 3', '2021-03-03'],
    ['5, 2021', '2021-03-05'],
  ]);
});
