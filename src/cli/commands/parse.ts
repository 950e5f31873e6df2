/** `verbale parse`: words, tags and trees of a text, for people who want to see or measure the parser. */
import type { Command } from 'commander';
import type { ConlluSentence } from '../../language/conllu.ts';
import type { Sentence } from '../../model/index.ts';
import { UsageError } from '../usage-error.ts';

interface ParseFlags {
  readonly format?: string;
  readonly tokens?: string;
  readonly raw?: string;
}

const FORMATS = ['tree', 'table', 'conllu'] as const;

export function register(program: Command): void {
  program
    .command('parse')
    .description('show words, tags and sentence trees of a text')
    .argument('[text...]', 'a text, a file, or - for standard input')
    .option('--format <form>', `${FORMATS.join(', ')} (default tree; conllu with --tokens)`)
    .option('--tokens <file>', 'parse the words and sentences of a CoNLL-U file as they are')
    .option('--raw <file>', 'parse a plain text file')
    .addHelpText('after', "\nExample:\n  $ verbale parse 'The minister met the envoy in Geneva on Monday.'")
    .action((words: string[], flags: ParseFlags) => run(words, flags));
}

interface Parsed {
  readonly sentences: readonly Sentence[];
  readonly text?: string;
  readonly given?: readonly ConlluSentence[];
}

async function run(words: readonly string[], flags: ParseFlags): Promise<void> {
  const format = flags.format ?? (flags.tokens === undefined ? 'tree' : 'conllu');
  if (!FORMATS.some((f) => f === format)) throw new UsageError(`--format takes ${FORMATS.join(', ')}`);
  const ways = [flags.tokens, flags.raw, words.length > 0 ? words : undefined].filter((way) => way !== undefined);
  if (ways.length !== 1) throw new UsageError('give one of: a text, a file, --tokens FILE, --raw FILE');
  const parsed = flags.tokens === undefined ? await parseText(words, flags.raw) : await parseGiven(flags.tokens);
  const [{ writeConllu }, { drawTree, drawTable }, { out }] = await Promise.all([
    import('../../language/conllu.ts'),
    import('../../language/draw.ts'),
    import('../print.ts'),
  ]);
  if (format === 'conllu') process.stdout.write(writeConllu(parsed.sentences, parsed));
  else for (const sentence of parsed.sentences) out(format === 'tree' ? drawTree(sentence) : drawTable(sentence));
}

async function parseGiven(path: string): Promise<Parsed> {
  const [{ readConllu }, { loadParser }] = await Promise.all([
    import('../../language/conllu.ts'),
    import('../../language/load-node.ts'),
  ]);
  const given = readConllu(await read(path));
  if (given.length === 0) throw new UsageError(`${path} holds no CoNLL-U sentence`);
  return { given, sentences: loadParser().parseTokens(given.map((s) => s.words.map((w) => w.form))) };
}

async function parseText(words: readonly string[], raw: string | undefined): Promise<Parsed> {
  const { existsSync } = await import('node:fs');
  const [first = ''] = words;
  const isFile =
    raw === undefined && words.length === 1 && (first === '-' || (first.length < 4096 && existsSync(first)));
  const text = raw !== undefined ? await read(raw) : isFile ? await read(first) : words.join(' ');
  const { loadParser } = await import('../../language/load-node.ts');
  return { text, sentences: loadParser().parse(text, { maxWords: Number.POSITIVE_INFINITY }) };
}

async function read(path: string): Promise<string> {
  const { readFileSync } = await import('node:fs');
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'cannot be read';
    throw new UsageError(`${path}: ${why}`);
  }
}
