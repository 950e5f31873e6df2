/** `verbale show`: the minutes of a pair. */
import type { Command } from 'commander';
import { LEDGER_OPTION, type LedgerFlags, withLedger } from '../ledger-place.ts';
import { UsageError } from '../usage-error.ts';

interface ShowFlags extends LedgerFlags {
  readonly track?: string;
  readonly status?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('show')
    .description('the minutes of a pair: who did, said or promised what, by track and day')
    .argument('<pair>', 'two codes such as RUS-USA')
    .option(...LEDGER_OPTION)
    .option('-t, --track <track>', 'only one matter: air-links, visas, mission-staffing ...')
    .option('-s, --status <status>', 'only one status: happened, planned, agreed ...')
    .option('--from <day>', 'only what may occur on or after this day')
    .option('--to <day>', 'only what may occur on or before this day')
    .option('--json', 'entries as JSON')
    .addHelpText('after', '\nExample:\n  $ verbale show RUS-USA --track mission-staffing')
    .action((pair: string, flags: ShowFlags) => run(pair, flags));
}

async function run(words: string, flags: ShowFlags): Promise<void> {
  const pair = pairOf(words);
  const [{ entriesOf }, { out }, { minutesOf }] = await Promise.all([
    import('../../ledger/ask.ts'),
    import('../print.ts'),
    import('../entry-lines.ts'),
  ]);
  const { track, from, to } = flags;
  const status = flags.status === undefined ? {} : { status: statusOf(flags.status) };
  await withLedger(flags, async (store) => {
    const query = { pair, ...status, ...(track ? { track } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
    const entries = await entriesOf(store, query);
    if (flags.json) return out(JSON.stringify(entries));
    if (entries.length === 0) return out(`nothing on ${pair.join('-')} in ${store.place}`);
    for (const line of await minutesOf(entries)) out(line);
  });
}

type Status = import('../../model/index.ts').Status;
const STATUSES = 'happened ongoing planned offered demanded agreed conditional denied alleged hypothetical'.split(' ');

function statusOf(word: string): Status {
  if (!STATUSES.includes(word)) throw new UsageError(`no status "${word}"; there are ${STATUSES.join(', ')}`);
  return word as Status;
}

/** The two codes of a pair, in the order given. */
export function pairOf(words: string): readonly [string, string] {
  const [a, b, ...more] = words.toUpperCase().split('-');
  if (!a || !b || more.length > 0) throw new UsageError(`a pair is two codes such as RUS-USA, not "${words}"`);
  return [a, b];
}
