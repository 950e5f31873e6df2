/** `verbale watch`: a folder's reports into the ledger as they arrive. */
import type { Command } from 'commander';
import { LEDGER_OPTION, type LedgerFlags, withLedger } from '../ledger-place.ts';

export function register(program: Command): void {
  program
    .command('watch')
    .description('record the reports of a folder, then every new or changed one until Ctrl-C')
    .argument('<folder>', 'folder that reports arrive in')
    .option(...LEDGER_OPTION)
    .addHelpText('after', '\nExample:\n  $ verbale watch inbox/ --ledger talks.verbale')
    .action((folder: string, flags: LedgerFlags) => run(folder, flags));
}

async function run(folder: string, flags: LedgerFlags): Promise<void> {
  const [{ arrivals }, { readOne }, { addResult, emptyTally, tallyLine }, { out }, { UsageError }, { statSync }] =
    await Promise.all([
      import('../arrivals.ts'),
      import('../read-one.ts'),
      import('../add-results.ts'),
      import('../print.ts'),
      import('../usage-error.ts'),
      import('node:fs'),
    ]);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${folder} is not a folder`);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  await withLedger(flags, async (store) => {
    out(`watching ${folder} (ledger ${store.place}); Ctrl-C ends it`);
    for await (const path of arrivals(folder, stop.signal)) {
      const tally = emptyTally();
      await addResult(store, await readOne(path), tally);
      out(`${path}: ${tallyLine(tally)}`);
    }
  });
}
