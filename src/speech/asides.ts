/** The reporter's asides inside indirect speech. In: a draft. Out: its content without them. */

import type { Span } from '../model/span.ts';
import { type Draft, spanOf } from './draft.ts';
import { isComma, isDash, isFiniteVerb, isPreposition, isStop, type Line, type Region } from './line.ts';

/** "The ban, which Lima imposed in 2008, would stay, he said": the relative clause in the plain past is the reporter's. */
export function withoutAsides(draft: Draft): readonly Span[] {
  if (draft.quoted === 'verbatim') return draft.content;
  const asides = asidesOf(draft.line).map((r) => spanOf(draft.line, r));
  return asides.reduce<readonly Span[]>((spans, aside) => spans.flatMap((s) => minus(s, aside)), draft.content);
}

function minus(span: Span, aside: Span): Span[] {
  // An aside at the head of the content would leave nothing to hold it.
  if (aside.start <= span.start || aside.start >= span.end) return [span];
  const before = { start: span.start, end: aside.start };
  return aside.end >= span.end ? [before] : [before, { start: aside.end, end: span.end }];
}

function asidesOf(line: Line): Region[] {
  const out: Region[] = [];
  for (let i = 1; i < line.tokens.length; i += 1) {
    if (line.quotation[i]! >= 0 || !/^(?:which|whom|who|where|whose)$/.test(line.low[i]!)) continue;
    const start = isPreposition(line, i - 1) ? i - 1 : i;
    if (!isComma(line, start - 1)) continue;
    const end = endOf(line, i);
    if (isPast(line, { start: i, end })) {
      out.push({ start: start - 1, end });
      i = end;
    }
  }
  return out;
}

function endOf(line: Line, from: number): number {
  let end = from;
  while (end < line.tokens.length && !isComma(line, end) && !isStop(line, end) && !isDash(line, end) && !line.mark[end])
    end += 1;
  return end;
}

/** Its first finite verb is in the past and no modal. */
function isPast(line: Line, region: Region): boolean {
  for (let i = region.start; i < region.end; i += 1)
    if (isFiniteVerb(line, i)) return line.tokens[i]!.xpos === 'VBD' && line.low[i + 1] !== 'to';
  return false;
}
