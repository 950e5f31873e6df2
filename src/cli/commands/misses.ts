/** `verbale misses`: sentences with two sides and a verb of dealing that gave no claim, so that the frames grow by looking. */
import type { Miss } from '../../claims/misses.ts';
import { UsageError } from '../usage-error.ts';

interface MissesFlags {
  readonly top: string;
  readonly verbs?: true;
}

export function register(program: import('commander').Command): void {
  program
    .command('misses')
    .description('show sentences about two sides that gave no claim')
    .argument('<files...>', 'reports to read')
    .option('--top <n>', 'how many to show', '40')
    .option('--verbs', 'count their verbs instead of showing the sentences')
    .addHelpText('after', '\nExample:\n  $ verbale misses --verbs reports/*.html')
    .action((files: string[], flags: MissesFlags) => run(files, flags));
}

async function run(files: readonly string[], flags: MissesFlags): Promise<void> {
  const top = Number(flags.top);
  if (!Number.isInteger(top) || top < 1) throw new UsageError('--top takes a whole number above 0');
  const [{ readOne }, { missesOf }, { complain, out }] = await Promise.all([
    import('../read-one.ts'),
    import('../../claims/misses.ts'),
    import('../print.ts'),
  ]);
  const misses: Miss[] = [];
  for (const file of files) {
    const { readings, refused, source } = await readOne(file);
    for (const p of refused) complain(source, p);
    for (const reading of readings) misses.push(...missesOf(reading));
  }
  misses.sort((a, b) => b.weight - a.weight);
  for (const line of flags.verbs ? verbCounts(misses, top) : sentences(misses, top)) out(line);
}

function sentences(misses: readonly Miss[], top: number): string[] {
  return misses.slice(0, top).map((m) => {
    const text = m.text.replace(/\s+/g, ' ');
    return `${m.parties.join(' ')}  [${m.verbs.slice(0, 3).join(', ')}]  ${text}`;
  });
}

function verbCounts(misses: readonly Miss[], top: number): string[] {
  const counts = new Map<string, number>();
  for (const m of misses) for (const v of new Set(m.verbs)) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, top)
    .map(([verb, n]) => `${String(n).padStart(5)}  ${verb}`);
}
