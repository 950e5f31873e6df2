/** All that a ledger records, as inserts that run on both databases. */
import type { Transaction } from 'kysely';
import type { Placed } from '../../ledger/placed.ts';
import type { LedgerWrite, ReadingDraft } from '../../ledger/ports.ts';
import type { Claim } from '../../model/index.ts';
import { copyRecords } from './copies.ts';
import type { SqlBackend } from './dialect.ts';
import { ledgerRead } from './read.ts';
import { packText, plain, plainOrNull, type ReadingBody } from './rows.ts';
import type { Tables } from './tables.ts';

type Tx = Transaction<Tables>;

/** The writing half of the port over a transaction. */
export function ledgerWrite(tx: Tx, backend: SqlBackend): LedgerWrite {
  return {
    ...ledgerRead(tx, backend),
    ...copyRecords(tx),
    appendReading: (draft) => appendReading(tx, draft),
    async appendEntry(draft, members, recorded) {
      const [lead] = members;
      if (lead === undefined) throw new Error(`entry ${draft.id} has no claims`);
      const { seq } = await tx
        .insertInto('entries')
        .values({
          id: draft.id,
          lead_claim: lead.seq,
          report: draft.report,
          position: lead.position,
          standing: draft.standing,
          standing_by: draft.standingBy,
          standing_why: plain(draft.standingWhy),
          grouped_why: plainOrNull(draft.groupedWhy),
          ...keyColumns(draft.lead),
          rules_version: draft.rulesVersion,
          supersedes: JSON.stringify(draft.supersedes),
          recorded,
        })
        .returning('seq')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('entry_claims')
        .values(members.map((m, position) => ({ entry: seq, claim: m.seq, position })))
        .execute();
      const parties = partiesOf(draft.lead).map((p) => ({ entry: seq, ...p }));
      if (parties.length > 0) await tx.insertInto('entry_parties').values(parties).execute();
    },
    async appendDecision(d) {
      await tx
        .insertInto('decisions')
        .values({
          id: d.id,
          entry: d.entry,
          verdict: d.verdict,
          made_by: plain(d.by),
          why: plain(d.why),
          recorded: d.recorded,
        })
        .execute();
    },
    async appendLink(l) {
      await tx
        .insertInto('links')
        .values({ from_id: l.from, to_id: l.to, kind: l.kind, made_by: l.by, why: plain(l.why), recorded: l.recorded })
        .onConflict((c) => c.doNothing())
        .execute();
    },
  };
}

function keyColumns(lead: Claim) {
  return {
    kind: lead.kind,
    status: lead.status,
    track: lead.track,
    background: lead.background ? 1 : 0,
    earliest: lead.occurs?.earliest ?? null,
    latest: lead.occurs?.latest ?? null,
  };
}

function partiesOf(lead: Claim): readonly { code: string; side: 'actor' | 'counterpart' }[] {
  const sides = new Map<string, 'actor' | 'counterpart'>();
  for (const code of lead.counterparts) sides.set(code, 'counterpart');
  for (const code of lead.actors) sides.set(code, 'actor');
  return [...sides].map(([code, side]) => ({ code, side }));
}

async function appendReading(tx: Tx, draft: ReadingDraft): Promise<readonly Placed[]> {
  const { report } = draft;
  const keepFirst = {
    source: plain(report.source),
    format: report.format,
    origin: draft.origin,
    recorded: draft.recorded,
  };
  await tx
    .insertInto('texts')
    .values({ hash: draft.textHash, ...packText(report.text) })
    .onConflict((c) => c.doNothing())
    .execute();
  await tx
    .insertInto('reports')
    .values({ id: report.id, ...keepFirst })
    .onConflict((c) => c.doNothing())
    .execute();
  const { origin } = await tx
    .selectFrom('current_reports')
    .select('origin')
    .where('id', '=', report.id)
    .executeTakeFirstOrThrow();
  const { seq } = await tx
    .insertInto('readings')
    .values(readingColumns(draft))
    .returning('seq')
    .executeTakeFirstOrThrow();
  const placed: Placed[] = [];
  for (const [position, { claim }] of draft.claims.entries()) {
    placed.push({
      seq: await appendClaim(tx, draft, { reading: seq, position }),
      claim,
      report: report.id,
      reading: seq,
      position,
      published: report.published?.earliest ?? null,
      origin,
      entry: null,
    });
  }
  return placed;
}

function readingColumns(draft: ReadingDraft) {
  const { text: _text, ...report } = draft.report;
  const { dates, people, problems } = draft;
  const body: ReadingBody = { report, dates, people, problems };
  return {
    report: report.id,
    text_hash: draft.textHash,
    content_hash: draft.contentHash,
    rules_version: draft.rulesVersion,
    supersedes: draft.supersedes,
    recorded: draft.recorded,
    headline: plainOrNull(report.headline),
    outlet: plainOrNull(report.outlet),
    agency: plainOrNull(report.agency),
    published: report.published?.edtf ?? null,
    published_earliest: report.published?.earliest ?? null,
    language: report.language,
    claims: draft.claims.length,
    problems: problems.length,
    body: JSON.stringify(body),
  };
}

async function appendClaim(
  tx: Tx,
  draft: ReadingDraft,
  at: { readonly reading: number; readonly position: number },
): Promise<number> {
  const stored = draft.claims[at.position];
  if (stored === undefined) throw new Error(`reading has no claim ${at.position}`);
  const { claim, keys } = stored;
  const { seq } = await tx
    .insertInto('claims')
    .values({
      ...at,
      id: claim.id,
      report: draft.report.id,
      bucket: keys.bucket,
      words_hash: keys.wordsHash,
      earliest: keys.earliest,
      latest: keys.latest,
      sentence: plain(claim.evidence[0].quote),
      body: JSON.stringify(claim),
    })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}
