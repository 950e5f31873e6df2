/** `verbale list`: what a ledger holds. */
import type { Command } from 'commander';
import { LEDGER_OPTION, type LedgerFlags, withLedger } from '../ledger-place.ts';
import { UsageError } from '../usage-error.ts';

interface ListFlags extends LedgerFlags {
  readonly limit: string;
  readonly json?: true;
}

const WHAT = ['pairs', 'entries', 'reports'] as const;
type What = (typeof WHAT)[number];

export function register(program: Command): void {
  program
    .command('list')
    .description('what the ledger holds: pairs (the default), entries or reports')
    .argument('[what]', WHAT.join(', '), 'pairs')
    .option(...LEDGER_OPTION)
    .option('-n, --limit <n>', 'at most so many lines', '50')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  $ verbale list reports --limit 10')
    .action((what: string, flags: ListFlags) => run(what, flags));
}

async function run(what: string, flags: ListFlags): Promise<void> {
  if (!WHAT.includes(what as What)) throw new UsageError(`cannot list "${what}"; there are ${WHAT.join(', ')}`);
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError(`--limit takes a whole number from 1`);
  const { out } = await import('../print.ts');
  await withLedger(flags, async (store) => {
    const { found, lines } = await LISTS[what as What](store, limit);
    if (flags.json) return out(JSON.stringify(found));
    for (const line of lines.length > 0 ? lines : [`no ${what} in ${store.place}`]) out(line);
  });
}

interface Listed {
  readonly found: readonly object[];
  readonly lines: readonly string[];
}

type Store = import('../../ledger/ports.ts').Store;

const LISTS: Record<What, (store: Store, limit: number) => Promise<Listed>> = {
  pairs: async (store, limit) => {
    const found = await store.pairs({ limit });
    return { found, lines: found.map((p) => `${p.pair.join('-')}  ${p.entries} entries`) };
  },
  entries: async (store, limit) => {
    const [{ entryLine }, { namesFrom }, { loadRules }] = await Promise.all([
      import('../entry-lines.ts'),
      import('../../ledger/names.ts'),
      import('../../rules/load.ts'),
    ]);
    const rules = await loadRules();
    const names = namesFrom(rules.actors, rules.tracks);
    const found = await store.entries({ limit, order: 'newest' });
    return { found, lines: found.map((e) => entryLine(e, names)) };
  },
  reports: async (store, limit) => {
    const found = await store.reports({ limit });
    const line = (r: (typeof found)[number]): string =>
      `${r.id.slice(0, 10)}  ${r.published ?? 'not dated'}  ${r.claims} claims  ${r.headline ?? r.source}`;
    return { found, lines: found.map(line) };
  },
};
