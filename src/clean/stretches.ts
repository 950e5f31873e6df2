/** Text in, stretches out: the trimmed lines of a page, which the cleaning weighs one against another. */
import type { Span } from '../model/index.ts';

/** A line, or a part of one, without the white space around it. */
export interface Stretch extends Span {
  readonly text: string;
  /** Empty lines between it and the stretch before it. */
  readonly gap: number;
}

/** White space, and marks that are not seen. */
const EDGE = /[\s\u200b\u200e\u200f\ufeff]/;

/** Plain characters are told by their code: this is asked at both ends of every line. */
function isEdge(code: number): boolean {
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : EDGE.test(String.fromCharCode(code));
}

/** The lines that hold anything but white space. Linear in the text. */
export function splitStretches(text: string): Stretch[] {
  const out: Stretch[] = [];
  let gap = 0;
  for (let from = 0; from <= text.length; ) {
    const to = lineEnd(text, from);
    let start = from;
    let end = to;
    while (start < end && isEdge(text.charCodeAt(start))) start++;
    while (end > start && isEdge(text.charCodeAt(end - 1))) end--;
    if (start < end) {
      out.push({ start, end, text: text.slice(start, end), gap });
      gap = 0;
    } else gap++;
    from = to + (text[to] === '\r' && text[to + 1] === '\n' ? 2 : 1);
  }
  return out;
}

function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13 || c === 0x2028 || c === 0x2029) return i;
  }
  return text.length;
}
