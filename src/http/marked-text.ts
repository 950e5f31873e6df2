/** A stretch of text and layers of marks in, nested HTML out; all text is escaped. */
import { html } from 'hono/html';
import type { Span } from '../model/index.ts';
import type { Html } from './desk-context.ts';

/** A mark around a span; `wrap` gets the inner HTML. */
export interface Mark extends Span {
  wrap(inner: Html): Html;
  /** Follows the mark, outside of it. */
  readonly after?: Html;
}

/** Marks of one kind; where two overlap the later one is cut off or left out. */
export type MarkLayer = readonly Mark[];

/** Sorted, within the stretch, none overlapping. */
function apart(layer: MarkLayer, within: Span): readonly Mark[] {
  const out: Mark[] = [];
  let free = within.start;
  for (const mark of layer.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(mark.start, free);
    const end = Math.min(mark.end, within.end);
    if (end <= start) continue;
    out.push({ ...mark, wrap: mark.wrap, start, end });
    free = end;
  }
  return out;
}

/** The stretch with its marks; the first layer is outermost. */
export function marked(text: string, stretch: Span, layers: readonly MarkLayer[]): Html {
  const [outer, ...inner] = layers;
  if (outer === undefined) return html`${text.slice(stretch.start, stretch.end)}`;
  const pieces: Html[] = [];
  let at = stretch.start;
  for (const mark of apart(outer, stretch)) {
    pieces.push(marked(text, { start: at, end: mark.start }, inner));
    pieces.push(mark.wrap(marked(text, mark, inner)));
    if (mark.after) pieces.push(mark.after);
    at = mark.end;
  }
  pieces.push(marked(text, { start: at, end: stretch.end }, inner));
  return html`${pieces}`;
}

/** Spans that touch or overlap joined into one, each with the items it came from. */
export function joined<T extends Span>(spans: readonly T[]): readonly (Span & { readonly items: readonly T[] })[] {
  const out: { start: number; end: number; items: T[] }[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1);
    if (last && span.start < last.end) {
      last.end = Math.max(last.end, span.end);
      last.items.push(span);
    } else out.push({ start: span.start, end: span.end, items: [span] });
  }
  return out;
}
