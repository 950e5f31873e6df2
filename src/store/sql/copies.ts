/** Sketches, origins and overrides, as queries and inserts that run on both databases. */
import type { Transaction } from 'kysely';
import type { CopyCandidate, LedgerRead, LedgerWrite } from '../../ledger/ports.ts';
import type { Override, OverrideValue } from '../../model/index.ts';
import type { Db } from './dialect.ts';
import { plain } from './rows.ts';
import type { Tables } from './tables.ts';

/** Databases bound the number of parameters of a statement. */
const AT_ONCE = 400;
/** A text has few copies; more candidates than this are chance. */
const MOST_CANDIDATES = 50;

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let i = 0; i < all.length; i += AT_ONCE) yield all.slice(i, i + AT_ONCE);
}

/** The questions about copies and corrections. */
export function copyQuestions(db: Db): Pick<LedgerRead, 'copyCandidates' | 'copiesOf' | 'overrides'> {
  return {
    async copyCandidates(sketch) {
      const shared = await sharedHashes(db, sketch.hashes);
      const best = [...shared].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_CANDIDATES);
      const found: CopyCandidate[] = [];
      for (const [report] of best) found.push(await candidate(db, report));
      return found;
    },
    async copiesOf(origin) {
      return (
        db
          .selectFrom('current_reports as r')
          .innerJoin('current_readings as n', 'n.report', 'r.id')
          .select(['r.id as report', 'n.published_earliest as published'])
          .where('r.origin', '=', origin)
          // Said once more so that the index is used: the origin as it is now is the last of several.
          .where((eb) =>
            eb.or([
              eb('r.id', '=', origin),
              eb('r.id', 'in', eb.selectFrom('origins as o').select('o.report').where('o.origin', '=', origin)),
            ]),
          )
          .orderBy('r.id')
          .execute()
      );
    },
    async overrides(report) {
      const rows = await db.selectFrom('overrides').selectAll().where('report', '=', report).orderBy('seq').execute();
      return rows.map(({ id, field, value, made_by, why, recorded }): Override => {
        const corrected = { field, value: JSON.parse(value) } as OverrideValue;
        return { id, report, by: made_by, why, recorded, ...corrected };
      });
    },
  };
}

/** How many of the hashes the current reading of each report has. */
async function sharedHashes(db: Db, all: readonly number[]): Promise<ReadonlyMap<string, number>> {
  const shared = new Map<string, number>();
  for (const hashes of chunks(all)) {
    const rows = await db
      .selectFrom('sketch_hashes as h')
      .innerJoin('current_readings as n', 'n.seq', 'h.reading')
      .select('n.report')
      .where('h.hash', 'in', hashes)
      .execute();
    for (const { report } of rows) shared.set(report, (shared.get(report) ?? 0) + 1);
  }
  return shared;
}

async function candidate(db: Db, report: string): Promise<CopyCandidate> {
  const { origin, published, seq, size } = await db
    .selectFrom('current_reports as r')
    .innerJoin('current_readings as n', 'n.report', 'r.id')
    .innerJoin('sketches as s', 's.reading', 'n.seq')
    .select(['r.origin', 'n.published_earliest as published', 'n.seq', 's.size'])
    .where('r.id', '=', report)
    .executeTakeFirstOrThrow();
  const rows = await db.selectFrom('sketch_hashes').select('hash').where('reading', '=', seq).orderBy('hash').execute();
  return { report, origin, published, sketch: { size, hashes: rows.map((r) => Number(r.hash)) } };
}

type CopyRecords = Pick<LedgerWrite, 'appendSketch' | 'appendOrigin' | 'appendOverride'>;

/** The records about copies and corrections. */
export function copyRecords(tx: Transaction<Tables>): CopyRecords {
  return {
    async appendSketch(reading, sketch) {
      await tx.insertInto('sketches').values({ reading, size: sketch.size }).execute();
      for (const hashes of chunks(sketch.hashes)) {
        const values = hashes.map((hash) => ({ hash, reading }));
        await tx.insertInto('sketch_hashes').values(values).execute();
      }
    },
    async appendOrigin({ report, origin, why, recorded }) {
      await tx
        .insertInto('origins')
        .values({ report, origin, why: plain(why), recorded })
        .execute();
    },
    async appendOverride(o) {
      const { id, report, field, recorded } = o;
      const words = { made_by: plain(o.by), why: plain(o.why) };
      await tx
        .insertInto('overrides')
        .values({ id, report, field, value: JSON.stringify(o.value), recorded, ...words })
        .execute();
    },
  };
}
