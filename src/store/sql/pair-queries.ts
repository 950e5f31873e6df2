/** Queries over pairs of parties, shared by both databases. */
import { sql } from 'kysely';
import type { Page } from '../../ledger/ports.ts';
import type { Entry, PairLine } from '../../model/index.ts';
import type { Db } from './dialect.ts';
import { AHEAD, entriesByRow, LAST_DAY } from './entry-queries.ts';
import type { EntryRow } from './rows.ts';

interface Months {
  readonly pair: readonly [string, string];
  entries: number;
  readonly months: { readonly month: string; readonly entries: number }[];
}

/** Current entries with two of their parties, in the order of their codes. */
function shared(db: Db) {
  return db
    .selectFrom('current_entries as e')
    .innerJoin('entry_parties as a', 'a.entry', 'e.seq')
    .innerJoin('entry_parties as b', 'b.entry', 'e.seq')
    .whereRef('a.code', '<', 'b.code')
    .where('e.standing', 'in', ['proposed', 'accepted']);
}

async function monthsByPair(db: Db): Promise<readonly Months[]> {
  const month = sql<string | null>`substr(e.earliest, 1, 7)`;
  const rows = await shared(db)
    .select((eb) => ['a.code as one', 'b.code as other', month.as('month'), eb.fn.countAll<number>().as('n')])
    .groupBy(['a.code', 'b.code', month])
    .orderBy(month)
    .execute();
  const pairs = new Map<string, Months>();
  for (const row of rows) {
    const key = `${row.one}-${row.other}`;
    const line = pairs.get(key) ?? { pair: [row.one, row.other] as const, entries: 0, months: [] };
    line.entries += Number(row.n);
    if (row.month !== null) line.months.push({ month: row.month, entries: Number(row.n) });
    pairs.set(key, line);
  }
  return [...pairs.entries()]
    .sort(([a, x], [b, y]) => y.entries - x.entries || (a < b ? -1 : 1))
    .map(([, line]) => line);
}

/** The number of the last entry of each pair. */
async function latestByPair(db: Db): Promise<ReadonlyMap<string, number>> {
  const place = sql<number>`row_number() over (partition by a.code, b.code order by ${AHEAD}, ${LAST_DAY} desc, e.report desc, e.position desc)`;
  const ranked = shared(db).select(['a.code as one', 'b.code as other', 'e.seq as seq', place.as('place')]);
  const rows = await db
    .selectFrom(ranked.as('ranked'))
    .select(['one', 'other', 'seq'])
    .where('place', '=', 1)
    .execute();
  return new Map(rows.map((r) => [`${r.one}-${r.other}`, Number(r.seq)]));
}

/** Pairs of parties that share a current entry, the busiest first, with their months and what happened last. */
export async function findPairs(db: Db, page: Page): Promise<readonly PairLine[]> {
  const all = await monthsByPair(db);
  const offset = page.offset ?? 0;
  const lines = all.slice(offset, offset + (page.limit ?? all.length));
  const latest = await latestByPair(db);
  const seqOf = (line: Months): number => latest.get(line.pair.join('-')) ?? 0;
  const entries = new Map<number, Entry>();
  for (const entry of await entriesBySeq(db, [...new Set(lines.map(seqOf))])) entries.set(entry.seq, entry);
  return lines.flatMap((line) => {
    const last = entries.get(seqOf(line));
    return last ? [{ ...line, latest: last }] : [];
  });
}

const AT_ONCE = 400;

async function entriesBySeq(db: Db, seqs: readonly number[]): Promise<readonly Entry[]> {
  const out: Entry[] = [];
  for (let i = 0; i < seqs.length; i += AT_ONCE) {
    const rows = await db
      .selectFrom('entries as e')
      .innerJoin('claims as lead', 'lead.seq', 'e.lead_claim')
      .selectAll('e')
      .select('lead.body')
      .where('e.seq', 'in', seqs.slice(i, i + AT_ONCE))
      .execute();
    out.push(...(await entriesByRow(db, rows as EntryRow[])));
  }
  return out;
}
