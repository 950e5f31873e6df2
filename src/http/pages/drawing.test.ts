/** The pure parts of the drawings and of marked texts. */
import fc from 'fast-check';
import { html } from 'hono/html';
import { describe, expect, it } from 'vitest';
import type { Html } from '../desk-context.ts';
import { joined, marked } from '../marked-text.ts';
import { hitsIn, snippet } from '../snippet.ts';
import { monthsUpTo, spark } from './spark.ts';
import { dayNumber, timeScale } from './time-scale.ts';

const days = (from: string, to: string) => ({ from: dayNumber(from), to: dayNumber(to) });

describe('timeScale', () => {
  it('shrinks long empty stretches to gaps', () => {
    const scale = timeScale([days('2018-03-01', '2018-03-31'), days('2025-02-27', '2025-02-27')], 800);
    expect(scale.segments).toHaveLength(2);
    expect(scale.gaps).toHaveLength(1);
    expect(scale.at(dayNumber('2021-06-01'))).toBe(scale.gaps[0]);
    expect(scale.ticks.map((t) => t.label)).toContain('Mar 2018');
  });
  it('is not stretched by a range of many years', () => {
    const scale = timeScale([days('2014-01-01', '2025-12-31'), days('2025-02-01', '2025-02-27')], 800);
    expect(scale.segments).toHaveLength(1);
    expect(scale.at(dayNumber('2025-02-01'))).toBeLessThan(200);
    expect(scale.at(dayNumber('2014-01-01'))).toBe(0);
  });
  it('keeps days in order and inside, whatever they are', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 2000 }))
      .map(([from, d]) => ({ from, to: from + d }));
    fc.assert(
      fc.property(
        fc.array(span, { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: -100, max: 33_000 })),
        (spans, asked) => {
          const scale = timeScale(spans, 800);
          const places = asked.toSorted((a, b) => a - b).map((d) => scale.at(d));
          for (const [i, x] of places.entries()) {
            expect(x).toBeGreaterThanOrEqual(i === 0 ? 0 : (places[i - 1] ?? 0) - 1e-6);
            expect(x).toBeLessThanOrEqual(800 + 1e-6);
          }
          expect(scale.ticks.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('spark', () => {
  it('says in words what it draws', () => {
    expect(
      String(
        spark(
          [
            { month: '2025-02', entries: 3 },
            { month: '2018-03', entries: 9 },
          ],
          '2025-02',
        ),
      ),
    ).toContain('3 entries from 2023-03 to 2025-02');
    expect(monthsUpTo('2025-01', 3)).toEqual(['2024-11', '2024-12', '2025-01']);
  });
});

describe('marked', () => {
  const tag = (name: string) => (inner: Html) => html`[${name}:${inner}]`;
  it('nests layers and cuts what crosses', async () => {
    const outer = [{ start: 2, end: 8, wrap: tag('a'), after: html`!` }];
    const inner = [
      { start: 0, end: 4, wrap: tag('b') },
      { start: 5, end: 6, wrap: tag('c') },
    ];
    expect(String(await marked('0123456789', { start: 0, end: 10 }, [outer, inner]))).toBe(
      '[b:01][a:[b:23]4[c:5]67]!89',
    );
  });
  it('keeps all words and escapes them, whatever the marks', async () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), wrap: (inner: Html) => html`<u>${inner}</u>` }));
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 25 }), fc.array(fc.array(span)), async (text, layers) => {
        const out = String(await marked(text, { start: 0, end: text.length }, layers));
        const bare = String(await html`${text}`);
        expect(out.replaceAll('<u>', '').replaceAll('</u>', '')).toBe(bare);
      }),
    );
  });
  it('joins what overlaps', () => {
    expect(
      joined([
        { start: 5, end: 9 },
        { start: 0, end: 6 },
        { start: 9, end: 10 },
      ]).map((j) => [j.start, j.end, j.items.length]),
    ).toEqual([
      [0, 9, 2],
      [9, 10, 1],
    ]);
  });
});

describe('snippet', () => {
  it('shows the place with most hits', () => {
    const text = `Embassies. ${'Nothing here. '.repeat(60)}The embassy and the envoys met.`;
    const shown = snippet(text, 'embassy envoy');
    expect(shown.text).toContain('embassy and the envoys');
    expect(shown.hits.map((h) => shown.text.slice(h.start, h.end))).toEqual(['embassy', 'envoys']);
    expect(hitsIn('no such word', 'embassy')).toEqual([]);
  });
});
