/**
 * Trains the page model: boosted trees over the measures of each line, then a second look that also sees what the first
 * thought of the lines around. Deterministic. Run from the root of the repository:
 *
 *   node training/pages/train.ts DATA [--kind text|html] [--folds 5] [--by site|page] [--out models/pages/weights.json]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Chain, smooth } from '../../src/clean/chain.ts';
import { HTML_MEASURES } from '../../src/clean/html/html-measures.ts';
import { MEASURES } from '../../src/clean/page-measures.ts';
import { pageRules } from '../../src/clean/rules-for-tests.ts';
import { keepLines, SECOND_MEASURES, secondMeasures } from '../../src/clean/second-look.ts';
import { type SavedTrees, type Trees, treeSum } from '../../src/clean/trees.ts';
import { type Boosted, type BoostOptions, boost, type Table } from './boost.ts';
import { meanF1, scoreBody } from './f1.ts';
import { HTML_WIDTH, loadHtmlSamples } from './html-samples.ts';
import { mixPages } from './mix.ts';
import { loadSamples, type Sample } from './samples.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folds: { type: 'string', default: '0' },
    out: { type: 'string' },
    by: { type: 'string', default: 'site' },
    worst: { type: 'string', default: '0' },
    trees: { type: 'string', default: '90' },
    depth: { type: 'string', default: '5' },
    rate: { type: 'string', default: '0.1' },
    importance: { type: 'boolean', default: false },
    show: { type: 'string' },
    mix: { type: 'string', default: '0' },
    keep: { type: 'string' },
    kind: { type: 'string', default: 'text' },
    looks: { type: 'string', default: '2' },
  },
});

const WIDTH = values.kind === 'html' ? HTML_WIDTH : MEASURES.length;
const NAMES = values.kind === 'html' ? [...MEASURES, ...HTML_MEASURES] : MEASURES;

const OPTIONS: BoostOptions = {
  trees: Number(values.trees),
  depth: Number(values.depth),
  rate: Number(values.rate),
  rowShare: 0.5,
  measureShare: 0.35,
  minWeight: 3,
  l2: 3,
  seed: 11,
};

/** Counts the steps between states on the training pages. */
function countSteps(samples: readonly Sample[]): (number | null)[] {
  const n = new Array<number>(16).fill(0.5);
  for (const s of samples) {
    const first = s.body.indexOf(true);
    const last = s.body.lastIndexOf(true);
    const states = s.body.map((b, i) => (b ? 1 : i < first ? 0 : i > last ? 3 : 2));
    for (let i = 1; i < states.length; i++) n[states[i - 1]! * 4 + states[i]!]!++;
  }
  const allowed = [1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 1];
  return n.map((x, i) => {
    const row = n.slice(i - (i % 4), i - (i % 4) + 4).reduce((a, b, k) => a + (allowed[i - (i % 4) + k] ? b : 0), 0);
    return allowed[i] ? Math.log(x / row) : null;
  });
}

export interface Model {
  readonly first: Boosted;
  readonly second: Boosted | null;
  readonly steps: Chain['steps'];
}

/** Every page weighs the same, whatever its length; within it a line weighs by its words. */
function weightsOf(s: Sample): number[] {
  const words = s.counts.reduce((a, c, i) => a + (s.body[i] ? c : 0), 0);
  const page = 350 / Math.max(80, Math.min(1500, words));
  return s.counts.map((c) => page * (0.4 + Math.min(60, c) / 10));
}

function table(samples: readonly Sample[], extra?: ReadonlyMap<Sample, Float64Array>): Table {
  const n = samples.reduce((a, s) => a + s.parts.length, 0);
  const own = WIDTH;
  const width = own + (extra ? SECOND_MEASURES.length : 0);
  const rows = new Float64Array(n * width);
  const label = new Uint8Array(n);
  const weight = new Float64Array(n);
  let at = 0;
  for (const s of samples) {
    const w = weightsOf(s);
    const more = extra?.get(s);
    for (let i = 0; i < s.parts.length; i++, at++) {
      rows.set(s.rows.subarray(i * own, (i + 1) * own), at * width);
      if (more) rows.set(more.subarray(i * (width - own), (i + 1) * (width - own)), at * width + own);
      label[at] = s.body[i] ? 1 : 0;
      weight[at] = w[i]!;
    }
  }
  return { width, rows, label, weight };
}

