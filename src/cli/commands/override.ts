/** `verbale override`: a person corrects what a page was taken for. */
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { Block, BlockKind, DropReason, OverrideValue, Report } from '../../model/index.ts';
import { LEDGER_OPTION, type LedgerFlags, withLedger } from '../ledger-place.ts';
import { UsageError } from '../usage-error.ts';

interface OverrideFlags extends LedgerFlags {
  readonly published?: string;
  readonly outlet?: string;
  readonly agency?: string;
  readonly block?: string;
  readonly by?: string;
  readonly why: string;
}

const KINDS: readonly BlockKind[] = ['headline', 'deck', 'body', 'caption', 'provenance', 'dropped'];

export function register(program: Command): void {
  program
    .command('override')
    .description("correct a page: its day, outlet, agency or a block; kept beside the machine's value and replayed")
    .argument('<report>', 'id of a report, or its first characters (verbale list reports)')
    .requiredOption('--why <words>', 'the reason, kept with the correction')
    .option('--published <day>', 'day of publication as YYYY-MM-DD, or "none"')
    .option('--outlet <name>', 'outlet, or "none"')
    .option('--agency <name>', 'wire service, or "none"')
    .option('--block <span>', 'what a stretch of text is: START-END=body, START-END=dropped/teaser ...')
    .option('--by <name>', 'who corrects (default: your user name)')
    .option(...LEDGER_OPTION)
    .addHelpText(
      'after',
      '\nExample:\n  $ verbale override r3f2a91 --published 2025-02-27 --why "the stamp is a day late"',
    )
    .action((report: string, flags: OverrideFlags) => run(report, flags));
}

async function run(id: string, flags: OverrideFlags): Promise<void> {
  const [{ override }, { addReading }, { clock }, { replayed }, { tools }, { out }] = await Promise.all([
    import('../../ledger/overrides.ts'),
    import('../../ledger/add.ts'),
    import('../ledger-place.ts'),
    import('../add-results.ts'),
    import('../read-one.ts'),
    import('../print.ts'),
  ]);
  await withLedger(flags, async (store) => {
    const [found, ...others] = (await store.idsLike(id)).filter((x) => x.startsWith('r'));
    if (found === undefined) throw new UsageError(`no report ${id}; verbale list reports shows their ids`);
    if (others.length > 0) throw new UsageError(`several reports start with ${id}: ${[found, ...others].join(', ')}`);
    const kept = await store.reading(found);
    if (kept === null) throw new UsageError(`report ${found} has no reading yet; add its file again`);
    const made = { report: found, by: flags.by ?? userInfo().username, why: flags.why };
    for (const value of valuesOf(flags, kept.report)) await override(store, { ...made, ...value }, clock);
    const { read } = await tools();
    const added = await addReading(store, await replayed(store, read(kept.report)), clock);
    out(`${found}: read anew, ${added.claims} claims, ${added.entries.length} entries changed`);
  });
}

function valuesOf(flags: OverrideFlags, report: Report): OverrideValue[] {
  const values: OverrideValue[] = [];
  if (flags.published !== undefined) values.push({ field: 'published', value: dayOf(flags.published) });
  if (flags.outlet !== undefined) values.push({ field: 'outlet', value: orNone(flags.outlet) });
  if (flags.agency !== undefined) values.push({ field: 'agency', value: orNone(flags.agency) });
  if (flags.block !== undefined) values.push({ field: 'block', value: blockOf(flags.block, report) });
  if (values.length === 0) throw new UsageError('say what to correct: --published, --outlet, --agency or --block');
  return values;
}

const orNone = (word: string): string | null => (word === 'none' ? null : word);

function dayOf(word: string): string | null {
  if (word === 'none') return null;
  const real = /^\d{4}-\d\d-\d\d$/.test(word) && new Date(`${word}T00:00:00Z`).toISOString().startsWith(word);
  if (!real) throw new UsageError(`--published takes a day as YYYY-MM-DD, or "none", not "${word}"`);
  return word;
}

function blockOf(words: string, report: Report): Block {
  const match = /^(\d+)-(\d+)=([a-z]+)(?:\/([a-z-]+))?$/.exec(words);
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  const kind = KINDS.find((k) => k === match?.[3]);
  if (!match || kind === undefined || start >= end || end > report.text.length) {
    throw new UsageError(`--block takes START-END=KIND within 0-${report.text.length}; kinds are ${KINDS.join(', ')}`);
  }
  const reason = kind === 'dropped' ? { reason: (match[4] ?? 'other') as DropReason } : {};
  return { start, end, kind, ...reason, why: 'set by a person' };
}
