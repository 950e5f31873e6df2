/**
 * `npm run eval`: every figure beside its floor and the rivals' figures. A figure below its floor fails the run.
 * `npm run eval -- dates` runs one evaluation; `npm run eval -- --raise` lifts floors to what was measured, never lowers them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import type { EvalResult, EvalRow, EvalSkip } from './row.ts';

const FLOORS = join(import.meta.dirname, 'floors.json');
const MODULES = [
  'pages',
  'language',
  'dates',
  'actors',
  'speech',
  'claims',
  'sentences',
  'readings',
  'copies',
] as const;
/** Floors lie this far under the measured figure, so that the last digit of a float does not fail a run. */
const SLACK = 0.0005;

type Floors = Record<string, number>;

const keyOf = (row: EvalRow): string => `${row.set} · ${row.measure}`;
const isRow = (r: EvalRow | EvalSkip): r is EvalRow => 'value' in r;

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args.filter((a) => a !== '--raise');
  const known = MODULES.filter((m) => existsSync(join(import.meta.dirname, `${m}.ts`)));
  const chosen = name === undefined ? known : known.filter((m) => m === name);
  if (chosen.length === 0) throw new Error(`no evaluation "${name}"; there are ${known.join(', ')}`);
  const results: (EvalRow | EvalSkip)[] = [];
  for (const module of chosen) {
    process.stderr.write(`measuring ${module} ...\n`);
    const { run } = (await import(`./${module}.ts`)) as {
      run(args: readonly string[]): Promise<EvalResult | undefined>;
    };
    results.push(...((await run(rest)) ?? []));
  }
  const floors = JSON.parse(readFileSync(FLOORS, 'utf8')) as Floors;
  print(results, floors);
  if (args.includes('--raise')) raise(results.filter(isRow), floors);
  else failBelow(results.filter(isRow), floors);
}

function print(results: readonly (EvalRow | EvalSkip)[], floors: Floors): void {
  const table = new Table({ head: ['set', 'measure', 'Verbale', 'floor', 'rival', 'rival has'], style: { head: [] } });
  for (const r of results.filter(isRow)) {
    const floor = floors[keyOf(r)];
    table.push([
      r.set,
      r.measure,
      show(r.value),
      floor === undefined ? '' : show(floor),
      r.rival ?? '',
      show(r.rivalValue),
    ]);
  }
  process.stdout.write(`${table.toString()}\n`);
  for (const s of results) if (!isRow(s)) process.stdout.write(`skipped: ${s.set}: ${s.skipped}\n`);
}

function show(value: number | undefined): string {
  if (value === undefined) return '';
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Math.round(value * 1000) / 1000);
}

function below(row: EvalRow, floor: number): boolean {
  return row.lowerIsBetter ? row.value > floor + SLACK : row.value < floor - SLACK;
}

function failBelow(rows: readonly EvalRow[], floors: Floors): void {
  const fallen = rows.filter((r) => floors[keyOf(r)] !== undefined && below(r, floors[keyOf(r)] as number));
  for (const r of fallen)
    process.stderr.write(`below its floor: ${keyOf(r)}: ${show(r.value)} < ${show(floors[keyOf(r)])}\n`);
  if (fallen.length > 0) process.exitCode = 1;
}

function raise(rows: readonly EvalRow[], floors: Floors): void {
  for (const r of rows) {
    const old = floors[keyOf(r)];
    const better = old === undefined || (r.lowerIsBetter ? r.value < old : r.value > old);
    if (better && !r.unpinned) floors[keyOf(r)] = Math.round(r.value * 10_000) / 10_000;
  }
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(FLOORS, `${JSON.stringify(sorted, null, 2)}\n`);
}

await main(process.argv.slice(2));
