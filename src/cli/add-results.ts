/** Results of reading in, what the ledger made of them out. Shared by add, fetch, watch and serve. */
import { addReading } from '../ledger/add.ts';
import { withOverrides } from '../ledger/overrides.ts';
import type { Store } from '../ledger/ports.ts';
import type { Reading } from '../model/index.ts';
import { clock } from './ledger-place.ts';
import { complain } from './print.ts';
import { type InputResult, tools } from './read-one.ts';

/** What became of the reports of one call. */
export interface Tally {
  new: number;
  known: number;
  superseded: number;
  refused: number;
  claims: number;
}

export function emptyTally(): Tally {
  return { new: 0, known: 0, superseded: 0, refused: 0, claims: 0 };
}

/** Records all readings of one input; what was refused is told and counted. */
export async function addResult(store: Store, result: InputResult, tally: Tally): Promise<void> {
  for (const p of result.refused) complain(result.source, p);
  if (result.refused.some((p) => p.severity === 'stop')) tally.refused++;
  for (const reading of result.readings) {
    for (const p of reading.problems) if (p.severity !== 'note') complain(reading.report.source, p);
    const added = await addReading(store, await replayed(store, reading), clock);
    tally[added.outcome]++;
    if (added.outcome !== 'known') tally.claims += added.claims;
  }
}

/** The reading with what a person corrected on the page: dates and all that hangs on them are resolved anew. */
export async function replayed(store: Store, reading: Reading): Promise<Reading> {
  const overrides = await store.overrides(reading.report.id);
  if (overrides.length === 0) return reading;
  const { read } = await tools();
  return read(withOverrides(reading.report, overrides));
}

/** "12 new (57 claims), 3 known, 1 refused". */
export function tallyLine(tally: Tally): string {
  const parts = [`${tally.new} new (${tally.claims} claims)`, `${tally.known} known`];
  if (tally.superseded > 0) parts.push(`${tally.superseded} read anew`);
  parts.push(`${tally.refused} refused`);
  return parts.join(', ');
}
