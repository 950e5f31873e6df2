/** Tries ways to settle the chances of a cross-validation run: node training/pages/try-settle.ts DATA CHANCES.jsonl */
import { readFileSync } from 'node:fs';
import { pageFacts } from '../../src/clean/page-facts.ts';
import { pageRules } from '../../src/clean/rules-for-tests.ts';
import { meanF1, scoreBody } from './f1.ts';
import { loadSamples, type Sample } from './samples.ts';

const rules = pageRules();
const samples = loadSamples(process.argv[2]!, rules);
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
const filled = (t: number, low: number, fill: number, reach: number): Settle => (p, s) => {
  const keep = segment(t, low, 2, 4)(p, s);
  const out = [...keep];
  let last = -1;
  for (let i = 0; i < p.length; i++) {
    if (!keep[i]) continue;
    if (last >= 0 && i - last <= reach) for (let k = last + 1; k < i; k++) if (p[k]! >= fill) out[k] = true;
    last = i;
  }
  return out;
};
for (const t of [0.4, 0.5]) show(`plain ${t}`, plain(t));
for (const [t, low] of [[0.25, 0.35], [0.2, 0.3], [0.25, 0.4], [0.15, 0.3], [0.3, 0.4]] as const) show(`segment ${t} ${low}`, segment(t, low, 2, 4));
for (const add of [0, 8, 15]) show(`segment 0.25 .35 add ${add}`, segment(0.25, 0.35, 2, add));
for (const fill of [0.1, 0.15, 0.2, 0.25]) for (const reach of [3, 6]) show(`filled .25 .4 ${fill} ${reach}`, filled(0.25, 0.4, fill, reach));
const facts = new Map(samples.map((s) => [s.id, pageFacts(s.parts, rules)]));
const hushed = (factor: number, least: number): Settle => (p, s) => {
  const f = facts.get(s.id)!;
  let mass = 0;
  let at = -1;
  for (let i = 0; i < p.length && at < 0; i++) {
    if (mass >= least && f.lines[i]!.count <= 10 && f.lines[i]!.hits.some((h) => h.sign === 'comments' && h.place !== 'inside')) at = i;
    mass += p[i]! > 0.3 ? s.counts[i]! : 0;
  }
  return segment(0.2, 0.35, 2, 4)(at < 0 ? p : p.map((c, i) => (i > at ? c * factor : c)), s);
};
for (const factor of [0, 0.3, 0.6]) for (const least of [60, 120, 200]) show(`hushed ${factor} ${least}`, hushed(factor, least));
show('x', hushed(0.3, 120), 0);

