/** What stands between frames and finished utterances. */

import type { Span } from '../model/span.ts';
import type { Quoted } from '../model/speech.ts';
import type { Verb } from './lexicon.ts';
import type { Line, Region } from './line.ts';
import type { Links, Voice } from './phrase.ts';

/** An utterance before chains are joined. */
export interface Draft {
  readonly line: Line;
  readonly cue: Span;
  readonly cueToken: number;
  readonly verb: Verb;
  readonly content: Span[];
  readonly quoted: Quoted;
  readonly links: Links;
  readonly voice: Voice | null;
  readonly addressee: number | null;
  readonly source: Span;
  readonly negated: boolean;
  readonly deed: boolean;
}

export function spanOf(line: Line, region: Region): Span {
  const first = line.tokens[Math.min(region.start, line.tokens.length - 1)]!;
  const last = line.tokens[Math.max(region.start, region.end - 1)] ?? first;
  return { start: first.start, end: Math.max(first.start, last.end) };
}

/** Spans in order, joined where nothing but white space could lie between. */
export function merged(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const s of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && s.start <= last.end + 1) last.end = Math.max(last.end, s.end);
    else out.push({ ...s });
  }
  return out;
}
