/** All questions a ledger answers, as queries that run on both databases. */
import type { LedgerRead } from '../../ledger/ports.ts';
import type { Claim, Entry } from '../../model/index.ts';
import { copyQuestions } from './copies.ts';
import { type Db, type SqlBackend, termsOf } from './dialect.ts';
import { countEntries, entriesByRow, findEntries } from './entry-queries.ts';
import { findPairs } from './pair-queries.ts';
import {
  type EntryRow,
  type PlacedRow,
  type ReadingRow,
  toDecision,
  toLink,
  toPlaced,
  toReading,
  toReportedRoles,
  toReportLine,
} from './rows.ts';

const MOST_REPORTS = 1000;
const MOST_IDS = 10;
/** Longer stretches of time may only be matched by their words. */
const NARROW_DAYS = 7;

/** The reading half of the port over a database or a transaction. */
export function ledgerRead(db: Db, backend: SqlBackend): LedgerRead {
  return {
    ...reportQuestions(db, backend),
    ...peopleQuestions(db),
    ...claimQuestions(db),
    ...entryQuestions(db, backend),
    ...otherQuestions(db),
    ...copyQuestions(db),
  };
}

type ReportQuestions = Pick<LedgerRead, 'reports' | 'reading' | 'head'>;

function reportQuestions(db: Db, backend: SqlBackend): ReportQuestions {
  return {
    async reports(query) {
      const terms = query.text === undefined ? [] : termsOf(query.text);
      let q = db
        .selectFrom('current_readings as n')
        .innerJoin('current_reports as r', 'r.id', 'n.report')
        .selectAll('n')
        .select(['r.source', 'r.format', 'r.origin'])
        .orderBy('n.published_earliest', (o) => o.desc().nullsLast())
        .orderBy('n.report')
        .limit(Math.min(query.limit ?? MOST_REPORTS, MOST_REPORTS))
        .offset(query.offset ?? 0);
      if (query.withProblems) q = q.where('n.problems', '>', 0);
      if (terms.length > 0) {
        q = q.where('n.text_hash', 'in', (eb) =>
          eb.selectFrom('texts').select('texts.hash').where(backend.textHolds(terms)),
        );
      }
      return (await q.execute()).map(toReportLine);
    },
    async reading(report, seq) {
      const row = await db
        .selectFrom('readings as n')
        .innerJoin('current_reports as r', 'r.id', 'n.report')
        .innerJoin('texts as t', 't.hash', 'n.text_hash')
        .selectAll('n')
        .select(['r.source', 'r.format', 'r.origin', 't.encoding', 't.text'])
        .where('n.report', '=', report)
        .$if(seq !== undefined, (q) => q.where('n.seq', '=', seq ?? 0))
        .orderBy('n.seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      const claims = await db
        .selectFrom('claims')
        .select('body')
        .where('reading', '=', row.seq)
        .orderBy('position')
        .execute();
      return toReading(
        row as ReadingRow,
        claims.map((c): Claim => JSON.parse(c.body)),
      );
    },
    async head(report) {
      const row = await db
        .selectFrom('current_readings')
        .select(['seq', 'rules_version as rulesVersion', 'content_hash as contentHash'])
        .where('report', '=', report)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

function peopleQuestions(db: Db): Pick<LedgerRead, 'reportedRoles'> {
  return {
    async reportedRoles(after = 0) {
      const rows = await db
        .selectFrom('current_readings as n')
        .innerJoin('current_reports as r', 'r.id', 'n.report')
        .select([
          'n.seq',
          'n.report',
          'n.headline',
          'n.outlet',
          'n.published',
          'n.published_earliest',
          'n.body',
          'r.source',
        ])
        .where('n.seq', '>', after)
        .orderBy('n.seq')
        .execute();
      return rows.map(toReportedRoles);
    },
  };
}

/** Claims with their place; `entry` is the current entry that holds them. */
function placedClaims(db: Db) {
  return db
    .selectFrom('claims as c')
    .innerJoin('readings as n', 'n.seq', 'c.reading')
    .innerJoin('current_reports as r', 'r.id', 'c.report')
    .select(['c.seq', 'c.body', 'c.report', 'c.reading', 'c.position', 'n.published_earliest', 'r.origin'])
    .select((eb) =>
      eb
        .selectFrom('entry_claims as m')
        .innerJoin('current_entries as e', 'e.seq', 'm.entry')
        .select('e.id')
        .whereRef('m.claim', '=', 'c.seq')
        .orderBy('e.seq', 'desc')
        .limit(1)
        .as('entry'),
    );
}

type ClaimQuestions = Pick<LedgerRead, 'claim' | 'placed' | 'members' | 'candidates'>;

function claimQuestions(db: Db): ClaimQuestions {
  return {
    async claim(id) {
      const row = await db
        .selectFrom('claims')
        .select(['body', 'report', 'reading'])
        .where('id', '=', id)
        .orderBy('seq', 'desc')
        .executeTakeFirst();
      return row ? { claim: JSON.parse(row.body), report: row.report, reading: row.reading } : null;
    },
    async placed(reading) {
      const rows = await placedClaims(db).where('c.reading', '=', reading).orderBy('c.position').execute();
      return (rows as PlacedRow[]).map(toPlaced);
    },
    async members(entry) {
      const rows = await placedClaims(db)
        .innerJoin('entry_claims as own', 'own.claim', 'c.seq')
        .innerJoin('current_entries as o', 'o.seq', 'own.entry')
        .where('o.id', '=', entry)
        .orderBy('own.position')
        .execute();
      return (rows as PlacedRow[]).map(toPlaced);
    },
    async candidates(keys) {
      const { earliest, latest } = keys;
      const rows = await placedClaims(db)
        .where('c.bucket', '=', keys.bucket)
        .where((eb) => {
          const sameWords = eb('c.words_hash', '=', keys.wordsHash);
          if (earliest === null || latest === null) return sameWords;
          const lower = shift(earliest, -NARROW_DAYS);
          const near = eb.and([
            eb('c.earliest', '>=', lower),
            eb('c.earliest', '<=', latest),
            eb('c.latest', '>=', earliest),
          ]);
          return eb.or([sameWords, near]);
        })
        .execute();
      return (rows as PlacedRow[]).map(toPlaced).filter((p) => p.entry !== null);
    },
  };
}

function shift(day: string, days: number): string {
  const moved = new Date(Date.parse(day) + days * 86_400_000);
  return Number.isNaN(moved.getTime()) ? day : moved.toISOString().slice(0, 10);
}

type EntryQuestions = Pick<LedgerRead, 'entry' | 'history' | 'entries' | 'countEntries' | 'pairs'>;

function entryQuestions(db: Db, backend: SqlBackend): EntryQuestions {
  async function current(condition: { readonly id: string } | { readonly claim: string }): Promise<Entry | null> {
    const q = db
      .selectFrom('current_entries as e')
      .innerJoin('claims as lead', 'lead.seq', 'e.lead_claim')
      .selectAll('e')
      .select('lead.body')
      .orderBy('e.seq', 'desc')
      .limit(1);
    const rows =
      'id' in condition
        ? await q.where('e.id', '=', condition.id).execute()
        : await q
            .innerJoin('entry_claims as m', 'm.entry', 'e.seq')
            .innerJoin('claims as c', 'c.seq', 'm.claim')
            .where('c.id', '=', condition.claim)
            .execute();
    return (await entriesByRow(db, rows as EntryRow[]))[0] ?? null;
  }
  return {
    // An id that has gone over to another entry is the id of a claim with another first letter: see entryIdOf.
    entry: async (id) =>
      (await current({ id })) ??
      (await current({ claim: `c${id.slice(1)}` })) ??
      (await current({ claim: id.slice(1) })),
    async history(id) {
      const rows = await db
        .selectFrom('entries as e')
        .innerJoin('claims as lead', 'lead.seq', 'e.lead_claim')
        .selectAll('e')
        .select('lead.body')
        .where('e.id', '=', id)
        .orderBy('e.seq')
        .execute();
      return entriesByRow(db, rows as EntryRow[]);
    },
    entries: (query) => findEntries(db, backend, query),
    countEntries: (query) => countEntries(db, backend, query),
    pairs: (page) => findPairs(db, page),
  };
}

type OtherQuestions = Pick<LedgerRead, 'counts' | 'decisions' | 'links' | 'idsLike'>;

function otherQuestions(db: Db): OtherQuestions {
  return {
    async counts() {
      const readings = await db
        .selectFrom('current_readings')
        .select((eb) => [
          eb.fn.countAll<number>().as('reports'),
          eb.fn.sum<number>('claims').as('claims'),
          eb.fn.sum<number>('problems').as('problems'),
        ])
        .executeTakeFirstOrThrow();
      const entries = await db
        .selectFrom('current_entries')
        .select((eb) => ['standing', eb.fn.countAll<number>().as('n')])
        .groupBy('standing')
        .execute();
      const of = (standing: string) => Number(entries.find((e) => e.standing === standing)?.n ?? 0);
      return {
        reports: Number(readings.reports),
        claims: Number(readings.claims ?? 0),
        problems: Number(readings.problems ?? 0),
        entries: of('accepted') + of('proposed'),
        proposed: of('proposed'),
      };
    },
    async decisions(entries) {
      if (entries.length === 0) return [];
      const rows = await db
        .selectFrom('decisions')
        .selectAll()
        .where('entry', 'in', [...entries])
        .orderBy('seq')
        .execute();
      return rows.map(toDecision);
    },
    async links(id) {
      const rows = await db
        .selectFrom('links')
        .selectAll()
        .where((eb) => eb.or([eb('from_id', '=', id), eb('to_id', '=', id)]))
        .orderBy('seq')
        .execute();
      return rows.map(toLink);
    },
    async idsLike(prefix) {
      const next = `${prefix}\u{10FFFF}`;
      const found: string[] = [];
      for (const table of ['entries', 'claims', 'reports'] as const) {
        const rows = await db
          .selectFrom(table)
          .select('id')
          .distinct()
          .where('id', '>=', prefix)
          .where('id', '<', next)
          .orderBy('id')
          .limit(MOST_IDS)
          .execute();
        found.push(...rows.map((r) => r.id));
      }
      return found.slice(0, MOST_IDS);
    },
  };
}
