/** Texts whose lines were broken at a fixed width (mail, old newswire, terminals): lines in, paragraphs out. */
import type { Stretch } from './stretches.ts';

/** Lines that run on must be at least this long, and this share of all lines, before a text counts as wrapped. */
const LEAST_LENGTH = 24;
const SHARE = 0.22;

/**
 * Joins the lines of each paragraph where the text is hard-wrapped, and leaves other texts alone. The joined text has a
 * space for each line end, so that offsets stay what they are.
 */
export function joinWrapped(lines: readonly Stretch[], text: string): readonly Stretch[] {
  let runs = 0;
  for (let i = 0; i + 1 < lines.length; i++) if (runsOn(lines[i]!, lines[i + 1]!)) runs++;
  if (runs < 2 || runs < lines.length * SHARE) return lines;
  const out: Stretch[] = [];
  let from = 0;
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && lines[i]!.gap === 0 && isFull(lines[i - 1]!, lines)) continue;
    const [first, last] = [lines[from]!, lines[i - 1]!];
    const joined = text.slice(first.start, last.end).replace(/[\r\n\t]/g, ' ');
    out.push({ start: first.start, end: last.end, text: joined, gap: first.gap });
    from = i;
  }
  return out;
}

/** The line breaks inside a sentence: no stop at its end and a small letter at the start of the next. */
function runsOn(line: Stretch, next: Stretch): boolean {
  if (next.gap > 0 || line.text.length < LEAST_LENGTH || line.text.length > 110) return false;
  return /^\p{Ll}/u.test(next.text) && /[\p{L}\d,–-]$/u.test(line.text);
}

/** A line that ends far short of the width ends its paragraph. */
function isFull(line: Stretch, lines: readonly Stretch[]): boolean {
  const width = widthOf(lines);
  return line.text.length > width * 0.72 || !/[.!?:”"’)]$/.test(line.text);
}

const widths = new WeakMap<readonly Stretch[], number>();

/** The length that nine lines in ten do not exceed. */
function widthOf(lines: readonly Stretch[]): number {
  let width = widths.get(lines);
  if (width === undefined) {
    const sizes = lines.map((l) => l.text.length).sort((a, b) => a - b);
    width = sizes[Math.floor(sizes.length * 0.9)] ?? 0;
    widths.set(lines, width);
  }
  return width;
}
