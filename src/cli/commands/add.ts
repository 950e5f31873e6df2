/** `verbale add`: reports into the ledger. */
import type { Command } from 'commander';
import { LEDGER_OPTION, type LedgerFlags, withLedger } from '../ledger-place.ts';
import { UsageError } from '../usage-error.ts';
import { jobsOf, publishedOf } from './read.ts';

interface AddFlags extends LedgerFlags {
  readonly filesFrom?: string;
  readonly jobs?: string | true;
  readonly published?: string;
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('add')
    .description('read reports and record what they claim in the ledger')
    .argument('[paths...]', 'files or folders; - is standard input')
    .option(...LEDGER_OPTION)
    .option('--files-from <list>', 'add the paths listed in a file, one a line; - is standard input')
    .option('-j, --jobs [n]', 'cores to use; without a number all of them')
    .option('--published <day>', 'day of publication (YYYY-MM-DD) of reports that do not state it')
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', '\nExample:\n  $ verbale add --jobs reports/ new.html')
    .action((paths: string[], flags: AddFlags) => run(paths, flags));
}

async function run(named: readonly string[], flags: AddFlags): Promise<void> {
  const { jobs, path } = jobsOf(flags.jobs);
  const paths = [...path, ...named];
  if (paths.length === 0 && flags.filesFrom === undefined) throw new UsageError('name a file, a folder or - to add');
  const [{ inputsOf }, { readMany }, { complain, out }, { progressOf }, { addResult, emptyTally, tallyLine }] =
    await Promise.all([
      import('../inputs.ts'),
      import('../read-many.ts'),
      import('../print.ts'),
      import('../progress.ts'),
      import('../add-results.ts'),
    ]);
  const { inputs, refused } = await inputsOf(paths, flags.filesFrom);
  for (const r of refused) complain(r.source, r.problem);
  const tally = emptyTally();
  tally.refused += refused.length;
  await withLedger(flags, async (store) => {
    const progress = progressOf(inputs.length, 'reading');
    for await (const result of readMany(inputs, { jobs, ...publishedOf(flags.published) })) {
      await addResult(store, result, tally);
      progress.step();
    }
    progress.stop();
    out(flags.json ? JSON.stringify({ ledger: store.place, ...tally }) : `${store.place}: ${tallyLine(tally)}`);
  });
}
