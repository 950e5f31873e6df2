/** `verbale who`: the parties, people and posts a report names, each with the words it rests on. */
import type { Command } from 'commander';
import type { ActorMention, PersonRole, Reading } from '../../model/index.ts';
import { UsageError } from '../usage-error.ts';
import { publishedOf } from './read.ts';

interface WhoFlags {
  readonly json?: true;
  readonly published?: string;
  readonly mentions?: true;
}

export function register(program: Command): void {
  program
    .command('who')
    .description('show the parties, people and posts of reports, with their evidence')
    .argument('<files...>', 'files or folders; - is standard input')
    .option('--mentions', 'every mention with its codes and why, in the order of the text')
    .option('--json', 'print one JSON object a report: {source, actors, people}')
    .option('--published <day>', 'day of publication (YYYY-MM-DD) of reports that do not state it')
    .addHelpText('after', '\nExample:\n  $ verbale who report.html')
    .action((files: string[], flags: WhoFlags) => run(files, flags));
}

async function run(files: readonly string[], flags: WhoFlags): Promise<void> {
  if (flags.json && flags.mentions) throw new UsageError('choose --json or --mentions: the JSON holds all mentions');
  const [{ inputsOf }, { readMany }, { complain, out }] = await Promise.all([
    import('../inputs.ts'),
    import('../read-many.ts'),
    import('../print.ts'),
  ]);
  const { inputs, refused } = await inputsOf(files, undefined);
  for (const r of refused) complain(r.source, r.problem);
  for await (const result of readMany(inputs, { jobs: 1, ...publishedOf(flags.published) })) {
    for (const p of result.refused) complain(result.source, p);
    for (const reading of result.readings) out(await rendered(reading, flags));
  }
}

async function rendered(reading: Reading, flags: WhoFlags): Promise<string> {
  const { report, actors, people } = reading;
  if (flags.json) return JSON.stringify({ source: report.source, actors, people });
  const { default: Table } = await import('cli-table3');
  const draw = (head: string[], rows: readonly (readonly string[])[]): string => {
    const table = new Table({ head, style: { head: [] } });
    for (const row of rows) table.push([...row]);
    return table.toString();
  };
  const title = `${report.source}  (${report.published?.edtf ?? 'not dated'})`;
  if (flags.mentions) {
    return [title, draw(['words', 'stands for', 'read as', 'why'], actors.map(mentionRow))].join('\n');
  }
  const parties = draw(['party', 'as actor', 'named as'], partyRows(actors));
  const posts = draw(
    ['person', 'post', 'of', 'words'],
    people.map((p) => personRow(p, report.text)),
  );
  return people.length === 0 ? [title, parties].join('\n') : [title, parties, posts].join('\n');
}

function mentionRow(m: ActorMention): string[] {
  const codes = m.codes.join(', ') || '?';
  return [
    shortened(m.text, 40),
    m.partial ? `${codes} (part of)` : codes,
    `${m.reading}, ${m.form}`,
    shortened(m.why, 70),
  ];
}

/** Parties by how often they act, with the words they are named by. */
function partyRows(actors: readonly ActorMention[]): string[][] {
  const parties = new Map<string, { acts: number; words: Set<string> }>();
  for (const m of actors) {
    for (const code of m.codes) {
      const party = parties.get(code) ?? { acts: 0, words: new Set<string>() };
      if (m.reading === 'actor' && !m.partial) party.acts += 1;
      if (m.form !== 'reference') party.words.add(m.text);
      parties.set(code, party);
    }
  }
  return [...parties]
    .sort((a, b) => b[1].acts - a[1].acts || (a[0] < b[0] ? -1 : 1))
    .map(([code, p]) => [code, String(p.acts), shortened([...p.words].slice(0, 4).join('; '), 80)]);
}

function personRow(p: PersonRole, text: string): string[] {
  const post = [p.tense === 'current' ? '' : p.tense, p.office ?? ''].filter((w) => w !== '').join(' ');
  return [p.name, post, p.code ?? '?', shortened(`"${text.slice(p.start, p.end).replaceAll('\n', ' ')}"`, 70)];
}

function shortened(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}
