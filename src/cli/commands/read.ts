/** `verbale read`: what reports say, without touching a ledger. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { UsageError } from '../usage-error.ts';

export interface ReadFlags {
  readonly format: string;
  readonly json?: true;
  readonly filesFrom?: string;
  readonly jobs?: string | true;
  readonly published?: string;
}

const FORMATS = ['text', 'jsonl', 'blocks'];

export function register(program: Command): void {
  program
    .command('read')
    .description('read reports and print what they claim')
    .argument('[files...]', 'files or folders; - is standard input')
    .option(
      '-f, --format <format>',
      'text (minutes), jsonl (one object a report), blocks (what is the article)',
      'text',
    )
    .option('--json', 'the same as --format jsonl')
    .option('--files-from <list>', 'read the paths listed in a file, one a line; - is standard input')
    .option('-j, --jobs [n]', 'cores to use; without a number all of them')
    .option('--published <day>', 'day of publication (YYYY-MM-DD) of reports that do not state it')
    .addHelpText('after', '\nExample:\n  $ verbale read --format jsonl --jobs --files-from list.txt > readings.jsonl')
    .action((files: string[], flags: ReadFlags) => run(files, flags));
}

async function run(files: readonly string[], flags: ReadFlags): Promise<void> {
  const format = flags.json ? 'jsonl' : flags.format;
  if (!FORMATS.includes(format)) throw new UsageError(`no format "${format}"; there are ${FORMATS.join(', ')}`);
  const { jobs, path } = jobsOf(flags.jobs);
  const paths = [...path, ...files];
  if (paths.length === 0 && flags.filesFrom === undefined) throw new UsageError('name a file, a folder or - to read');
  const [{ inputsOf }, { readMany }, { complain, out }, render] = await Promise.all([
    import('../inputs.ts'),
    import('../read-many.ts'),
    import('../print.ts'),
    rendererOf(format),
  ]);
  const { inputs, refused } = await inputsOf(paths, flags.filesFrom);
  for (const r of refused) complain(r.source, r.problem);
  for await (const result of readMany(inputs, { jobs, ...publishedOf(flags.published) })) {
    for (const p of result.refused) complain(result.source, p);
    for (const reading of result.readings) {
      for (const p of reading.problems) if (p.severity !== 'note') complain(reading.report.source, p);
      out(render(reading));
    }
  }
}

type Render = (reading: import('../../model/index.ts').Reading) => string;

async function rendererOf(format: string): Promise<Render> {
  if (format === 'jsonl') return (await import('../../export/reading-jsonl.ts')).readingLine;
  if (format === 'blocks') {
    const { renderBlocks } = await import('../../export/blocks.ts');
    return (reading) => renderBlocks(reading.report);
  }
  const [{ readingText }, { tools }] = await Promise.all([
    import('../../export/reading-text.ts'),
    import('../read-one.ts'),
  ]);
  const { rules } = await tools();
  return (reading) => readingText(reading, rules);
}

/** What `--jobs` means: "--jobs reports/" names a path that the option took for its number. */
export function jobsOf(flag: string | true | undefined): { readonly jobs: number; readonly path: readonly string[] } {
  if (flag === undefined) return { jobs: 1, path: [] };
  if (flag === true) return { jobs: availableParallelism(), path: [] };
  const n = Number(flag);
  if (Number.isInteger(n) && n >= 1) return { jobs: n, path: [] };
  if (flag === '-' || existsSync(flag)) return { jobs: availableParallelism(), path: [flag] };
  throw new UsageError(`--jobs takes a whole number from 1, not "${flag}"`);
}

/** The day given with `--published`, checked. */
export function publishedOf(flag: string | undefined): { published?: string } {
  if (flag === undefined) return {};
  if (!/^\d{4}-\d\d-\d\d$/.test(flag)) throw new UsageError(`--published takes a day as YYYY-MM-DD, not "${flag}"`);
  return { published: flag };
}
