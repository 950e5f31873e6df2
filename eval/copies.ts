/** Copies: pairs derived from article bodies (halves, dropped paragraphs, edited words) against other articles of one outlet. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareBodies, mayBeCopies, shinglesOf, sketchOf } from '../src/ledger/copies.ts';
import type { EvalResult } from './row.ts';

const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data', 'textdump');
const SETS = ['aeb-dev', 'fundusev-dev', 'fundusfx-dev'];

interface Page {
  readonly id: string;
  readonly gold: string;
  readonly url: string;
}

/** A pair of bodies and whether they are copies. */
interface Pair {
  readonly a: string;
  readonly b: string;
  readonly copy: boolean;
}

export async function run(): Promise<EvalResult> {
  if (!existsSync(DATA)) return [{ set: 'copies', skipped: 'no ../shared/data/textdump beside the checkout' }];
  const pairs = derive(SETS.flatMap(pagesOf));
  let [right, found, wrong] = [0, 0, 0];
  for (const pair of pairs) {
    const says = verdict(pair.a, pair.b);
    if (pair.copy && says) right++;
    if (says) found++;
    if (pair.copy !== says) wrong++;
  }
  const positives = pairs.filter((p) => p.copy).length;
  const [precision, recall] = [right / found, right / positives];
  const set = `copies, ${pairs.length} derived pairs`;
  return [
    {
      set,
      measure: 'pair F1',
      value: (2 * precision * recall) / (precision + recall),
      rival: 'MinHash, Jaccard 0.7',
      rivalValue: jaccardF1(pairs),
    },
    { set, measure: 'pairs decided wrongly', value: wrong, lowerIsBetter: true },
  ];
}

function pagesOf(set: string): Page[] {
  const lines = readFileSync(join(DATA, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  const pages = lines.map((l) => JSON.parse(l) as Page & { variant: string }).filter((p) => p.variant === 'inner');
  return pages.filter((p) => p.gold.split(/\s+/).length >= 80);
}

function verdict(a: string, b: string): boolean {
  const [x, y] = [shinglesOf(a), shinglesOf(b)];
  return mayBeCopies(sketchOf(x), sketchOf(y)) && compareBodies(x, y).copy;
}

function jaccardF1(pairs: readonly Pair[]): number {
  let [right, found, positives] = [0, 0, 0];
  for (const { a, b, copy } of pairs) {
    const says = compareBodies(shinglesOf(a), shinglesOf(b)).jaccard >= 0.7;
    if (says) found++;
    if (copy) positives++;
    if (says && copy) right++;
  }
  return (2 * right) / (found + positives);
}

/** Every page against its own derivatives, and against the pages that follow it in its set (same outlet first). */
function derive(pages: readonly Page[]): Pair[] {
  const pairs: Pair[] = [];
  const sorted = [...pages].sort((a, b) => hostOf(a).localeCompare(hostOf(b), 'en') || a.id.localeCompare(b.id, 'en'));
  sorted.forEach((page, n) => {
    for (const b of derivatives(page.gold, n)) pairs.push({ a: page.gold, b, copy: true });
    for (let k = 1; k <= 6; k++) {
      const other = sorted[(n + k) % sorted.length] as Page;
      // Some sets hold one article under two names.
      if (other.gold.slice(0, 200) !== page.gold.slice(0, 200))
        pairs.push({ a: page.gold, b: other.gold, copy: false });
    }
  });
  return pairs;
}

function hostOf(page: Page): string {
  return URL.canParse(page.url) ? new URL(page.url).host : page.id;
}

function derivatives(body: string, seed: number): string[] {
  const paragraphs = body.split(/\n+/).filter((p) => p.trim() !== '');
  const words = body.split(/\s+/);
  const random = mulberry(seed);
  const dropped = paragraphs.filter((_, i) => paragraphs.length < 3 || (i + seed) % 3 !== 0).join('\n');
  const edited = (share: number): string => words.map((w) => (random() < share ? `x${w}` : w)).join(' ');
  return [
    `Another headline altogether\n(Agency)\n${body}`,
    words.slice(0, Math.ceil(words.length / 2)).join(' '),
    dropped,
    edited(0.02),
    edited(0.05),
    edited(0.1),
    edited(0.05)
      .split(' ')
      .slice(0, Math.ceil(words.length / 2))
      .join(' '),
  ];
}

/** Seeded random numbers in [0, 1): the same pairs in every run. */
function mulberry(seed: number): () => number {
  let s = seed * 2654435761;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
