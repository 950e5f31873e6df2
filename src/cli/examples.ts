/** The bundled example reports, and a ledger of their own. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../ledger/ports.ts';
import { PACKAGE_ROOT } from '../rules/load.ts';
import { addResult, emptyTally, tallyLine } from './add-results.ts';
import { readMany } from './read-many.ts';

/** Folder of the example reports. */
export const EXAMPLES = join(PACKAGE_ROOT, 'examples');

/** Ledger the examples are read into, so that they never mix with anybody's own. */
export const EXAMPLE_LEDGER = join(PACKAGE_ROOT, '.cache', 'examples.verbale');

/** Reads the examples into a ledger; says what became of them. */
export async function addExamples(store: Store): Promise<string> {
  const inputs = readdirSync(EXAMPLES)

    .sort()
    .map((name) => ({ source: join(EXAMPLES, name) }));
  const tally = emptyTally();
  for await (const result of readMany(inputs, { jobs: 1 })) await addResult(store, result, tally);
  return tallyLine(tally);
}
