/** Chances of lines in, the body out: one stretch of the page holds it, and a page with text has one. */
import type { PageFacts } from './page-facts.ts';

const THRESHOLD = 0.35;
/** A line in the stretch pays from this chance on; the stretch grows over gaps that its lines pay for. */
const PAYS = 0.25;
/** Where hardly anything passes, the threshold comes down to this share of the best chance on the page. */
const RELATIVE = 0.6;
const FEW_WORDS = 25;

/** True for each line that is body. */
export function settle(page: PageFacts, chances: Float64Array): boolean[] {
  const counts = page.lines.map((l) => l.count);
  const [first, last] = stretchOf(chances, counts);
  let words = 0;
  let best = 0;
  counts.forEach((count, i) => {
    if (chances[i]! >= THRESHOLD) words += count;
    if (count >= 6 && chances[i]! > best) best = chances[i]!;
  });
  const least = words >= FEW_WORDS ? THRESHOLD : Math.min(THRESHOLD, best * RELATIVE);
  return counts.map((_, i) => i >= first && i <= last && chances[i]! >= least && chances[i]! > 0.01);
}

/** The run of lines that pays most: long likely lines bring in, long unlikely ones cost. */
function stretchOf(chances: Float64Array, counts: readonly number[]): [number, number] {
  let best = { sum: Number.NEGATIVE_INFINITY, first: 0, last: -1 };
  let sum = 0;
  let first = 0;
  for (let i = 0; i < counts.length; i++) {
    if (sum <= 0) [sum, first] = [0, i];
    sum += (chances[i]! - PAYS) * Math.min(60, counts[i]! + 4);
    if (sum > best.sum) best = { sum, first, last: i };
  }
  return [best.first, best.last];
}
