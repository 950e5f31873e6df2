/** A reading in, the records that follow from it appended: report, reading, claims, and the entries that change. */
import { createHash } from 'node:crypto';
import type { Clock, EntryId, Instant, Reading } from '../model/index.ts';
import { settleOrigin } from './origins.ts';
import { keysOf } from './placed.ts';
import type { LedgerWrite, ReadingDraft, Store } from './ports.ts';
import { regroup } from './regroup.ts';
import { hashOf } from './words.ts';

/** `known`: the same reading is recorded already. `superseded`: the report was known, this reading replaces the earlier one. */
export interface Added {
  readonly outcome: 'new' | 'known' | 'superseded';
  readonly report: string;
  readonly claims: number;
  /** Entries recorded or changed, without those withdrawn. */
  readonly entries: readonly EntryId[];
  /** Entries that no current reading supports any more. */
  readonly withdrawn: readonly EntryId[];
}

/**
 * Records a reading. Adding the same reading again records nothing; a different reading of the same report is recorded
 * beside the earlier one and takes its place.
 *
 * @throws StoreError where the store fails; nothing of the reading is recorded then.
 * @example const { outcome } = await addReading(store, reading, () => new Date().toISOString());
 */
export function addReading(store: Store, reading: Reading, clock: Clock): Promise<Added> {
  return store.write((ledger) => addTo(ledger, reading, clock()));
}

async function addTo(ledger: LedgerWrite, reading: Reading, now: Instant): Promise<Added> {
  const report = reading.report.id;
  const head = await ledger.head(report);
  const draft = draftOf(reading, now, { origin: report, supersedes: head?.seq ?? null });
  if (head?.contentHash === draft.contentHash && head.rulesVersion === draft.rulesVersion) {
    return { outcome: 'known', report, claims: draft.claims.length, entries: [], withdrawn: [] };
  }
  const gone = head ? await ledger.placed(head.seq) : [];
  const fresh = await ledger.appendReading(draft);
  await settleOrigin(ledger, reading.report, now);
  const changed = await regroup(ledger, { fresh, gone, now, rulesVersion: reading.rulesVersion });
  return { outcome: head ? 'superseded' : 'new', report, claims: fresh.length, ...changed };
}

function draftOf(
  reading: Reading,
  recorded: Instant,
  place: { readonly origin: string; readonly supersedes: number | null },
): ReadingDraft {
  const { report, dates, people, problems, rulesVersion } = reading;
  const claims = [...new Map(reading.claims.map((c) => [c.id, c])).values()];
  const textHash = createHash('sha256').update(report.text).digest('hex');
  // The path is left out: the same bytes under another name are the same report.
  const said = { ...report, source: '', dates, people, problems, claims };
  return {
    ...place,
    report,
    dates,
    people,
    problems,
    rulesVersion,
    recorded,
    textHash,
    contentHash: hashOf(JSON.stringify(said, inKeyOrder)),
    claims: claims.map((claim) => ({ claim, keys: keysOf(claim) })),
  };
}

/** A report that comes back from a store says the same with its fields in another order. */
function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
