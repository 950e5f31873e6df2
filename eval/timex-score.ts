/** Predicted and gold TIMEX3 of documents in; figures by the rules of TempEval-3 task A out. */

/** An annotation; offsets in code points. */
export interface TimexSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

export interface TimexFigures {
  readonly strict: number;
  readonly relaxed: number;
  /** Relaxed F1 times the share of matched pairs with the same value: what systems are ranked by. */
  readonly value: number;
}

interface Tally {
  gold: number;
  predicted: number;
  relaxed: number;
  strict: number;
  value: number;
}

export interface TimexDocument {
  readonly gold: readonly TimexSpan[];
  readonly predicted: readonly TimexSpan[];
}

const CALENDAR = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** Figures in per cent; with `calendar`, over plain years, months and days alone: what a ledger files by. */
export function scoreTimex(
  documents: readonly TimexDocument[],
  options: { readonly calendar?: boolean } = {},
): TimexFigures {
  const tally: Tally = { gold: 0, predicted: 0, relaxed: 0, strict: 0, value: 0 };
  for (const d of documents) add(tally, d, options.calendar === true ? CALENDAR : null);
  const relaxed = f1(tally.relaxed, tally);
  const share = tally.relaxed === 0 ? 0 : tally.value / tally.relaxed;
  return { strict: 100 * f1(tally.strict, tally), relaxed: 100 * relaxed, value: 100 * relaxed * share };
}

function f1(right: number, { gold, predicted }: Tally): number {
  return gold + predicted === 0 ? 1 : (2 * right) / (gold + predicted);
}

function add(tally: Tally, { gold, predicted }: TimexDocument, keep: RegExp | null): void {
  const pairs = match(gold, predicted);
  const kept = (t: TimexSpan): boolean => keep === null || keep.test(t.value);
  const partner = new Map(pairs.map(([g, p]) => [p, g] as const));
  tally.gold += gold.filter(kept).length;
  tally.predicted += predicted.filter((p) => kept(partner.get(p) ?? p)).length;
  for (const [g, p] of pairs) {
    if (!kept(g)) continue;
    tally.relaxed++;
    if (g.start === p.start && g.end === p.end) tally.strict++;
    if (g.value === p.value) tally.value++;
  }
}

/** One to one inside a document: identical spans first, then by longest overlap. */
function match(gold: readonly TimexSpan[], predicted: readonly TimexSpan[]): [TimexSpan, TimexSpan][] {
  const candidates = gold.flatMap((g) =>
    predicted.flatMap((p) => {
      const overlap = Math.min(g.end, p.end) - Math.max(g.start, p.start);
      return overlap > 0 ? [{ g, p, overlap, exact: g.start === p.start && g.end === p.end }] : [];
    }),
  );
  candidates.sort(
    (a, b) =>
      Number(b.exact) - Number(a.exact) || b.overlap - a.overlap || a.g.start - b.g.start || a.p.start - b.p.start,
  );
  const used = new Set<TimexSpan>();
  const pairs: [TimexSpan, TimexSpan][] = [];
  for (const { g, p } of candidates) {
    if (used.has(g) || used.has(p)) continue;
    used.add(g).add(p);
    pairs.push([g, p]);
  }
  return pairs;
}
