/** Gradient boosting of small trees on the logistic loss, with binned measures; deterministic for a seed. */
import { loadTrees, type SavedTrees, type Trees } from '../../src/clean/trees.ts';

/** Trees to walk, and the same as they are kept in a file. */
export interface Boosted {
  readonly trees: Trees;
  readonly saved: SavedTrees;
}

export interface Table {
  readonly width: number;
  readonly rows: Float64Array;
  readonly label: Uint8Array;
  readonly weight: Float64Array;
}

export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly rowShare: number;
  readonly measureShare: number;
  readonly minWeight: number;
  readonly l2: number;
  readonly seed: number;
}

const BINS = 40;

export function random(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Upper limits of the bins of each measure. */
function limitsOf(table: Table, n: number): number[][] {
  const out: number[][] = [];
  const step = Math.max(1, Math.floor(n / 20000));
  for (let f = 0; f < table.width; f++) {
    const xs: number[] = [];
    for (let i = 0; i < n; i += step) xs.push(table.rows[i * table.width + f]!);
    xs.sort((a, b) => a - b);
    const distinct = [...new Set(xs)];
    if (distinct.length <= BINS) {
      out.push(distinct.slice(0, -1).map((x, k) => (x + distinct[k + 1]!) / 2));
      continue;
    }
    // Half of the cuts by frequency, half over the distinct values, so that rare large values keep their cuts.
    const cuts = new Set<number>();
    for (let b = 1; b < BINS / 2; b++) cuts.add(xs[Math.floor((b * xs.length) / (BINS / 2))]!);
    for (let b = 1; b < BINS / 2; b++) cuts.add(distinct[Math.floor((b * distinct.length) / (BINS / 2))]!);
    out.push([...cuts].sort((a, b) => a - b));
  }
  return out;
}

function binned(table: Table, limits: readonly number[][], n: number): Uint8Array[] {
  return limits.map((cuts, f) => {
    const column = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      const x = table.rows[i * table.width + f]!;
      let lo = 0;
      let hi = cuts.length;
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (x <= cuts[mid]!) hi = mid;
        else lo = mid + 1;
      }
      column[i] = lo;
    }
    return column;
  });
}

export function boost(table: Table, o: BoostOptions): Boosted {
  const n = table.label.length;
  const limits = limitsOf(table, n);
  const columns = binned(table, limits, n);
  const rand = random(o.seed);
  let pos = 0;
  let all = 0;
  for (let i = 0; i < n; i++) {
    all += table.weight[i]!;
    if (table.label[i]) pos += table.weight[i]!;
  }
  const base = Math.log((pos + 1) / (all - pos + 1));
  const score = new Float64Array(n).fill(base);
  const grad = new Float64Array(n);
  const hess = new Float64Array(n);
  const out = { roots: [] as number[], measure: [] as number[], limit: [] as number[], left: [] as number[] };
  for (let t = 0; t < o.trees; t++) {
    const rows: number[] = [];
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]!));
      grad[i] = ((table.label[i] ? 1 : 0) - p) * table.weight[i]!;
      hess[i] = Math.max(1e-6, p * (1 - p)) * table.weight[i]!;
      if (rand() < o.rowShare) rows.push(i);
    }
    const used = columns.map((_, f) => f).filter(() => rand() < o.measureShare);
    out.roots.push(out.measure.length);
    growTree(out, Int32Array.from(rows), { columns, limits, used, grad, hess }, o);
    addTree(out, out.roots.at(-1)!, columns, limits, score);
  }
  const saved = { base, ...out };
  return { trees: loadTrees(saved), saved };
}

interface Growing {
  readonly columns: readonly Uint8Array[];
  readonly limits: readonly number[][];
  readonly used: readonly number[];
  readonly grad: Float64Array;
  readonly hess: Float64Array;
}

interface Flat {
  measure: number[];
  limit: number[];
  left: number[];
}

/** Rows of a node with their sums in each bin of each used measure: gradient and weight in turn. */
interface Branch {
  readonly rows: Int32Array;
  readonly sums: Float64Array;
}

const STRIDE = 2 * (BINS + 2);

function growTree(out: Flat, rows: Int32Array, g: Growing, o: BoostOptions): void {
  const root = out.measure.length;
  out.measure.push(-1);
  out.limit.push(0);
  out.left.push(0);
  split(out, root, { rows, sums: sumBins(rows, g) }, o.depth, g, o);
}

