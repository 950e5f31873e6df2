/** What every store must do with copies of one text and with corrections by a person. */
import { describe, expect, it } from 'vitest';
import { addReading } from '../../src/ledger/add.ts';
import { override, withOverrides } from '../../src/ledger/overrides.ts';
import type { Reading } from '../../src/model/index.ts';
import type { Store } from '../../src/store/store.ts';
import { readExample } from '../fixtures/reader.ts';
import { storeKinds } from './stores.ts';

const NOON = () => '2025-03-05T12:00:00.000Z';
const WIRE = await readExample('a4-air-links-wire.txt');
const COPY = await readExample('a5-air-links-copy.txt');
const OTHER = await readExample('a3-istanbul-round.txt');
const ORDERS: readonly (readonly Reading[])[] = [
  [WIRE, COPY, OTHER],
  [COPY, OTHER, WIRE],
  [OTHER, COPY, WIRE],
];

async function originsOf(store: Store): Promise<Record<string, string>> {
  const reports = await store.reports({});
  const headline = new Map(reports.map((r) => [r.id, r.headline ?? r.id]));
  return Object.fromEntries(reports.map((r) => [r.headline ?? r.id, headline.get(r.origin) ?? r.origin]));
}

for (const kind of await storeKinds()) {
  describe.skipIf(kind.skip !== null)(`${kind.name}${kind.skip === null ? '' : ` (skipped: ${kind.skip})`}`, () => {
    it('counts an abridged reprint as one voice, in whatever order the copies come', async () => {
      const seen: Record<string, string>[] = [];
      for (const order of ORDERS) {
        const bench = await kind.make();
        for (const reading of order) await addReading(bench.store, reading, NOON);
        seen.push(await originsOf(bench.store));
        await bench.dispose();
      }
      const name = (r: Reading): string => r.report.headline ?? r.report.id;
      expect(seen[0]?.[name(COPY)]).toBe(seen[0]?.[name(WIRE)]);
      expect(seen[0]?.[name(OTHER)]).toBe(name(OTHER));
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[2]).toEqual(seen[0]);
    });

    it('keeps corrections and gives them back in order', async () => {
      const bench = await kind.make();
      const report = WIRE.report.id;
      await addReading(bench.store, WIRE, NOON);
      const made = { report, by: 'desk', why: 'the stamp is a day late' } as const;
      await override(bench.store, { ...made, field: 'published', value: '2025-02-27' }, NOON);
      await override(bench.store, { ...made, field: 'outlet', value: 'The Echoes' }, NOON);
      const kept = await bench.store.overrides(report);
      expect(kept.map((o) => o.field)).toEqual(['published', 'outlet']);
      expect(withOverrides(WIRE.report, kept)).toMatchObject({
        outlet: 'The Echoes',
        published: { edtf: '2025-02-27', basis: 'stated' },
      });
      expect(await bench.store.overrides('r0')).toEqual([]);
      await bench.dispose();
    });
  });
}
