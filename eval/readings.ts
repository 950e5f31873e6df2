/** Whole readings against coded reports, and single sentences against PLOVER classes, with the project's Python scorers. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReports } from '../src/clean/read.ts';
import { readingLine } from '../src/export/reading-jsonl.ts';
import { loadReader } from '../src/load-reader.ts';
import type { Reader } from '../src/pipeline.ts';
import type { Rules } from '../src/rules/rules.ts';
import type { EvalResult, EvalRow, EvalSkip } from './row.ts';

const SHARED = join(import.meta.dirname, '..', '..', 'shared');

/** Shares of the found items in which a field is right: `score_readings.py` gives them of what was found only. */
const FIELDS = ['direction', 'date', 'status', 'track', 'due', 'speaker'] as const;

export async function run(): Promise<EvalResult> {
  const { rules, read } = await loadReader();
  const rows: (EvalRow | EvalSkip)[] = [];
  for (const set of ['dev-reports', 'retold'])
    rows.push(...(await scoreReadings(set, join(SHARED, 'data', set), read, rules)));
  for (const [set, folder] of [
    ['invented pages', 'pages'],
    ['invented reports, unread', 'reports'],
  ] as const)
    rows.push(...(await scoreReadings(set, join(import.meta.dirname, 'gold', folder), read, rules)));
  rows.push(...(await scoreRelations(read, rules)));
  return rows;
}

async function scoreReadings(set: string, folder: string, read: Reader, rules: Rules): Promise<EvalResult> {
  const scorer = join(SHARED, 'eval', 'score_readings.py');
  if (!existsSync(folder)) return [{ set, skipped: `no ../shared/data/${set} beside the checkout` }];
  if (!existsSync(scorer)) return [{ set, skipped: 'no ../shared/eval beside the checkout' }];
  const texts = readdirSync(join(folder, 'texts')).sort();
  const inputs = texts.map((name) => ({ name, text: readFileSync(join(folder, 'texts', name)) }));
  const { scores, perSecond } = await scored(inputs, read, rules, (file) => [
    scorer,
    join(folder, 'gold.json'),
    file,
    '--subset',
    'essential',
    '--json',
  ]);
  const essential = `${set}, essential`;
  const of = (measure: string): number => Number(scores[measure] ?? 0);
  const rows: EvalRow[] = [
    { set: essential, measure: 'found', value: of('found'), rival: 'NGEC 2026 span model, events', rivalValue: 0.69 },
    { set: essential, measure: 'precision', value: of('precision'), unpinned: true },
    { set: essential, measure: 'found and precise, F1', value: of('f1') },
    // A share of what was found falls when harder items are found: the floor holds its product with found.
    ...FIELDS.flatMap((field): EvalRow[] => [
      { set: essential, measure: field, value: of(field), unpinned: true },
      { set: essential, measure: `${field} × found`, value: of(field) * of('found') },
    ]),
  ];
  const alarm = (measure: string, key: string): EvalRow => ({
    set,
    measure,
    value: Number(scores[key]),
    lowerIsBetter: true,
  });
  return [
    ...rows,
    alarm('claims in reports without interstate matter', 'false_alarms_negative_reports'),
    alarm('claims in dropped blocks', 'claims_in_dropped_blocks'),
    {
      set,
      measure: 'reports a second, one core',
      value: perSecond,
      rival: 'NGEC, a faster processor',
      rivalValue: 0.26,
      unpinned: true,
    },
  ];
}

async function scoreRelations(read: Reader, rules: Rules): Promise<EvalResult> {
  const file = join(SHARED, 'data', 'plover', 'relations-dev.tsv');
  const set = 'PLOVER relations (dev)';
  if (!existsSync(file)) return [{ set, skipped: 'no ../shared/data/plover beside the checkout' }];
  const [head, ...lines] = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((l) => l.trim() !== '');
  const column = (head ?? '').split('\t').indexOf('sentence');
  const inputs = lines.map((line, n) => ({
    name: `${n}.txt`,
    text: Buffer.from(`published: 2015-01-01\n\n${cell(line, column)}\n`),
  }));
  const { scores } = await scored(inputs, read, rules, (out) => [
    join(SHARED, 'eval', 'score_relations.py'),
    file,
    out,
    '--json',
  ]);
  const zsp = 'ZSP, actors given (test part)';
  return [
    { set, measure: 'type-any', value: Number(scores.type_any), rival: zsp, rivalValue: 0.835 },
    { set, measure: 'macro-F1', value: Number(scores.macro_f1), rival: zsp, rivalValue: 0.821 },
    { set, measure: 'answered', value: Number(scores.answered) },
  ];
}

/** A cell of a tab-separated line; quotation marks are doubled inside quoted cells. */
function cell(line: string, column: number): string {
  const raw = line.split('\t')[column] ?? '';
  return raw.startsWith('"') && raw.endsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
}

interface Scored {
  readonly scores: Readonly<Record<string, unknown>>;
  readonly perSecond: number;
}

interface Input {
  readonly name: string;
  readonly text: Uint8Array;
}

async function scored(
  inputs: readonly Input[],
  read: Reader,
  rules: Rules,
  command: (file: string) => string[],
): Promise<Scored> {
  const folder = mkdtempSync(join(tmpdir(), 'verbale-eval-'));
  const file = join(folder, 'readings.jsonl');
  const lines: string[] = [];
  const start = process.cpuUsage();
  for (const { name, text } of inputs) {
    for await (const { value, problems } of readReports(text, { source: name }, rules))
      lines.push(readingLine(read(value, problems)));
  }
  const used = process.cpuUsage(start);
  writeFileSync(file, lines.join('\n'));
  const printed = execFileSync('python3', command(file), { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  rmSync(folder, { recursive: true });
  return {
    scores: JSON.parse(printed) as Record<string, unknown>,
    perSecond: inputs.length / ((used.user + used.system) / 1e6),
  };
}