function sumBins(rows: Int32Array, g: Growing): Float64Array {
  const n = rows.length;
  // Side by side, in the order of the rows: they are read once for each measure.
  const steps = new Float64Array(2 * n);
  for (let r = 0; r < n; r++) {
    steps[2 * r] = g.grad[rows[r]!]!;
    steps[2 * r + 1] = g.hess[rows[r]!]!;
  }
  const sums = new Float64Array(g.used.length * STRIDE);
  for (let k = 0; k < g.used.length; k++) addColumn(sums, k * STRIDE, g.columns[g.used[k]!]!, rows, steps);
  return sums;
}

function addColumn(sums: Float64Array, from: number, column: Uint8Array, rows: Int32Array, steps: Float64Array): void {
  for (let r = 0; r < rows.length; r++) {
    const at = from + 2 * column[rows[r]!]!;
    sums[at] = sums[at]! + steps[2 * r]!;
    sums[at + 1] = sums[at + 1]! + steps[2 * r + 1]!;
  }
}

function split(out: Flat, node: number, branch: Branch, depth: number, g: Growing, o: BoostOptions): void {
  const { rows } = branch;
  let sumG = 0;
  let sumH = 0;
  for (const i of rows) {
    sumG += g.grad[i]!;
    sumH += g.hess[i]!;
  }
  const best = depth > 0 ? bestSplit(branch.sums, g, sumG, sumH, o) : null;
  if (!best) {
    out.limit[node] = (o.rate * sumG) / (sumH + o.l2);
    return;
  }
  const column = g.columns[best.f]!;
  const [lo, hi] = branches(branch, rows.filter((i) => column[i]! <= best.bin), rows.filter((i) => column[i]! > best.bin), g);
  const left = out.measure.length;
  for (let k = 0; k < 2; k++) {
    out.measure.push(-1);
    out.limit.push(0);
    out.left.push(0);
  }
  out.measure[node] = best.f;
  out.limit[node] = g.limits[best.f]![best.bin]!;
  out.left[node] = left;
  split(out, left, lo, depth - 1, g, o);
  split(out, left + 1, hi, depth - 1, g, o);
}

/** Only the smaller branch is summed: the other is what it leaves of the whole. */
function branches(whole: Branch, lo: Int32Array, hi: Int32Array, g: Growing): [Branch, Branch] {
  const small = lo.length <= hi.length ? lo : hi;
  const sums = sumBins(small, g);
  const rest = whole.sums.map((x, i) => x - sums[i]!);
  return small === lo ? [{ rows: lo, sums }, { rows: hi, sums: rest }] : [{ rows: lo, sums: rest }, { rows: hi, sums }];
}

function bestSplit(sums: Float64Array, g: Growing, sumG: number, sumH: number, o: BoostOptions) {
  let best: { f: number; bin: number } | null = null;
  let bestGain = 1e-3;
  const whole = (sumG * sumG) / (sumH + o.l2);
  g.used.forEach((f, k) => {
    const cuts = g.limits[f]!.length;
    let lg = 0;
    let lh = 0;
    for (let b = 0, at = k * STRIDE; b < cuts; b++, at += 2) {
      lg += sums[at]!;
      lh += sums[at + 1]!;
      const rg = sumG - lg;
      const rh = sumH - lh;
      if (lh < o.minWeight || rh < o.minWeight) continue;
      const gain = (lg * lg) / (lh + o.l2) + (rg * rg) / (rh + o.l2) - whole;
      if (gain > bestGain) {
        bestGain = gain;
        best = { f, bin: b };
      }
    }
  });
  return best as { f: number; bin: number } | null;
}

function addTree(out: Flat, root: number, columns: readonly Uint8Array[], limits: readonly number[][], score: Float64Array): void {
  const cutBin = out.measure.map((f, i) => (i >= root && f >= 0 ? limits[f]!.indexOf(out.limit[i]!) : -1));
  for (let r = 0; r < score.length; r++) {
    let i = root;
    while (out.measure[i]! >= 0) i = out.left[i]! + (columns[out.measure[i]!]![r]! <= cutBin[i]! ? 0 : 1);
    score[r]! += out.limit[i]!;
  }
}
