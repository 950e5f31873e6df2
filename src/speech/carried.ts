/** Carries a speaker on over sentences that have no reporting words of their own. */
import type { Span } from '../model/span.ts';
import type { Quoted } from '../model/speech.ts';
import { type Draft, spanOf } from './draft.ts';
import { isWord, type Line } from './line.ts';
import type { Quotation } from './marks.ts';
import type { Memory } from './memory.ts';

interface Context {
  readonly memory: Memory;
  readonly quotations: readonly Quotation[];
}

/** A quotation of fewer words is a loaded word of the reporter's sentence, not speech of its own. */
const FEWEST_WORDS = 4;
const FIRST_PERSON = /^(?:we|our|us|i|my|ours|ourselves)$/;

/** Gives a sentence without an attribution to the speaker of the sentence before, where its marks or words show that it is speech. */
export function carried(line: Line, own: readonly Draft[], drafts: Draft[], context: Context): void {
  if (own.length > 0) return;
  const before = drafts.findLast(
    (d) => d.voice !== null && !d.deed && !d.negated && d.line.sentence.block === line.sentence.block,
  );
  if (before === undefined || line.index - before.line.index > 2) return;
  const span = spanOf(line, { start: 0, end: line.tokens.length });
  if (before.content.some((c) => c.start <= span.start && c.end >= span.end - 2)) return;
  const quoted = carriedAs(line, before, context);
  if (quoted === null) return;
  drafts.push({
    ...before,
    line,
    cueToken: -1,
    content: [contentOf(line, context.quotations)],
    quoted,
    negated: false,
    addressee: null,
  });
}

function carriedAs(line: Line, before: Draft, context: Context): Quoted | null {
  const words = line.tokens.map((_, i) => i).filter((i) => isWord(line, i));
  const inside = words.filter((i) => line.quotation[i]! >= 0);
  if (inside.length >= FEWEST_WORDS && inside.length >= 0.8 * words.length) {
    const whole = context.quotations[line.quotation[inside[0]!]!]!;
    return whole.kind === 'closed' ? 'verbatim' : 'marks-lost';
  }
  const close = line.index - before.line.index === 1 && line.sentence.paragraph === before.line.sentence.paragraph;
  if (
    inside.length === 0 &&
    close &&
    words.some((i) => FIRST_PERSON.test(line.low[i]!)) &&
    !line.low.includes('correspondent')
  )
    return 'marks-lost';
  return null;
}

function contentOf(line: Line, quotations: readonly Quotation[]): Span {
  const first = line.tokens.findIndex((_, i) => line.quotation[i]! >= 0);
  if (first < 0) return spanOf(line, { start: 0, end: line.tokens.length });
  const quotation = quotations[line.quotation[first]!]!;
  const part = quotation.parts.find((p) => p.end > line.sentence.start && p.start < line.sentence.end);
  return part === undefined
    ? { start: line.sentence.start, end: line.sentence.end }
    : { start: Math.max(part.start, line.sentence.start), end: Math.min(part.end, line.sentence.end) };
}
