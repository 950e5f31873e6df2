/** A text and the words searched for in, the stretch that holds most of them out. */
import { stem } from '../ledger/words.ts';
import type { Span } from '../model/index.ts';

export interface Snippet {
  readonly text: string;
  /** Where the words stand in it. */
  readonly hits: readonly Span[];
}

const WIDTH = 220;
const WORD = /[\p{L}\p{N}]+/gu;
/** Long texts are searched this far for a snippet. */
const FARTHEST = 200_000;

/** Where words of the text share a stem with the words searched for. */
export function hitsIn(text: string, searched: string): readonly Span[] {
  const stems = new Set((searched.match(WORD) ?? []).map(stem));
  const hits: Span[] = [];
  for (const found of text.matchAll(WORD)) {
    if (stems.has(stem(found[0]))) hits.push({ start: found.index, end: found.index + found[0].length });
  }
  return hits;
}

/** About 220 signs around the place with most hits, white space made single. */
export function snippet(text: string, searched: string): Snippet {
  const hits = hitsIn(text.slice(0, FARTHEST), searched);
  let best = hits[0]?.start ?? 0;
  let most = 0;
  for (const [i, hit] of hits.entries()) {
    const inside = hits.slice(i, i + 20).filter((h) => h.end <= hit.start + WIDTH).length;
    if (inside > most) [best, most] = [hit.start, inside];
  }
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, best - 50)) + 1);
  const far = Math.min(text.length, start + WIDTH);
  const end = far === text.length ? far : Math.max(start + 1, text.lastIndexOf(' ', far));
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  const shown = `${start > 0 ? '… ' : ''}${words}${end < text.length ? ' …' : ''}`;
  return { text: shown, hits: hitsIn(shown, searched) };
}
