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
function calibrated(strength: number): number {
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

/** What a finished claim shows of how well it was understood. */
export interface Signs {
  /** Two sides or more are known by code. */
  readonly twoSided: boolean;
  readonly noActor: boolean;
  readonly noClass: boolean;
  /** Stands in quotation marks, where words are figures more often. */
  readonly quoted: boolean;
  /** Read from any verb told as future or from the tone of what is said, not from words of the deed itself. */
  readonly loose: boolean;
  /** Chance that a sentence of such words tells of the claim's class, 0 to 1. */
  readonly likeness: number;
}

/**
 * Log-odds that each sign adds, from a regression over the claims of the coded reports with whole reports left out in turn. Signs that
 * changed nothing there (who tells it, repeats, pronouns, how far a party stands) are left out.
 */
const LOG_ODDS = { base: 0.27, strength: 2.2, twoSided: 0.7, noActor: -1.2, noClass: -0.5, quoted: -0.35 } as const;
/** The middle of the curve, where strength alone adds nothing. */
const MIDDLE = 0.65;

/**
 * How the odds of the frame's reading and those of the likeness go together: a regression over 1,154 claims of coded reports that the
 * likeness was not trained on. The area under its curve is 0.71; of the reading alone it is 0.61. Of loose readings
 * about half held on coded reports and fewer on news that nobody had read, where the others held in seven of ten; with a larger
 * penalty than this those left would hold more often than others of the same confidence.
 */
const TOGETHER = { base: 1.25, reading: 0.64, likeness: 0.4, loose: -0.45 } as const;
/** Beyond these a chance says no more. */
const LIKENESS_BOUNDS = [0.005, 0.98] as const;

/**
 * Share of claims that hold among those read as strongly and with the same signs.
 *
 * @example confidenceOf(0.7, { twoSided: true, noActor: false, noClass: false, quoted: false, loose: false, likeness: 0.3 })
 */
export function confidenceOf(strength: number, signs: Signs): number {
  let reading = LOG_ODDS.base + LOG_ODDS.strength * (calibrated(strength) - MIDDLE);
  if (signs.twoSided) reading += LOG_ODDS.twoSided;
  if (signs.noActor) reading += LOG_ODDS.noActor;
  if (signs.noClass) reading += LOG_ODDS.noClass;
  if (signs.quoted) reading += LOG_ODDS.quoted;
  const [least, most] = LIKENESS_BOUNDS;
  const chance = Math.min(most, Math.max(least, signs.likeness));
  const likeness = Math.log(chance / (1 - chance));
  const odds = TOGETHER.base + TOGETHER.reading * reading + TOGETHER.likeness * likeness;
  return round(1 / (1 + Math.exp(-(signs.loose ? odds + TOGETHER.loose : odds))));
}
