/** The body measure: shares of four-word runs found, added and missed, averaged over pages (as eval/score_textdump.py). */
function shingles(text: string): Map<string, number> {
  const t = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const out = new Map<string, number>();
  for (let i = 0; i < Math.max(1, t.length - 3); i++) {
    const key = t.slice(i, i + 4).join(' ');
    if (key !== '') out.set(key, (out.get(key) ?? 0) + 1);
  }
  return out;
}

export interface Score {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

export function scoreBody(gold: string, body: string): Score {
  const g = shingles(gold);
  const p = shingles(body);
  let tp = 0;
  let gSum = 0;
  let pSum = 0;
  for (const [k, n] of g) {
    gSum += n;
    tp += Math.min(n, p.get(k) ?? 0);
  }
  for (const n of p.values()) pSum += n;
  const all = gSum + pSum - tp;
  return all === 0 ? { tp: 0, fp: 0, fn: 0 } : { tp: tp / all, fp: (pSum - tp) / all, fn: (gSum - tp) / all };
}

export function meanF1(scores: readonly Score[]): { f1: number; precision: number; recall: number } {
  const mean = (xs: number[]): number => xs.reduce((a, b) => a + b, 0) / Math.max(1, xs.length);
  const precision = mean(
    scores.filter((s) => s.tp + s.fp > 0).map((s) => (s.fp === 0 && s.fn === 0 ? 1 : s.tp / (s.tp + s.fp))),
  );
  const recall = mean(
    scores.filter((s) => s.tp + s.fn > 0).map((s) => (s.fp === 0 && s.fn === 0 ? 1 : s.tp / (s.tp + s.fn))),
  );
  return { f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0, precision, recall };
}
