/** Tries ways to settle the chances of a cross-validation run: node training/pages/try-settle.ts DATA CHANCES.jsonl */
import { readFileSync } from 'node:fs';
import { pageRules } from '../../src/clean/rules-for-tests.ts';
import { meanF1, scoreBody } from './f1.ts';
import { loadSamples, type Sample } from './samples.ts';

const samples = loadSamples(process.argv[2]!, pageRules());
const chances = new Map(readFileSync(process.argv[3]!, 'utf8').split('\n').map((l) => JSON.parse(l)).map((r: { id: string; first: number[]; second: number[] }) => [r.id, r]));

type Settle = (p: number[], s: Sample) => boolean[];
function show(name: string, settle: Settle, worst = 0): void {
  const by = new Map<string, ReturnType<typeof scoreBody>[]>();
  const all: [string, number][] = [];
  for (const s of samples) {
    const r = chances.get(s.id);
    if (!r) continue;
    const p = r.second.map((x: number, i: number) => 0.5 * x + 0.5 * r.first[i]!);
    const keep = settle(p, s);
    const score = scoreBody(s.gold, s.parts.flatMap((q, i) => (keep[i] ? [q.text] : [])).join('\n'));
    by.set(s.variant, [...(by.get(s.variant) ?? []), score]);
    all.push([s.id, score.tp]);
  }
  console.log(name.padEnd(30), [...by].map(([k, v]) => `${k} ${meanF1(v).f1.toFixed(4)}`).join('  '));
  if (worst) console.log(all.filter((x) => x[0].includes(':inner')).sort((a, b) => a[1] - b[1]).slice(0, worst).map((x) => `${x[0].slice(0, 14)} ${x[1].toFixed(2)}`).join('\n'));
}

const plain = (t: number): Settle => (p, s) => {
  let words = 0;
  let best = 0;
  p.forEach((c, i) => {
    if (c >= t) words += s.counts[i]!;
    if (s.counts[i]! >= 6) best = Math.max(best, c);
  });
  const least = words >= 25 ? t : Math.min(t, best * 0.6);
  return p.map((c) => c >= least && c > 0.01);
};
const segment = (t: number, low: number, high: number, add: number): Settle => (p, s) => {
  let best = { sum: -1, a: 0, b: -1 };
  let sum = 0;
  let a = 0;
  for (let i = 0; i < p.length; i++) {
    if (sum <= 0) [sum, a] = [0, i];
    sum += (p[i]! - t) * Math.min(60, s.counts[i]! + add);
    if (sum > best.sum) best = { sum, a, b: i };
  }
  const floor = plain(low)(p, s);
  return p.map((c, i) => (i >= best.a && i <= best.b ? floor[i]! : c >= high));
};
for (const t of [0.3, 0.4, 0.5]) show(`plain ${t}`, plain(t));
for (const t of [0.15, 0.25, 0.35]) for (const low of [0.15, 0.25, 0.35]) for (const high of [0.9, 2]) show(`segment ${t} ${low} ${high}`, segment(t, low, high, 4));
show('x', segment(0.25, 0.25, 2, 4), 32);
