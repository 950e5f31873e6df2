/**
 * Verbale beside the date libraries of JavaScript on the same documents, in one go: `cd bench/dates && npm install && npm run bench`.
 * Reads ../../../shared/data/timex; says so and stops where it is absent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreTimex, type TimexSpan } from '../../eval/timex-score.ts';
import { timex3Of } from '../../src/dates/index.ts';
import { loadRules } from '../../src/rules/load.ts';
import { type Rival, rivals } from './rivals.ts';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'timex');

interface Gold {
  readonly dct: string | null;
  readonly text: string;
  readonly gold: readonly TimexSpan[];
}

async function main(): Promise<void> {
  if (!existsSync(DATA)) {
    process.stdout.write('skipped: no shared/data/timex beside the checkout\n');
    return;
  }
  const rules = await loadRules();
  const verbale: Rival = { name: 'Verbale', annotate: (text, published) => timex3Of(text, { published, rules }) };
  process.stdout.write(
    'set        system                          strict  relaxed    value  calendar   docs/s  failed\n',
  );
  for (const set of process.argv[2] ? [process.argv[2]] : ['newswire', 'wikiwars']) {
    const docs = read(`${set}-dev.jsonl`);
    for (const rival of [verbale, ...rivals]) process.stdout.write(`${row(set, rival, docs)}\n`);
  }
}

function read(name: string): Gold[] {
  const lines = readFileSync(join(DATA, name), 'utf8').split('\n');
  return lines.filter((l) => l.trim() !== '').map((l) => JSON.parse(l) as Gold);
}

function row(set: string, rival: Rival, docs: readonly Gold[]): string {
  let failed = 0;
  const started = performance.now();
  const documents = docs.map(({ text, dct, gold }) => {
    try {
      return { gold, predicted: rival.annotate(text, dct?.slice(0, 10) ?? '2000-01-01') };
    } catch {
      failed++;
      return { gold, predicted: [] };
    }
  });
  const rate = docs.length / ((performance.now() - started) / 1000);
  const { strict, relaxed, value } = scoreTimex(documents);
  const calendar = scoreTimex(documents, { calendar: true }).value;
  const figures = [strict, relaxed, value, calendar, rate].map((n) => n.toFixed(2).padStart(9)).join('');
  return `${set.padEnd(11)}${rival.name.padEnd(29)}${figures}${String(failed).padStart(8)}`;
}

await main();
