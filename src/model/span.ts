/** A stretch of a report's text: UTF-16 code units, half-open, into `Report.text`; it never shifts later. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smallest span that covers all the given ones. */
export function hull(first: Span, ...rest: readonly Span[]): Span {
  return {
    start: Math.min(first.start, ...rest.map((s) => s.start)),
    end: Math.max(first.end, ...rest.map((s) => s.end)),
  };
}
