/** `verbale fetch`: pages from the public internet, behind a guard. */
import type { Command } from 'commander';
import { LEDGER_OPTION, type LedgerFlags, withLedger } from '../ledger-place.ts';

interface FetchFlags extends LedgerFlags {
  readonly add?: true;
  readonly save?: string;
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('fetch')
    .description('fetch pages and print what they claim; robots.txt is respected, private addresses are refused')
    .argument('<urls...>', 'addresses that start with http:// or https://')
    .option('--add', 'record them in the ledger')
    .option(...LEDGER_OPTION)
    .option('--save <folder>', 'keep the pages as files there')
    .option('--json', 'one JSON object a report')
    .addHelpText('after', '\nExample:\n  $ verbale fetch --add https://example.org/talks.html')
    .action((urls: string[], flags: FetchFlags) => run(urls, flags));
}

async function run(urls: readonly string[], flags: FetchFlags): Promise<void> {
  const results = [];
  for (const url of urls) results.push(await fetchAndRead(url, flags));
  if (flags.add) return record(results, flags);
  const [{ readingLine }, { readingText }, { tools }, { complain, out }] = await Promise.all([
    import('../../export/reading-jsonl.ts'),
    import('../../export/reading-text.ts'),
    import('../read-one.ts'),
    import('../print.ts'),
  ]);
  const { rules } = await tools();
  for (const result of results) {
    for (const p of result.refused) complain(result.source, p);
    for (const reading of result.readings) out(flags.json ? readingLine(reading) : readingText(reading, rules));
  }
}

type Result = import('../read-one.ts').InputResult;

async function fetchAndRead(url: string, flags: FetchFlags): Promise<Result> {
  const [{ fetchPage }, { readBytes }] = await Promise.all([
    import('../fetch/fetch-page.ts'),
    import('../read-one.ts'),
  ]);
  const fetched = await fetchPage(url);
  if ('code' in fetched) return { source: url, readings: [], refused: [fetched] };
  if (flags.save !== undefined) await keep(flags.save, fetched.bytes);
  const mediaType = fetched.mediaType === null ? {} : { mediaType: fetched.mediaType };
  return readBytes(fetched.bytes, { source: fetched.url, ...mediaType });
}

/** Pages are named after their content: fetching the same page twice keeps one file. */
async function keep(folder: string, bytes: Uint8Array): Promise<void> {
  const [{ createHash }, { mkdir, writeFile }, { join }] = await Promise.all([
    import('node:crypto'),
    import('node:fs/promises'),
    import('node:path'),
  ]);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}.html`), bytes);
}

async function record(results: readonly Result[], flags: FetchFlags): Promise<void> {
  const [{ addResult, emptyTally, tallyLine }, { out }] = await Promise.all([
    import('../add-results.ts'),
    import('../print.ts'),
  ]);
  const tally = emptyTally();
  await withLedger(flags, async (store) => {
    for (const result of results) await addResult(store, result, tally);
    out(flags.json ? JSON.stringify({ ledger: store.place, ...tally }) : `${store.place}: ${tallyLine(tally)}`);
  });
}
