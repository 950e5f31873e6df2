/** Marks which lines of a dump are body, given the body's text: lines must follow the gold in its order. */
const TOKEN = /[\p{L}\p{N}_]+/gu;

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Longest gold distance a short line may jump. */
const NEAR = 60;

/** True for each line that stands in the gold text. */
export function bodyLines(lines: readonly string[], gold: string): boolean[] {
  const goldTokens = tokensOf(gold);
  const grams = new Map<string, number[]>();
  for (let i = 0; i + 4 <= goldTokens.length; i++) {
    const key = goldTokens.slice(i, i + 4).join(' ');
    const list = grams.get(key);
    if (list) list.push(i);
    else grams.set(key, [i]);
  }
  const places = lines.map((line) => placeOf(tokensOf(line), grams));
  const chain = bestChain(places, goldTokens.length);
  return addShort(lines, places, chain, goldTokens);
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly share: number;
  readonly size: number;
}

/** Where the line lies in the gold, by the median of its four-word runs. */
function placeOf(tokens: readonly string[], grams: ReadonlyMap<string, readonly number[]>): Place | null {
  if (tokens.length < 4) return null;
  const starts: number[] = [];
  let found = 0;
  for (let i = 0; i + 4 <= tokens.length; i++) {
    const at = grams.get(tokens.slice(i, i + 4).join(' '));
    if (!at) continue;
    found++;
    if (at.length <= 3) starts.push(...at.map((a) => a - i));
  }
  const share = found / (tokens.length - 3);
  if (share < 0.5 || starts.length === 0) return null;
  starts.sort((a, b) => a - b);
  const start = Math.max(0, starts[starts.length >> 1]!);
  return { start, end: start + tokens.length, share, size: tokens.length };
}

/** The heaviest set of lines whose gold places rise; the earlier of two equal lines wins. */
function bestChain(places: readonly (Place | null)[], goldLength: number): Set<number> {
  const items = places.flatMap((p, i) => (p ? [{ p, i }] : []));
  const best: number[] = [];
  const back: number[] = [];
  items.forEach(({ p }, k) => {
    // A little for each line: a body in paragraphs beats the same body on one line.
    const worth = Math.min(p.size, goldLength) * p.share + 3;
    best[k] = worth;
    back[k] = -1;
    for (let j = 0; j < k; j++) {
      const q = items[j]!.p;
      const overlap = Math.max(0, q.end - p.start);
      if (overlap > 0.3 * Math.min(p.size, q.size)) continue;
      if (best[j]! + worth > best[k]!) [best[k], back[k]] = [best[j]! + worth, j];
    }
  });
  let at = best.reduce((m, v, k) => (m < 0 || v > best[m]! ? k : m), -1);
  const out = new Set<number>();
  for (; at >= 0; at = back[at]!) out.add(items[at]!.i);
  return out;
}

/** Lines under four tokens count where the gold goes on with just these tokens. */
function addShort(lines: readonly string[], places: readonly (Place | null)[], chain: Set<number>, gold: readonly string[]) {
  const out = lines.map((_, i) => chain.has(i));
  let end = -1;
  for (let i = 0; i < lines.length; i++) {
    if (chain.has(i)) {
      end = places[i]!.end;
      continue;
    }
    const tokens = tokensOf(lines[i]!);
    if (end < 0 || tokens.length === 0 || tokens.length >= 4) continue;
    const at = findTokens(gold, tokens, Math.max(0, end - 2), end + 4);
    if (at >= 0 && at < end + NEAR) {
      out[i] = true;
      end = at + tokens.length;
    }
  }
  return out;
}

function findTokens(gold: readonly string[], tokens: readonly string[], from: number, to: number): number {
  for (let i = from; i <= to && i + tokens.length <= gold.length; i++) {
    if (tokens.every((t, k) => gold[i + k] === t)) return i;
  }
  return -1;
}

/** Sweeps over the lines, at most. */
const SWEEPS = 4;

/** Counts of runs of four words in the gold and in the lines that are kept, and the score that follows from them. */
class Runs {
  private readonly wanted = new Map<string, number>();
  private readonly kept = new Map<string, number>();
  private hits = 0;
  private sum = 0;
  private readonly size: number;

  constructor(gold: readonly string[]) {
    for (const key of runsOf(gold)) this.wanted.set(key, (this.wanted.get(key) ?? 0) + 1);
    this.size = Math.max(0, gold.length - 3);
  }

  /** Adds the runs of some words, or with -1 takes them away again. */
  count(words: readonly string[], step: 1 | -1): void {
    for (const key of runsOf(words)) {
      const n = this.kept.get(key) ?? 0;
      if (Math.min(n, n + step) < (this.wanted.get(key) ?? 0)) this.hits += step;
      this.kept.set(key, n + step);
      this.sum += step;
    }
  }

  get score(): number {
    return (2 * this.hits) / Math.max(1, this.sum + this.size);
  }
}

function* runsOf(words: readonly string[]): Iterable<string> {
  for (let i = 0; i + 4 <= words.length; i++) yield words.slice(i, i + 4).join(' ');
}

/**
 * Mends marks of {@link bodyLines} where the gold is made of many short lines or says lines twice: a line changes sides
 * where the body measure of the page then grows. Only runs of words across its borders have to be counted again.
 */
export function refineLines(lines: readonly string[], body: readonly boolean[], gold: string): boolean[] {
  const tokens = lines.map(tokensOf);
  const wanted = tokensOf(gold);
  const known = new Set(wanted);
  const keep = [...body];
  const runs = new Runs(wanted);
  runs.count(tokens.flatMap((t, i) => (keep[i] ? t : [])), 1);
  for (let sweep = 0, changed = true; sweep < SWEEPS && changed; sweep++) {
    changed = false;
    for (let i = 0; i < lines.length; i++) {
      if (tokens[i]!.length === 0 || (!keep[i] && !tokens[i]!.some((t) => known.has(t)))) continue;
      const [before, after] = [edge(tokens, keep, i, -1), edge(tokens, keep, i, 1)];
      const [apart, together] = [[...before, ...after], [...before, ...tokens[i]!, ...after]];
      const score = runs.score;
      runs.count(keep[i] ? together : apart, -1);
      runs.count(keep[i] ? apart : together, 1);
      if (runs.score > score) {
        keep[i] = !keep[i];
        changed = true;
        continue;
      }
      runs.count(keep[i] ? apart : together, -1);
      runs.count(keep[i] ? together : apart, 1);
    }
  }
  return keep;
}

/** The three words of kept lines next to a line. */
function edge(tokens: readonly (readonly string[])[], keep: readonly boolean[], from: number, step: 1 | -1): string[] {
  let out: string[] = [];
  for (let i = from + step; i >= 0 && i < tokens.length && out.length < 3; i += step) {
    if (keep[i]) out = step < 0 ? [...tokens[i]!.slice(-3), ...out].slice(-3) : [...out, ...tokens[i]!].slice(0, 3);
  }
  return out;
}
