/** Exponential and the two squashing curves of the network, from plain arithmetic alone: the same bits in every engine. */

const LN2 = Math.LN2;

/** 1/9!, 1/8! ... 1/1!, 1: the series of the exponential, highest power first. */
const SERIES = factorials(9);
/** Powers of two from -1000 to 1000, made by doubling and halving. */
const POWERS = powers(1000);

function factorials(n: number): Float64Array {
  const out = new Float64Array(n + 1);
  let product = 1;
  for (let i = 0; i <= n; i += 1) {
    if (i > 0) product *= i;
    out[n - i] = 1 / product;
  }
  return out;
}

function powers(n: number): Float64Array {
  const out = new Float64Array(2 * n + 1).fill(1);
  for (let i = 1; i <= n; i += 1) {
    out[n + i] = out[n + i - 1]! * 2;
    out[n - i] = out[n - i + 1]! / 2;
  }
  return out;
}

/** e to the power x for |x| < 690, by cutting the range and a short series; exact to about 1e-11. */
export function exponent(x: number): number {
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let sum = 0;
  for (let i = 0; i < SERIES.length; i += 1) sum = sum * r + SERIES[i]!;
  return sum * POWERS[k + 1000]!;
}

/** Steps per unit and largest argument of the tables: small enough for the fastest cache, exact to 1e-5 with the line between. */
const STEPS = 128;
const LARGEST = 9;
const SIZE = 2 * LARGEST * STEPS;

const SIGMOID = curve((x) => 1 / (1 + exponent(-x)));
const TANH = curve((x) => 1 - 2 / (exponent(2 * x) + 1));

/** One value more than steps, so that the line between has its far end. */
function curve(of: (x: number) => number): Float32Array {
  return Float32Array.from({ length: SIZE + 2 }, (_, i) => of(i / STEPS - LARGEST));
}

/** 1 / (1 + e^-x). */
export function sigmoid(x: number): number {
  const at = x < -LARGEST ? 0 : x > LARGEST ? SIZE : (x + LARGEST) * STEPS;
  const i = at | 0;
  const low = SIGMOID[i]!;
  return low + (SIGMOID[i + 1]! - low) * (at - i);
}

/** Hyperbolic tangent. */
export function tanh(x: number): number {
  const at = x < -LARGEST ? 0 : x > LARGEST ? SIZE : (x + LARGEST) * STEPS;
  const i = at | 0;
  const low = TANH[i]!;
  return low + (TANH[i + 1]! - low) * (at - i);
}

/** Turns the scores `values[from..from + n)` into shares that add up to 1. */
export function softmax(values: Float32Array, from: number, n: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = from; i < from + n; i += 1) if (values[i]! > top) top = values[i]!;
  let sum = 0;
  for (let i = from; i < from + n; i += 1) {
    const d = values[i]! - top;
    const e = d < -20 ? 0 : exponent(d);
    values[i] = e;
    sum += e;
  }
  for (let i = from; i < from + n; i += 1) values[i] = values[i]! / sum;
}
