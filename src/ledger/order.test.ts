/** The ledger depends on what was added, not on the order or the number of times. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimSketch, reading } from '../../test/fixtures/readings.ts';
import type { Reading } from '../model/index.ts';
import { openStore } from '../store/open.ts';
import { addReading } from './add.ts';

const NOON = () => '2025-03-05T12:00:00.000Z';

/** Sentences close enough to one another to be taken for one event, or only just not. */
const SENTENCES = [
  'Ministers met in the harbour city to discuss fishing quotas and ferry lines.',
  'Ministers met in the harbour city to discuss fishing quotas.',
  'Ministers met for a working lunch in the old harbour city.',
  'Envoys held talks about ferry lines and fishing quotas.',
] as const;
const DAYS = ['2025-02-27', '2025-02-26/2025-02-28', '2025-02-28', '2025-02', undefined] as const;

const claim = fc.record({
  sentence: fc.constantFrom(...SENTENCES),
  occurs: fc.constantFrom(...DAYS),
  kind: fc.constantFrom('meeting', 'statement'),
  actors: fc.constantFrom(['RUS', 'USA'], ['USA', 'RUS'], ['IND', 'RUS']),
  place: fc.constantFrom(undefined, 'harbour city'),
  confidence: fc.constantFrom(0.5, 0.9),
});

type RawClaim = typeof claim extends fc.Arbitrary<infer T> ? T : never;

function sketch(raw: RawClaim): ClaimSketch {
  const { occurs, place, ...rest } = raw;
  const held = place !== undefined && raw.sentence.includes(place);
  return { ...rest, ...(occurs ? { occurs } : {}), ...(held ? { place } : {}) } as ClaimSketch;
}

const report = fc
  .record({
    published: fc.constantFrom('2025-02-28', '2025-03-01', undefined),
    claims: fc.array(claim, { maxLength: 3 }),
  })
  .map(({ published, claims }) => ({ published, claims: claims.map(sketch) }));

const reports = fc.array(report, { minLength: 1, maxLength: 6 }).map((all) =>
  all.map(({ published, claims }, i) =>
    reading({
      headline: `Story number ${i}`,
      ...(published ? { published } : {}),
      body: claims.map((c) => c.sentence),
      claims,
    }),
  ),
);

async function ledgerOf(readings: readonly Reading[]): Promise<unknown> {
  const store = await openStore(':memory:');
  for (const each of readings) await addReading(store, each, NOON);
  const entries = await store.entries({});
  const pairs = await store.pairs({});
  await store.close();
  return {
    pairs: pairs.map(({ latest, ...line }) => ({ ...line, latest: latest.id })),
    entries: entries.map(({ seq: _seq, supersedes: _supersedes, claims, ...rest }) => ({
      ...rest,
      claims: claims.map((c) => c.claim),
    })),
  };
}

describe('the ledger', () => {
  it('does not depend on the order of reports, nor on adding them twice', async () => {
    const shuffled = reports.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([inOrder, mixed]) => {
        expect(await ledgerOf(mixed)).toEqual(await ledgerOf(inOrder));
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on what an earlier reading said', async () => {
    await fc.assert(
      fc.asyncProperty(reports, fc.array(report, { minLength: 6, maxLength: 6 }), async (final, earlier) => {
        const first = final.map((r, i) => {
          const claims = (earlier[i]?.claims ?? []).filter((c) => r.report.text.includes(c.sentence));
          const other = reading({ headline: `Story number ${i}`, body: claims.map((c) => c.sentence), claims });
          return { ...other, report: { ...other.report, id: r.report.id }, rulesVersion: 'rules-0' };
        });
        expect(await ledgerOf([...first, ...final])).toEqual(await ledgerOf(final));
      }),
      { numRuns: 20 },
    );
  });
});
