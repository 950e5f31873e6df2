/** `verbale serve`: the desk, in the browser. */
import type { Command } from 'commander';
import { LEDGER_OPTION, type LedgerFlags, placeOf } from '../ledger-place.ts';
import { UsageError } from '../usage-error.ts';

interface ServeFlags extends LedgerFlags {
  readonly port: string;
  readonly examples?: true;
}

export function register(program: Command): void {
  program
    .command('serve')
    .description('open the desk: pairs, entries and reports as pages, on this machine only')
    .option(...LEDGER_OPTION)
    .option('-p, --port <n>', 'port; 0 takes any free one', '4173')
    .option('--examples', 'read the bundled example reports into a ledger of their own first')
    .addHelpText('after', '\nExample:\n  $ verbale serve --ledger ledger.verbale --port 8080')
    .action((flags: ServeFlags) => run(flags));
}

async function run(flags: ServeFlags): Promise<void> {
  const port = Number(flags.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`no such port: ${flags.port}`);
  const [{ out }, { openStore }, { startDesk }, { tools }, { mkdirSync }] = await Promise.all([
    import('../print.ts'),
    import('../../store/open.ts'),
    import('../../http/server.ts'),
    import('../read-one.ts'),
    import('node:fs'),
  ]);
  const { EXAMPLES, EXAMPLE_LEDGER, addExamples } = await import('../examples.ts');
  const place = flags.examples && flags.ledger === undefined ? EXAMPLE_LEDGER : placeOf(flags);
  if (place === EXAMPLE_LEDGER) mkdirSync(new URL('.', `file://${EXAMPLE_LEDGER}`), { recursive: true });
  const store = await openStore(place);
  if (flags.examples) out(`${EXAMPLES}: ${await addExamples(store)}`);
  const [{ lazyParse }, { loadRules }] = await Promise.all([
    import('../../http/lazy-parse.ts'),
    import('../../rules/load.ts'),
  ]);
  // The parser is loaded with the first tree, or is there already from reading the examples.
  const parse = lazyParse(() => tools().then(({ parser }) => parser));
  const desk = await startDesk({ store, rules: await loadRules(), port, parse });
  out(`The desk is open at ${desk.url} (ledger ${store.place}); Ctrl-C closes it.`);
  await untilStopped();
  await desk.close();
  await store.close();
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
