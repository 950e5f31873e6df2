/** Reads a page as a whole: above the body, body, between body lines, below it. Chances of lines in, smoothed chances out. */

const STATES = 4;
const BODY = 1;
const NEVER = Number.NEGATIVE_INFINITY;

/** Logs of the chances to step from one state to the next, by weight counted on the training pages. */
export interface Chain {
  /** `steps[from * 4 + to]` over above, body, between, below. */
  readonly steps: readonly (number | null)[];
  /** How far the single line is believed against its neighbours. */
  readonly trust: number;
}

/** A long line says more about where the body lies than a short one. */
function say(count: number): number {
  return Math.min(2, 0.4 + count / 20);
}

/** Smoothed chance of each line to be body (forward-backward recursion). A page has at least one body line: which, the chances tell. Linear in the lines. */
export function smooth(chances: Float64Array, counts: readonly number[], chain: Chain): Float64Array {
  const n = chances.length;
  const step = chain.steps.map((s) => s ?? NEVER);
  const odds = Float64Array.from(
    chances,
    (c, i) => chain.trust * say(counts[i]!) * Math.log((c + 1e-3) / (1 - c + 1e-3)),
  );
  const forward = new Float64Array(n * STATES);
  const backward = new Float64Array(n * STATES);
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let s = 0; s < STATES; s++) {
      let sum = i === 0 ? (s > BODY ? NEVER : 0) : NEVER;
      if (i > 0)
        for (let r = 0; r < STATES; r++) sum = logAdd(sum, forward[(i - 1) * STATES + r]! + step[r * STATES + s]!);
      forward[i * STATES + s] = sum + (s === BODY ? odds[i]! : 0);
    }
  }
  for (let s = 0; s < STATES; s++) backward[(n - 1) * STATES + s] = s === BODY || s === 3 ? 0 : NEVER;
  for (let i = n - 2; i >= 0; i--) {
    for (let s = 0; s < STATES; s++) {
      let sum = NEVER;
      for (let r = 0; r < STATES; r++) {
        const next = (i + 1) * STATES + r;
        sum = logAdd(sum, step[s * STATES + r]! + (r === BODY ? odds[i + 1]! : 0) + backward[next]!);
      }
      backward[i * STATES + s] = sum;
    }
  }
  for (let i = 0; i < n; i++) {
    let all = NEVER;
    for (let s = 0; s < STATES; s++) all = logAdd(all, forward[i * STATES + s]! + backward[i * STATES + s]!);
    out[i] = Math.exp(forward[i * STATES + BODY]! + backward[i * STATES + BODY]! - all);
  }
  return out;
}

function logAdd(a: number, b: number): number {
  if (a === NEVER) return b;
  if (b === NEVER) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
