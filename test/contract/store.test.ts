/** What every store must do, over each of them. */
import { describe, expect, it } from 'vitest';
import { addReading } from '../../src/ledger/add.ts';
import { entriesOf, explain } from '../../src/ledger/ask.ts';
import { decide } from '../../src/ledger/decide.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { courier, gazette, herald, story } from '../fixtures/ledger-story.ts';
import { reading } from '../fixtures/readings.ts';
import { type Bench, storeKinds } from './stores.ts';

const NOON = () => '2025-03-05T12:00:00.000Z';

async function addStory(store: Store): Promise<void> {
  for (const each of story) await addReading(store, each, NOON);
}

/** One promise a line; every store keeps all of them. */
const contract: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  'is empty at first': async ({ store }) => {
    expect(await store.counts()).toEqual({ reports: 0, claims: 0, entries: 0, proposed: 0, problems: 0 });
    expect(await store.pairs({})).toEqual([]);
    expect(await store.entries({})).toEqual([]);
  },

  'gives a reading back as it went in': async ({ store }) => {
    await addReading(store, gazette, NOON);
    const kept = await store.reading(gazette.report.id);
    expect(kept?.report).toEqual(gazette.report);
    expect(kept?.claims).toEqual(gazette.claims);
    expect(kept?.dates).toEqual(gazette.dates);
    expect(kept).toMatchObject({
      rulesVersion: 'rules-1',
      recorded: NOON(),
      supersedes: null,
      origin: gazette.report.id,
    });
  },

  'tells who holds which office by the newest reading of each report': async ({ store }) => {
    const role = { name: 'Mira Holt', office: 'spokeswoman', organ: null, code: 'USA', tense: 'current' } as const;
    const people = [{ ...role, start: 0, end: 5, rule: 'actors/test' as const }];
    await addReading(store, { ...courier, people }, NOON);
    const [first] = await store.reportedRoles();
    expect(first).toMatchObject({ report: courier.report.id, outlet: 'Morning Courier', day: '2025-02-28', people });
    expect(await store.reportedRoles(first?.reading)).toEqual([]);
    await addReading(store, { ...courier, rulesVersion: 'rules-2' }, NOON);
    const later = await store.reportedRoles(first?.reading);
    expect(later).toMatchObject([{ report: courier.report.id, people: [] }]);
    expect(await store.reportedRoles()).toEqual(later);
  },

  'keeps texts that SQL cannot hold': async ({ store }) => {
    const strange = reading({
      headline: 'Odd \0 signs \ud800',
      outlet: 'Odd \0',
      body: ['A \0 and a lone \udc00 stay as they are.'],
    });
    await addReading(store, strange, NOON);
    expect((await store.reading(strange.report.id))?.report).toEqual(strange.report);
  },

  'folds two reports of one meeting into one entry': async ({ store }) => {
    await addStory(store);
    const met = await entriesOf(store, { pair: ['USA', 'RUS'], kind: 'meeting', status: 'happened' });
    expect(met).toHaveLength(1);
    expect(met[0]).toMatchObject({ standing: 'accepted', origins: 2 });
    expect(met[0]?.claims.map((c) => c.report).sort()).toEqual([gazette.report.id, courier.report.id].sort());
    expect(met[0]?.groupedWhy).toContain('2 reports');
  },

  'records nothing when the same reading comes twice': async ({ store }) => {
    await addStory(store);
    const before = await store.entries({});
    for (const each of story) expect((await addReading(store, each, NOON)).outcome).toBe('known');
    expect(await store.entries({})).toEqual(before);
    expect((await store.counts()).reports).toBe(3);
  },

  'takes the same bytes under another name for the same report': async ({ store }) => {
    await addReading(store, gazette, NOON);
    const moved = { ...gazette, report: { ...gazette.report, source: 'elsewhere.txt' } };
    expect((await addReading(store, moved, NOON)).outcome).toBe('known');
  },

  'lets a newer reading take the place of an earlier one, and keeps both': async ({ store }) => {
    await addStory(store);
    const [first, offer] = gazette.claims;
    const later = () => '2025-03-06T08:00:00.000Z';
    const again = { ...gazette, claims: [first!, offer!], rulesVersion: 'rules-2' };
    const added = await addReading(store, again, later);
    expect(added.outcome).toBe('superseded');
    expect(added.withdrawn).toHaveLength(1);
    expect(await entriesOf(store, { status: 'planned', pair: ['RUS', 'USA'] })).toEqual([]);
    const history = await store.history(added.withdrawn[0]!);
    expect(history.map((e) => e.standing)).toEqual(['accepted', 'withdrawn']);
    expect(history[1]?.standingWhy).toContain('no longer makes this claim');
    expect(await store.reading(gazette.report.id)).toMatchObject({
      rulesVersion: 'rules-2',
      recorded: later(),
    });
  },

  'splits an entry when a newer reading says otherwise': async ({ store }) => {
    await addStory(store);
    const moved = gazette.claims.map((c, i) =>
      i === 0 && c.occurs
        ? {
            ...c,
            id: `${c.id.slice(0, -1)}x`,
            occurs: { ...c.occurs, earliest: '2025-02-20', latest: '2025-02-20', edtf: '2025-02-20' },
          }
        : c,
    );
    await addReading(store, { ...gazette, claims: moved, rulesVersion: 'rules-2' }, NOON);
    const met = await entriesOf(store, { kind: 'meeting', status: 'happened' });
    expect(met.map((e) => [e.lead.occurs?.edtf, e.claims.length])).toEqual([
      ['2025-02-20', 1],
      ['2025-02-27', 1],
    ]);
  },

  'filters by pair, track, status, kind, day, report and words': async ({ store }) => {
    await addStory(store);
    const count = async (q: Parameters<typeof entriesOf>[1]) => {
      const found = await entriesOf(store, q);
      expect(await store.countEntries(q)).toBe(found.length);
      return found.length;
    };
    expect(await count({})).toBe(7);
    expect(await count({ pair: ['RUS', 'USA'] })).toBe(5);
    expect(await count({ party: 'IND' })).toBe(2);
    expect(await count({ pair: ['RUS', 'USA'], track: 'air-links' })).toBe(1);
    expect(await count({ status: 'planned' })).toBe(2);
    expect(await count({ kind: 'measure' })).toBe(1);
    expect(await count({ from: '2025-03-01', to: '2025-03-02' })).toBe(2);
    expect(await count({ from: '2018-03-31', to: '2018-04-30' })).toBe(1);
    expect(await count({ report: herald.report.id })).toBe(2);
    expect(await count({ standing: 'proposed' })).toBe(2);
    expect(await count({ text: 'flights' })).toBe(1);
    expect(await count({ text: 'flight resumed' })).toBe(1);
    expect(await count({ text: '"direct flights" offered' })).toBe(1);
    expect(await count({ text: '"flights direct"' })).toBe(0);
    expect(await count({ limit: 2, offset: 6 }).catch(() => 1)).toBe(1);
  },

  'survives whatever is typed into a search': async ({ store }) => {
    await addStory(store);
    for (const text of [
      '',
      '"',
      'a"b',
      "'; drop table claims; --",
      'NEAR(',
      '* AND OR NOT',
      '\\',
      'é "',
      ':* & | !',
      '\0',
      '()',
    ]) {
      expect(Array.isArray(await store.entries({ text }))).toBe(true);
      expect(Array.isArray(await store.reports({ text }))).toBe(true);
    }
    expect((await store.counts()).claims).toBe(8);
  },

  'lists pairs with their months, the busiest first': async ({ store }) => {
    await addStory(store);
    const lines = await store.pairs({});
    expect(lines.map(({ latest: _latest, ...line }) => line)).toEqual([
      {
        pair: ['RUS', 'USA'],
        entries: 5,
        months: [
          { month: '2018-03', entries: 1 },
          { month: '2025-02', entries: 4 },
        ],
      },
      { pair: ['IND', 'RUS'], entries: 2, months: [{ month: '2025-03', entries: 2 }] },
    ]);
    for (const line of lines) {
      const [newest] = await store.entries({ pair: line.pair, order: 'newest', limit: 1 });
      expect(line.latest.lead.occurs?.latest).toBe(newest?.lead.occurs?.latest);
    }
    expect(lines.map((l) => l.latest.lead.kind)).toEqual(['statement', 'agreement']);
    expect(await store.pairs({ limit: 1, offset: 1 })).toHaveLength(1);
  },

  'lists reports, newest published first, and those with given words': async ({ store }) => {
    await addStory(store);
    const lines = await store.reports({});
    expect(lines[0]).toMatchObject({
      outlet: 'Coastal Herald',
      published: '2025-03-03',
      claims: 2,
      problems: 1,
      source: 'reports/herald.txt',
    });
    expect((await store.reports({ text: 'Bosphorus' })).map((r) => r.id)).toEqual([gazette.report.id]);
    expect((await store.reports({ withProblems: true })).map((r) => r.id)).toEqual([herald.report.id]);
    expect(await store.reports({ limit: 1, offset: 2 })).toHaveLength(1);
  },

  'explains an entry by its id, by the start of it, and by any of its claims': async ({ store }) => {
    await addStory(store);
    const [met] = await entriesOf(store, { kind: 'meeting', status: 'happened' });
    const whole = await explain(store, met!.id);
    if (!('found' in whole)) throw new Error('not found');
    expect(whole.found.entry?.id).toBe(met!.id);
    expect(whole.found.claims).toHaveLength(2);
    expect(whole.found.claims[0]?.dates[0]?.text).toMatch(/Thursday|27 February/);
    expect(await explain(store, met!.id.slice(0, 12))).toEqual(whole);
    for (const ref of met!.claims) {
      const one = await explain(store, ref.claim);
      expect('found' in one && one.found.entry?.id).toBe(met!.id);
      expect((await store.entry(`e${ref.claim.slice(1)}`))?.id).toBe(met!.id);
    }
    expect(await explain(store, 'e0000')).toMatchObject({ missing: 'unknown' });
  },

  'keeps the words of a claim that no current reading makes': async ({ store }) => {
    await addReading(store, gazette, NOON);
    const lost = gazette.claims[2]!;
    const text = `Foreword. ${gazette.report.text}`;
    await addReading(
      store,
      { ...gazette, report: { ...gazette.report, text, blocks: [] }, claims: [], rulesVersion: 'rules-2' },
      NOON,
    );
    const told = await explain(store, lost.id);
    if (!('found' in told)) throw new Error('not found');
    expect(told.found.entry).toBeNull();
    const [only] = told.found.claims;
    const { start, end, quote } = lost.evidence[0];
    expect(only?.reading.report.text.slice(start, end)).toBe(quote);
  },

  'lets a person decide, and keeps the decision when claims are grouped anew': async ({ store }) => {
    await addReading(store, gazette, NOON);
    const [met] = await entriesOf(store, { kind: 'meeting', status: 'happened' });
    await decide(store, { entry: met!.id, verdict: 'reject', by: 'R. Osei', why: 'Seen as a working lunch.' }, NOON);
    expect(await entriesOf(store, { kind: 'meeting', status: 'happened' })).toEqual([]);
    await addReading(store, courier, NOON);
    const rejected = await entriesOf(store, { standing: 'rejected' });
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.claims).toHaveLength(2);
    expect(rejected[0]?.standingWhy).toContain('R. Osei');
  },

  'refuses changes from any tool': async ({ store, meddle }) => {
    await addStory(store);
    await expect(meddle("update claims set body = ''")).rejects.toThrow('append-only');
    await expect(meddle('delete from entries')).rejects.toThrow('append-only');
    expect((await store.counts()).entries).toBe(7);
  },

  'keeps links once': async ({ store }) => {
    const link = {
      from: 'ra',
      to: 'rb',
      kind: 'copy-of',
      by: 'ledger/test',
      why: 'Same text.',
      recorded: NOON(),
    } as const;
    await store.write((ledger) => ledger.appendLink(link));
    await store.write((ledger) => ledger.appendLink(link));
    expect(await store.links('rb')).toEqual([link]);
  },

  'records all of a write or nothing of it': async ({ store }) => {
    const failing = store.write(async (ledger) => {
      await ledger.appendLink({
        from: 'ra',
        to: 'rb',
        kind: 'copy-of',
        by: 'ledger/test',
        why: '',
        recorded: NOON(),
      });
      throw new Error('stop here');
    });
    await expect(failing).rejects.toThrow('stop here');
    expect(await store.links('ra')).toEqual([]);
    await addReading(store, gazette, NOON);
  },

  'is there when opened again': async ({ store, place }) => {
    await addStory(store);
    const again = await openStore(place);
    expect(await again.entries({})).toEqual(await store.entries({}));
    await again.close();
  },

  'loses nothing when two openers write at once': async ({ store, place }) => {
    const other = await openStore(place);
    await Promise.all([
      addReading(store, gazette, NOON),
      addReading(other, courier, NOON),
      addReading(store, herald, NOON),
    ]);
    await other.close();
    expect(await store.counts()).toMatchObject({ reports: 3, entries: 7 });
  },
};

for (const kind of await storeKinds()) {
  describe.skipIf(kind.skip !== null)(`${kind.name}${kind.skip ? ` (${kind.skip})` : ''}`, () => {
    for (const [promise, check] of Object.entries(contract)) {
      it(promise, async () => {
        const bench = await kind.make();
        await check(bench).finally(() => bench.dispose());
      });
    }
  });
}
