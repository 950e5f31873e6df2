/** Queries over entries, shared by both databases. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Entry, EntryQuery } from '../../model/index.ts';
import { type Db, type SqlBackend, termsOf } from './dialect.ts';
import { type EntryRow, type MemberRow, toEntry } from './rows.ts';
import type { Tables } from './tables.ts';

const MOST_ENTRIES = 10_000;
const STATEMENT_VARIABLES = 900;

/** What has not happened, or is told of the past: it comes after what happened last. */
export const AHEAD = sql`case when e.status in ('planned', 'hypothetical', 'conditional', 'demanded') or e.background = 1 then 1 else 0 end`;
/** Undated entries come after all dated ones. */
export const LAST_DAY = sql`coalesce(e.latest, e.earliest, '0000')`;

type Current = SelectQueryBuilder<Tables & { e: Tables['entries'] }, 'e', object>;

/** Entries as recorded: rows of `entries` under a condition, with their leading claim and all claims. */
export async function entriesByRow(db: Db, rows: readonly EntryRow[]): Promise<readonly Entry[]> {
  const members = new Map<number, MemberRow[]>();
  for (let i = 0; i < rows.length; i += STATEMENT_VARIABLES) {
    const seqs = rows.slice(i, i + STATEMENT_VARIABLES).map((r) => r.seq);
    const found = await db
      .selectFrom('entry_claims as m')
      .innerJoin('claims as c', 'c.seq', 'm.claim')
      .innerJoin('current_reports as r', 'r.id', 'c.report')
      .innerJoin('readings as n', 'n.seq', 'c.reading')
      .select(['m.entry', 'c.id', 'c.report', 'c.reading', 'r.origin', 'n.published'])
      .where('m.entry', 'in', seqs)
      .orderBy('m.entry')
      .orderBy('m.position')
      .execute();
    for (const row of found) members.set(row.entry, [...(members.get(row.entry) ?? []), row]);
  }
  return rows.map((row) => toEntry(row, members.get(row.seq) ?? []));
}

function both(query: Current, codes: readonly string[]): Current {
  return codes.reduce(
    (q, code) =>
      q.where((eb) =>
        eb.exists(
          eb
            .selectFrom('entry_parties as p')
            .select('p.code')
            .whereRef('p.entry', '=', 'e.seq')
            .where('p.code', '=', code),
        ),
      ),
    query,
  );
}

function holdsClaim(query: Current, backend: SqlBackend, asked: EntryQuery): Current {
  const terms = asked.text === undefined ? [] : termsOf(asked.text);
  if (asked.report === undefined && terms.length === 0) return query;
  return query.where((eb) => {
    let claims = eb
      .selectFrom('entry_claims as m')
      .innerJoin('claims', 'claims.seq', 'm.claim')
      .select('m.entry')
      .whereRef('m.entry', '=', 'e.seq');
    if (asked.report !== undefined) claims = claims.where('claims.report', '=', asked.report);
    if (terms.length > 0) claims = claims.where(backend.claimHolds(terms));
    return eb.exists(claims);
  });
}

function asked(db: Db, backend: SqlBackend, query: EntryQuery): Current {
  let q = db.selectFrom('current_entries as e') as unknown as Current;
  q = query.standing
    ? q.where('e.standing', '=', query.standing)
    : q.where('e.standing', 'in', ['proposed', 'accepted']);
  q = both(q, [...(query.pair ?? []), ...(query.party === undefined ? [] : [query.party])]);
  if (query.track !== undefined) q = q.where('e.track', '=', query.track);
  if (query.status !== undefined) q = q.where('e.status', '=', query.status);
  if (query.kind !== undefined) q = q.where('e.kind', '=', query.kind);
  if (query.from !== undefined)
    q = q.where(sql<boolean>`coalesce(e.latest, case when e.earliest is not null then '9999' end) >= ${query.from}`);
  if (query.to !== undefined)
    q = q.where(sql<boolean>`coalesce(e.earliest, case when e.latest is not null then '0000' end) <= ${query.to}`);
  return holdsClaim(q, backend, query);
}

/** Current entries that meet all conditions of the query, in its order. */
export async function findEntries(db: Db, backend: SqlBackend, query: EntryQuery): Promise<readonly Entry[]> {
  let q = asked(db, backend, query)
    .innerJoin('claims as lead', 'lead.seq', 'e.lead_claim')
    .innerJoin('readings as told', 'told.seq', 'lead.reading')
    .selectAll('e')
    .select('lead.body');
  if (query.order === 'newest') {
    q = q.orderBy(AHEAD).orderBy(LAST_DAY, 'desc');
  } else {
    q = q.orderBy(sql`coalesce(e.earliest, e.latest, '9999')`).orderBy(sql`coalesce(e.latest, '9999')`);
  }
  const way = query.order === 'newest' ? 'desc' : 'asc';
  const rows = await q
    .orderBy(sql`coalesce(told.published_earliest, '9999')`, way)
    .orderBy('e.report')
    .orderBy('e.position')
    .orderBy('e.id')
    .limit(Math.min(query.limit ?? MOST_ENTRIES, MOST_ENTRIES))
    .offset(query.offset ?? 0)
    .execute();
  return entriesByRow(db, rows as EntryRow[]);
}

/** How many current entries meet all conditions of the query. */
export async function countEntries(db: Db, backend: SqlBackend, query: EntryQuery): Promise<number> {
  const row = await asked(db, backend, query)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
