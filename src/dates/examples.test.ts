/** Every rule's own examples and counter-examples, run as tests. */
import { expect, test } from 'vitest';
import { loadRules } from '../rules/load.ts';
import { findDates } from './find-dates.ts';

const rules = await loadRules();
/** Day of publication of the examples: a Friday. */
const PUBLISHED = '2025-02-28';

interface Expected {
  readonly plain: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly timex: string | null }[];
}

/** Takes `met on [3 March 2021 = 2021-03-03]` apart. */
function readExample(example: string): Expected {
  let plain = '';
  const spans = [];
  for (const piece of example.split(/(\[[^\]]*\])/)) {
    const m = /^\[(.*?)(?: = (\S+))?\]$/.exec(piece);
    if (m) spans.push({ start: plain.length, end: plain.length + (m[1] ?? '').length, timex: m[2] ?? null });
    plain += m ? (m[1] ?? '') : piece;
  }
  return { plain, spans };
}

for (const rule of rules.dates.flatMap((f) => f.rules ?? [])) {
  test.each(rule.examples.map((e) => [e]))(`${rule.id}: %s`, (example) => {
    if (rule.only === 'narrative') return;
    const { plain, spans } = readExample(example);
    const found = findDates(plain, { published: rule.published ?? PUBLISHED, rules }).value;
    const got = found.map((m) => ({ start: m.start, end: m.end, timex: m.timex }));
    expect(got).toEqual(spans.filter((s) => s.timex !== null));
    if (rule.gives.as !== 'none') expect(found.map((m) => m.rule)).toContain(`dates/en/${rule.id}`);
  });
  if (rule.not) {
    test.each(rule.not.map((e) => [e]))(`not ${rule.id}: %s`, (text) => {
      const found = findDates(text, { published: rule.published ?? PUBLISHED, rules }).value;
      expect(found.filter((m) => m.rule === `dates/en/${rule.id}`)).toEqual([]);
    });
  }
}