function chance(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function firstChances(s: Sample, trees: Trees): Float64Array {
  return Float64Array.from(s.parts, (_, i) => chance(treeSum(trees, s.rows, i * WIDTH)));
}

function hashOf(key: string, n: number): number {
  let h = 7;
  for (const c of key) h = (Math.imul(h, 31) + c.charCodeAt(0)) | 0;
  return Math.abs(h) % n;
}

const keyOf = (s: Sample): string => (values.by === 'site' ? s.site : s.id.split(':')[0]!);

export function train(samples: readonly Sample[]): Model {
  const steps = countSteps(samples);
  const mixed = mixPages(samples, Number(values.mix), rules);
  if (values.looks === '1') return { first: boost(table([...samples, ...mixed]), OPTIONS), second: null, steps };
  const INNER = 3;
  const extra = new Map<Sample, Float64Array>();
  const again: Sample[] = [];
  for (let k = 0; k < INNER; k++) {
    const inside = (s: Sample): boolean => hashOf(`in${keyOf(s)}`, INNER) !== k;
    const trees = boost(table([...samples.filter(inside), ...mixPages(samples.filter(inside), Number(values.mix), rules)]), OPTIONS);
    const mine = samples.filter((s) => !inside(s));
    const out = [...mine, ...mixPages(mine, Number(values.mix), rules)];
    again.push(...out);
    for (const s of out) extra.set(s, secondMeasures(firstChances(s, trees.trees), s.counts));
  }
  return {
    first: boost(table([...samples, ...mixed]), OPTIONS),
    second: boost(table(again, extra), { ...OPTIONS, seed: 12 }),
    steps,
  };
}

export function decide(s: Sample, m: Model): Record<string, Float64Array> {
  const first = firstChances(s, m.first.trees);
  const out: Record<string, Float64Array> = { first };
  for (const trust of [0.8, 1.2]) out[`first chain ${trust}`] = smooth(first, s.counts, { steps: m.steps, trust });
  if (!m.second) return out;
  const more = secondMeasures(first, s.counts);
  const [own, extra] = [WIDTH, SECOND_MEASURES.length];
  const row = new Float64Array(own + extra);
  const second = Float64Array.from(s.parts, (_, i) => {
    row.set(s.rows.subarray(i * own, (i + 1) * own));
    row.set(more.subarray(i * extra, (i + 1) * extra), own);
    return chance(treeSum(m.second!.trees, row, 0));
  });
  out.second = second;
  for (const trust of [0.8, 1.2]) out[`second chain ${trust}`] = smooth(second, s.counts, { steps: m.steps, trust });
  return out;
}

function bodyText(s: Sample, keep: readonly boolean[]): string {
  return s.parts.flatMap((p, i) => (keep[i] ? [p.text] : [])).join('\n');
}

function report(samples: readonly Sample[], keep: (s: Sample) => boolean[], full = true): void {
  type Row = { scores: ReturnType<typeof scoreBody>[]; lines: number; right: number; missed: number; added: number };
  const rows = new Map<string, Row>();
  const all = samples.map((s) => ({ s, kept: keep(s), score: scoreBody(s.gold, bodyText(s, keep(s))) }));
  for (const { s, kept, score } of all) {
    for (const key of full ? [`${s.set}/${s.variant}`, `all/${s.variant}`] : [`all/${s.variant}`]) {
      const row = rows.get(key) ?? { scores: [], lines: 0, right: 0, missed: 0, added: 0 };
      row.scores.push(score);
      kept.forEach((k, i) => {
        row.lines++;
        if (k === s.body[i]) row.right++;
        else if (k) row.added++;
        else row.missed++;
      });
      rows.set(key, row);
    }
  }
  for (const [key, r] of [...rows].sort()) {
    const f = meanF1(r.scores);
    console.log(
      `${key.padEnd(18)} n=${String(r.scores.length).padEnd(4)} F1 ${f.f1.toFixed(4)} P ${f.precision.toFixed(3)} R ${f.recall.toFixed(3)}  lines ${(r.right / r.lines).toFixed(4)} added ${r.added} missed ${r.missed}`,
    );
  }
  const n = Number(values.worst);
  if (n > 0 && full) {
    all.sort((a, b) => a.score.tp - b.score.tp);
    for (const { s, score } of all.slice(0, n)) {
      console.log(`${s.id.slice(0, 30)} ${s.variant} ${s.site} tp=${score.tp.toFixed(2)} fp=${score.fp.toFixed(2)} fn=${score.fn.toFixed(2)}`);
    }
  }
}

function saved({ saved: t }: Boosted): SavedTrees {
  const round = (x: number): number => Number(x.toPrecision(5));
  return { ...t, base: round(t.base), limit: t.limit.map(round) };
}

function importance({ saved: t }: Boosted, names: readonly string[]): void {
  const uses = new Map<string, number>();
  for (const m of t.measure) if (m >= 0) uses.set(names[m]!, (uses.get(names[m]!) ?? 0) + 1);
  console.log([...uses].sort((a, b) => b[1] - a[1]).slice(0, 50).map(([k, v]) => `${k}:${v}`).join(' '));
}

const rules = pageRules();
const load = values.kind === 'html' ? loadHtmlSamples : loadSamples;
const samples = load(positionals[0] ?? '../shared/data', rules).filter((s) => s.parts.length > 0);
console.log(`${samples.length} pages, ${WIDTH} measures`);
const folds = Number(values.folds);
if (folds > 0) {
  const found = new Map<Sample, Record<string, Float64Array>>();
  for (let k = 0; k < folds; k++) {
    const out = new Set(samples.filter((s) => hashOf(keyOf(s), folds) === k));
    const model = train(samples.filter((s) => !out.has(s)));
    for (const s of out) found.set(s, decide(s, model));
    if (values.importance && k === 0) importance(model.second ?? model.first, [...NAMES, ...SECOND_MEASURES]);
  }
  if (values.keep) {
    const lines = [...found].map(([s, c]) => JSON.stringify({ id: s.id, first: [...c.first!], second: [...(c.second ?? [])] }));
    writeFileSync(values.keep, lines.join('\n'));
  }
  for (const look of Object.keys(found.values().next().value ?? {})) {
    for (const t of [0.4]) {
      console.log(`--- cross-validated by ${values.by}, ${folds} folds, ${look} look, threshold ${t}`);
      report(samples, (s) => keepLines(found.get(s)![look]!, s.counts, t), look === `${values.looks === '1' ? 'first' : 'second'} chain 0.8`);
    }
  }
}
if (values.show) {
  const sites = values.show.split(',');
  const model = train(samples.filter((s) => !sites.includes(s.site)));
  for (const s of samples.filter((x) => sites.includes(x.site) && x.variant === 'inner')) {
    const { first, second } = decide(s, model) as { first: Float64Array; second: Float64Array };
    console.log('=====', s.id);
    s.parts.forEach((p, i) => {
      if (s.body[i] || first[i]! > 0.1 || second[i]! > 0.1 || s.counts[i]! > 12) {
        console.log(`${i} ${s.body[i] ? 'B' : ' '} ${first[i]!.toFixed(2)} ${second[i]!.toFixed(2)} ${p.text.slice(0, 70)}`);
      }
    });
  }
}
if (values.out) {
  const model = train(samples);
  console.log('--- on the training pages');
  report(samples, (s) => keepLines(decide(s, model).second!, s.counts, 0.5));
  const content = { measures: [...NAMES, ...SECOND_MEASURES], first: saved(model.first), second: saved(model.second!) };
  writeFileSync(values.out, `${JSON.stringify(content)}\n`);
}
