/** Lexemes in; the times that the words name, still unresolved, out. Longest mention first, left to right, pass after pass. */
import type { Span } from '../model/index.ts';
import { type DateRule, type Grammar, neighboursFit } from './grammar.ts';
import type { Lexeme } from './lexeme.ts';
import { fillSketch, type Sketch, sketchClasses } from './sketch.ts';
import type { Fit, Trie } from './trie.ts';

/** A time found in the text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly rule: DateRule;
  readonly sketch: Sketch;
  readonly sentence: number;
  readonly paragraph: number;
  /** For a range: where the words of its two ends stand; for a length inside a stretch, where those of either stand. */
  readonly ends: readonly Span[];
}

/** A lexeme that stands for a time found by an earlier pass. */
interface FoundLexeme extends Lexeme {
  readonly found: Found;
}

export type Style = 'news' | 'narrative';

interface Recognised {
  readonly found: readonly Found[];
  /** Words and times in order, for a look at what stands around a time. */
  readonly sequence: readonly Lexeme[];
}

export function recognise(lexemes: readonly Lexeme[], grammar: Grammar, style: Style): Recognised {
  let sequence = lexemes;
  for (const [i, pass] of grammar.passes.entries())
    sequence = runPass(sequence, pass, style, i === 0 ? null : withTimes(sequence));
  const found = sequence.filter(isFound).map((l) => l.found);
  return { found: found.filter((f) => f.sketch.as !== 'none'), sequence };
}

export function isFound(l: Lexeme): l is FoundLexeme {
  return 'found' in l;
}

/** Sentences in which a time was found: later passes have nothing to do elsewhere. */
function withTimes(sequence: readonly Lexeme[]): ReadonlySet<number> {
  return new Set(sequence.filter(isFound).map((l) => l.sentence));
}

function runPass(
  lexemes: readonly Lexeme[],
  patterns: Trie<DateRule>,
  style: Style,
  only: ReadonlySet<number> | null,
): readonly Lexeme[] {
  const byStart = fitsByStart(lexemes, patterns, only);
  if (byStart.size === 0) return lexemes;
  const out: Lexeme[] = [];
  for (let i = 0; i < lexemes.length; ) {
    const fit = best(byStart.get(i), lexemes, style);
    if (fit === null) out.push(lexemes[i++] as Lexeme);
    else {
      out.push(toFound(lexemes, fit));
      i = fit.to;
    }
  }
  return out;
}

/** A pattern may begin with context, so a mention's start is not where the walk began. */
function fitsByStart(
  lexemes: readonly Lexeme[],
  patterns: Trie<DateRule>,
  only: ReadonlySet<number> | null,
): Map<number, Fit<DateRule>[]> {
  const out = new Map<number, Fit<DateRule>[]>();
  for (let i = 0; i < lexemes.length; i++) {
    if (only !== null && !only.has((lexemes[i] as Lexeme).sentence)) continue;
    for (const fit of patterns.fits(lexemes, i)) {
      const there = out.get(fit.from);
      if (there) there.push(fit);
      else out.set(fit.from, [fit]);
    }
  }
  return out;
}

function best(
  fits: readonly Fit<DateRule>[] | undefined,
  lexemes: readonly Lexeme[],
  style: Style,
): Fit<DateRule> | null {
  let found: Fit<DateRule> | null = null;
  for (const fit of fits ?? []) {
    if (found !== null && fit.to <= found.to) continue;
    if (fit.rule.only !== undefined && fit.rule.only !== style) continue;
    if (neighboursFit(fit.rule, lexemes, fit.from, fit.to)) found = fit;
  }
  return found;
}

/** "March 3-5" is "March 3" and "5"; "3-5 March" is "3" and "5 March". */
function rangeEnds(lexemes: readonly Lexeme[], { from, to, places }: Fit<DateRule>): Span[] {
  const first = lexemes[from];
  const last = lexemes[to - 1];
  const left = lexemes[places.from ?? places.length ?? -1];
  const right = lexemes[places.to ?? places.of ?? -1];
  if (!first || !last || !left || !right) return [];
  return [
    { start: first.start, end: left.end },
    { start: right.start, end: last.end },
  ];
}

function toFound(lexemes: readonly Lexeme[], fit: Fit<DateRule>): FoundLexeme {
  const first = lexemes[fit.from] as Lexeme;
  const last = lexemes[fit.to - 1] as Lexeme;
  const sketch = fillSketch(fit.rule.gives, fit.captures);
  const { sentence, paragraph, start, spaced } = first;
  const ends = sketch.as === 'range' || sketch.as === 'edge' ? rangeEnds(lexemes, fit) : [];
  const found: Found = { start, end: last.end, rule: fit.rule, sketch, sentence, paragraph, ends };
  const low = sketch.as === 'none' ? '@none' : '@found';
  const classes = sketch.as === 'none' ? [] : sketchClasses(sketch);
  return { start, end: last.end, text: first.text, low, classes, sentence, paragraph, spaced, found };
}
