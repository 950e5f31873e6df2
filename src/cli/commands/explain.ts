/** `verbale explain`: why a line says what it says. */
import type { Command } from 'commander';
import { LEDGER_OPTION, type LedgerFlags, withLedger } from '../ledger-place.ts';
import { UsageError } from '../usage-error.ts';

interface ExplainFlags extends LedgerFlags {
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('explain')
    .description(
      'why an entry or claim says what it says: the sentence, the words, the rule, each date and its reasoning',
    )
    .argument('<id>', 'id of an entry or claim, or its first characters')
    .option(...LEDGER_OPTION)
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  $ verbale explain e3f2a91b')
    .action((id: string, flags: ExplainFlags) => run(id, flags));
}

async function run(id: string, flags: ExplainFlags): Promise<void> {
  const [{ explain }, { out }, { explanationLines }] = await Promise.all([
    import('../../ledger/ask.ts'),
    import('../print.ts'),
    import('../explanation-lines.ts'),
  ]);
  await withLedger(flags, async (store) => {
    const answer = await explain(store, id);
    if (!('found' in answer)) throw new UsageError(missing(id, answer));
    if (flags.json) return out(JSON.stringify(answer.found));
    for (const line of await explanationLines(answer.found)) out(line);
  });
}

function missing(id: string, answer: { readonly missing: string; readonly ids: readonly string[] }): string {
  if (answer.missing === 'ambiguous') return `several ids start with ${id}: ${answer.ids.join(', ')}`;
  return `no entry or claim ${id}; verbale list entries shows their ids (give at least six characters)`;
}
