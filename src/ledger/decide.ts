/** A person's decision in, a version of the entry with the new standing appended. */
import type { Clock, Decision } from '../model/index.ts';
import { judge } from './accept.ts';
import type { LedgerWrite, Store } from './ports.ts';
import { hashOf } from './words.ts';

/** Accepts or rejects an entry; null where no current entry answers to the id. */
export function decide(
  store: Store,
  decision: Pick<Decision, 'entry' | 'verdict' | 'by' | 'why'>,
  clock: Clock,
): Promise<Decision | null> {
  return store.write((ledger) => record(ledger, decision, clock()));
}

async function record(
  ledger: LedgerWrite,
  asked: Pick<Decision, 'entry' | 'verdict' | 'by' | 'why'>,
  now: string,
): Promise<Decision | null> {
  const entry = await ledger.entry(asked.entry);
  if (entry === null) return null;
  const before = await ledger.decisions([entry.id]);
  const decision: Decision = {
    ...asked,
    entry: entry.id,
    id: `d${hashOf(JSON.stringify([entry.id, asked, now, before.length])).slice(0, 24)}`,
    recorded: now,
  };
  await ledger.appendDecision(decision);
  const verdict = judge(entry.lead, [decision]);
  const { seq: _seq, origins: _origins, recorded: _recorded, reported: _reported, ...rest } = entry;
  const standing = { standing: verdict.standing, standingBy: verdict.by, standingWhy: verdict.why };
  await ledger.appendEntry({ ...rest, ...standing, supersedes: [] }, await ledger.members(entry.id), now);
  return decision;
}
