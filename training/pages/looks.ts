/** Training of the two looks: pages with known bodies in, boosted trees out, the second look on what the first makes of unseen pages. */
import { groupMeasures } from '../../src/clean/group-measures.ts';
import { secondMeasures } from '../../src/clean/second-look.ts';
import { type Trees, treeSum } from '../../src/clean/trees.ts';
import { type Boosted, type BoostOptions, boost, type Table } from './boost.ts';
import type { Sample } from './samples.ts';

export interface Looks {
  readonly first: Boosted;
  readonly second: Boosted;
}

export interface LookOptions {
  readonly boost: BoostOptions;
  /** Parts of the training pages that take turns to be unseen by the first look. */
  readonly inner: number;
  readonly width: number;
  /** What keeps pages in one part. */
  readonly keyOf: (s: Sample) => string;
}

/** Retold pages are few and as reports are filed: one counts as two. */
const RETOLD = 2;

/** Every page weighs the same, whatever its length; within it a line weighs by its words. */
function weightsOf(s: Sample): number[] {
  const words = s.counts.reduce((a, c, i) => a + (s.body[i] ? c : 0), 0);
  const page = ((s.variant === 'retold' ? RETOLD : 1) * 350) / Math.max(80, Math.min(1500, words));
  return s.counts.map((c) => page * (0.4 + Math.min(60, c) / 10));
}

/** Rows behind those of the first look. */
function secondRows(s: Sample, first: Float64Array): { rows: Float64Array; width: number } {
  const own = secondMeasures(first, s.facts);
  const all = s.groups.length === 0 ? own : own.beside(groupMeasures(first, s.counts, s.groups));
  return { rows: all.rows(), width: all.width };
}

type Extra = ReadonlyMap<Sample, { readonly rows: Float64Array; readonly width: number }>;

function table(samples: readonly Sample[], own: number, extra?: Extra): Table {
  const n = samples.reduce((a, s) => a + s.parts.length, 0);
  const width = own + (extra?.get(samples[0]!)?.width ?? 0);
  const rows = new Float64Array(n * width);
  const label = new Uint8Array(n);
  const weight = new Float64Array(n);
  let at = 0;
  for (const s of samples) {
    const w = weightsOf(s);
    const more = extra?.get(s)?.rows;
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

function firstChances(s: Sample, trees: Trees, width: number): Float64Array {
  return Float64Array.from(s.parts, (_, i) => chance(treeSum(trees, s.rows, i * width)));
}

/** A stable number below `n` for a key. */
export function hashOf(key: string, n: number): number {
  let h = 7;
  for (const c of key) h = (Math.imul(h, 31) + c.charCodeAt(0)) | 0;
  return Math.abs(h) % n;
}

/** Trains both looks. Deterministic. */
export function trainLooks(samples: readonly Sample[], o: LookOptions): Looks {
  const extra = new Map<Sample, { rows: Float64Array; width: number }>();
  for (let k = 0; k < o.inner; k++) {
    const unseen = (s: Sample): boolean => hashOf(`in${o.keyOf(s)}`, o.inner) === k;
    const trees = boost(table(samples.filter((s) => !unseen(s)), o.width), o.boost);
    for (const s of samples.filter(unseen)) extra.set(s, secondRows(s, firstChances(s, trees.trees, o.width)));
  }
  return {
    first: boost(table(samples, o.width), o.boost),
    second: boost(table(samples, o.width, extra), { ...o.boost, seed: o.boost.seed + 1 }),
  };
}

/** Chances of the lines of a page under each look. */
export function lookAt(s: Sample, looks: Looks, width: number): { first: Float64Array; second: Float64Array } {
  const first = firstChances(s, looks.first.trees, width);
  const { rows: more, width: size } = secondRows(s, first);
  const second = Float64Array.from(s.parts, (_, i) =>
    chance(treeSum(looks.second.trees, s.rows, i * width, { more, from: i * size, width })),
  );
  return { first, second };
}
