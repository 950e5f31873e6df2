/** `verbale dates`: dates of a text with what each means and why; or TIMEX3 lines for other people's pipelines. */
import type { Command } from 'commander';
import type { DateMention, Outcome } from '../../model/index.ts';
import { UsageError } from '../usage-error.ts';

interface DatesFlags {
  readonly published?: string;
  readonly timex3?: string;
  readonly parse?: true;
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('dates')
    .description('show the dates of a text, what each means and why')
    .argument('[text...]', 'a text, a file, or - for standard input')
    .option('--published <day>', 'day of publication (YYYY-MM-DD), which relative dates are counted from')
    .option('--parse', 'tell tenses from the parse instead of from verb forms')
    .option('--timex3 <docs.jsonl>', 'read lines {doc, dct, text}, print TIMEX3 lines with offsets in code points')
    .option('--json', 'print one JSON object a date')
    .addHelpText('after', "\nExample:\n  $ verbale dates --published 2025-02-28 'They met on Thursday.'")
    .action((words: string[], flags: DatesFlags) => run(words, flags));
}

async function run(words: readonly string[], flags: DatesFlags): Promise<void> {
  if ((flags.timex3 === undefined) === (words.length === 0))
    throw new UsageError('give a text, a file, or --timex3 FILE');
  const published = flags.published === undefined ? null : dayOf(flags.published);
  if (flags.timex3 !== undefined) return timex3Lines(flags.timex3, flags);
  const [{ findDates }, { loadRules }] = await Promise.all([
    import('../../dates/index.ts'),
    import('../../rules/load.ts'),
  ]);
  const text = await textOf(words);
  const found = findDates(text, { published, rules: await loadRules(), ...(await parsed(text, flags)) });
  await print(found, flags);
}

/** A day as typed; a wrong one is a wrong call. */
function dayOf(day: string): string {
  const real = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  if (!real) throw new UsageError(`--published takes a day as YYYY-MM-DD, not "${day}"`);
  return day;
}

async function parsed(text: string, flags: DatesFlags) {
  if (!flags.parse) return {};
  const { loadParser } = await import('../../language/load-node.ts');
  return { sentences: loadParser().parse(text) };
}

async function print({ value, problems }: Outcome<DateMention[]>, flags: DatesFlags): Promise<void> {
  const { complain, out } = await import('../print.ts');
  for (const problem of problems) complain('text', problem);
  if (flags.json) for (const mention of value) out(JSON.stringify(mention));
  else out(await table(value));
}

async function table(mentions: readonly DateMention[]): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const head = ['words', 'means', 'earliest', 'latest', 'why'];
  const drawn = new Table({ head, style: { head: [] }, colWidths: [26, 26, 12, 12, 60], wordWrap: true });
  for (const m of mentions) {
    const shown = m.stretch ?? m.value;
    const words = m.signalSpan && m.signal !== 'on' ? `(${m.signal}) ${m.text}` : m.text;
    drawn.push([
      words,
      shown?.edtf ?? m.timex,
      shown?.earliest ?? '',
      shown?.latest ?? '',
      shown?.reason ?? 'names no stretch of the calendar',
    ]);
  }
  return drawn.toString();
}

async function timex3Lines(path: string, flags: DatesFlags): Promise<void> {
  const [{ timex3Of }, { loadRules }, { out }] = await Promise.all([
    import('../../dates/index.ts'),
    import('../../rules/load.ts'),
    import('../print.ts'),
  ]);
  const rules = await loadRules();
  const lines = (await read(path)).split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const { doc, dct, text } = documentOf(line, `${path}:${i + 1}`);
    const options = { published: dct.slice(0, 10) || null, rules, ...(await parsed(text, flags)) };
    for (const timex of timex3Of(text, options)) out(JSON.stringify({ doc, ...timex }));
  }
}

function documentOf(line: string, place: string): { doc: string; dct: string; text: string } {
  let o: unknown;
  try {
    o = JSON.parse(line);
  } catch {
    throw new UsageError(`${place}: not a line of JSON`);
  }
  const { doc, dct, text } = (o ?? {}) as Record<string, unknown>;
  if (typeof doc !== 'string' || typeof text !== 'string') throw new UsageError(`${place}: needs "doc" and "text"`);
  return { doc, text, dct: typeof dct === 'string' ? dct : '' };
}

async function textOf(words: readonly string[]): Promise<string> {
  const { existsSync } = await import('node:fs');
  const [first = ''] = words;
  const isFile = words.length === 1 && (first === '-' || (first.length < 4096 && existsSync(first)));
  return isFile ? read(first) : words.join(' ');
}

async function read(path: string): Promise<string> {
  const { readFileSync } = await import('node:fs');
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw new UsageError(
      `${path}: ${cause instanceof Error && 'code' in cause ? String(cause.code) : 'cannot be read'}`,
    );
  }
}
