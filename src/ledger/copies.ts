/** Which reports are copies of one text: the words of two bodies in, a verdict with its reason out. */
import type { Report } from '../model/index.ts';

/** Words a shingle: long enough that two desks telling one event share few, short enough to survive edits. */
const SHINGLE = 4;
/** One shingle in this many goes into the sketch kept in the store; the choice depends on the shingle alone. */
const SAMPLE = 8;
/** Bodies with fewer shingles are kept whole in the sketch: a sample of them would say nothing. */
const SMALL = 64;
/** Share of the shorter body's shingles that must stand in the longer one. Two desks on one event stay below 0.25. */
const CONTAINED = 0.38;
/** Shingles that must be shared, so that a stock phrase does not make two briefs one. */
const LEAST_SHARED = 8;

/** What is kept of a body to find its copies among many: sampled hashes of its shingles, in ascending order. */
export interface Sketch {
  readonly hashes: readonly number[];
  /** Number of distinct shingles of the whole body. */
  readonly size: number;
}

/** How two bodies relate. */
export interface CopyVerdict {
  readonly copy: boolean;
  /** Share of the shorter body that stands in the longer one, 0 to 1. */
  readonly containment: number;
  /** Shared shingles over all shingles, 0 to 1. */
  readonly jaccard: number;
  /** One sentence for a person. */
  readonly why: string;
}

/** The words that count for comparing: headline, agency line and everything around the article are left out. */
export function bodyOf(report: Pick<Report, 'text' | 'blocks'>): string {
  return report.blocks
    .filter((b) => b.kind === 'body')
    .map((b) => report.text.slice(b.start, b.end))
    .join('\n');
}

/**
 * Hashes of the distinct runs of four words.
 *
 * @example shinglesOf('a b c d e').size // 2
 */
export function shinglesOf(body: string): ReadonlySet<number> {
  const words =
    body
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashWord);
  const out = new Set<number>();
  for (let i = 0; i + SHINGLE <= hashes.length; i++) out.add(mix(hashes, i));
  return out;
}

/** The sketch of a body, for the store. */
export function sketchOf(shingles: ReadonlySet<number>): Sketch {
  const keep = shingles.size <= SMALL ? [...shingles] : [...shingles].filter((h) => h % SAMPLE === 0);
  return { hashes: keep.sort((a, b) => a - b), size: shingles.size };
}

/** Compares two bodies exactly. Symmetric. */
export function compareBodies(a: ReadonlySet<number>, b: ReadonlySet<number>): CopyVerdict {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const h of small) if (large.has(h)) shared++;
  const containment = small.size === 0 ? 0 : shared / small.size;
  const jaccard = shared === 0 ? 0 : shared / (a.size + b.size - shared);
  const copy = containment >= CONTAINED && shared >= Math.min(LEAST_SHARED, small.size) && shared > 0;
  const percent = Math.round(containment * 100);
  const why = copy
    ? `${percent} % of the shorter text stands word for word in the longer one`
    : `only ${percent} % of the shorter text stands in the longer one`;
  return { copy, containment, jaccard, why };
}

/** Share of sampled hashes two sketches must have in common before the bodies themselves are compared. */
const CANDIDATE = 0.2;

/**
 * True where two sketches are near enough that the bodies should be compared. Errs towards comparing.
 * A short body is kept whole and a long one sampled, so only what sampling would keep is counted when they meet.
 */
export function mayBeCopies(a: Sketch, b: Sketch): boolean {
  const whole = a.size <= SMALL && b.size <= SMALL;
  const [left, right] = whole ? [a.hashes, b.hashes] : [sampled(a), sampled(b)];
  const known = new Set(right);
  const shared = left.filter((h) => known.has(h)).length;
  return shared > 0 && shared >= CANDIDATE * Math.min(left.length, right.length);
}

function sampled(sketch: Sketch): readonly number[] {
  return sketch.hashes.filter((h) => h % SAMPLE === 0);
}

function hashWord(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

function mix(hashes: readonly number[], at: number): number {
  let h = 0x9e3779b9;
  for (let i = 0; i < SHINGLE; i++) {
    h = Math.imul(h ^ (hashes[at + i] as number), 0x85ebca6b);
    h ^= h >>> 15;
  }
  return h >>> 0;
}
