/** From the strength of a reading to the share of such readings that hold: a curve fitted on the development set. */

/** Strength and the share of claims of that strength that were right; between points the line is straight. */
const CURVE: readonly (readonly [number, number])[] = [
  [0, 0.35],
  [0.45, 0.5],
  [0.6, 0.54],
  [0.8, 0.62],
  [0.95, 0.75],
  [1, 0.78],
];

/** @example calibrated(0.7) // 0.58 */
export function calibrated(strength: number): number {
  const x = Math.max(0, Math.min(1, strength));
  for (let i = 1; i < CURVE.length; i++) {
    const [x1, y1] = CURVE[i]!;
    const [x0, y0] = CURVE[i - 1]!;
    if (x <= x1) return round(y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
  }
  return CURVE.at(-1)![1];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
