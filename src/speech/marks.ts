/** Finds quotations by their marks. In: text and its paragraphs. Out: quotations, each with what its marks tell. One pass, linear. */
import type { Span } from '../model/span.ts';

/** A stretch between quotation marks, or one that plainly began or ended as a quotation. */
export interface Quotation extends Span {
  /** The stretches between the marks, one for each paragraph it runs through. */
  readonly parts: readonly Span[];
  /** `closed`: both marks. `unclosed`, `unopened`: one mark was lost. */
  readonly kind: 'closed' | 'unclosed' | 'unopened';
}

interface Mark extends Span {
  readonly family: 'double' | 'single' | 'guillemet' | 'backtick' | 'primes';
  readonly can: 'open' | 'close' | 'either';
}

interface Open {
  readonly mark: Mark;
  readonly parts: Span[];
  /** For single marks: the apostrophe that closes, looked up once. */
  readonly closeAt: number;
  /** Where the current part begins. */
  from: number;
}

/** A single-marked stretch longer than this is no quotation but an apostrophe that met another. */
const LONGEST_SINGLE = 600;
/** A quotation that runs over more paragraphs than this has lost its closing mark. */
const MOST_PARAGRAPHS = 40;

/**
 * Quotations of a text, in order, outermost only.
 *
 * @example
 * quotationsOf('“Yes,” she said.', [{ start: 0, end: 16 }])[0].parts; // [{ start: 1, end: 5 }]
 */
export function quotationsOf(text: string, paragraphs: readonly Span[]): Quotation[] {
  const out: Quotation[] = [];
  let open: Open | null = null;
  paragraphs.forEach((paragraph, i) => {
    open = scanParagraph(text, paragraph, open, out);
    if (open !== null && !(open.parts.length < MOST_PARAGRAPHS && reopens(text, paragraphs[i + 1], open.mark))) {
      out.push(lost(text, paragraph, open));
      open = null;
    }
  });
  return out;
}

function scanParagraph(text: string, paragraph: Span, carried: Open | null, out: Quotation[]): Open | null {
  let open = carried;
  const firstMark = carried === null ? null : markAt(text, skipSpace(text, paragraph.start), paragraph);
  let at = firstMark === null ? paragraph.start : firstMark.end;
  if (open !== null) open.from = at;
  let sentence = paragraph.start;
  while (at < paragraph.end) {
    const mark = markAt(text, at, paragraph);
    if (mark === null) {
      if (isSentenceEnd(text, at)) sentence = at + 1;
      at += 1;
      continue;
    }
    if (open !== null && closes(mark, open)) {
      if (mark.start > open.from) out.push(closed(open, mark));
      open = null;
    } else if (open !== null && reopensInside(mark, open.mark)) {
      out.push(...runOn(open, mark));
      open = { mark, parts: [], closeAt: -1, from: mark.end };
    } else if (open === null && mark.can !== 'close') {
      open = opened(mark, text, paragraph);
    } else if (open === null && isLostOpening(mark, text, sentence)) {
      const part = { start: skipSpace(text, sentence), end: mark.start };
      if ((out.at(-1)?.end ?? 0) <= part.start)
        out.push({ start: part.start, end: mark.end, parts: [part], kind: 'unopened' });
    }
    at = mark.end;
  }
  if (open !== null) open.parts.push({ start: open.from, end: trimEnd(text, open.from, paragraph.end) });
  return open;
}

function closed(open: Open, mark: Mark): Quotation {
  const parts = [...open.parts, { start: open.from, end: mark.start }];
  return { start: open.mark.start, end: mark.end, parts, kind: 'closed' };
}

/** A second opening mark before any closing one: newswire re-opens after each paragraph that was run together. */
function runOn(open: Open, mark: Mark): Quotation[] {
  const parts = [...open.parts, { start: open.from, end: mark.start }];
  return [{ start: open.mark.start, end: mark.start, parts, kind: 'closed' }];
}

/** A quotation whose closing mark never came holds to the end of its first sentence. */
function lost(text: string, paragraph: Span, open: Open): Quotation {
  const first = open.parts[0] ?? { start: open.from, end: paragraph.end };
  let end = first.end;
  for (let at = first.start; at < first.end; at += 1) {
    if (isSentenceEnd(text, at)) {
      end = at + 1;
      break;
    }
  }
  return { start: open.mark.start, end, parts: [{ start: first.start, end }], kind: 'unclosed' };
}

/** The mark that begins at `at`, or null. */
function markAt(text: string, at: number, within: Span): Mark | null {
  const sign = text[at]!;
  const next = text[at + 1];
  const one = (family: Mark['family'], can: Mark['can'], length = 1): Mark => ({
    start: at,
    end: at + length,
    family,
    can,
  });
  switch (sign) {
    case '“':
      return one('double', isOpenSide(text, at, 1, within) ? 'open' : 'close');
    case '”':
      return one('double', 'close');
    case '„':
    case '‟':
      return one('double', 'open');
    case '"':
      return one('double', sideOf(text, at, 1, within));
    case '«':
    case '»':
      return one('guillemet', sideOf(text, at, 1, within));
    case '‘':
      return next === '‘'
        ? one('primes', 'open', 2)
        : one('single', isOpenSide(text, at, 1, within) ? 'open' : 'close');
    case '’':
      return next === '’' ? one('primes', 'close', 2) : one('single', 'close');
    case "'":
      return next === "'" ? one('primes', sideOf(text, at, 2, within), 2) : one('single', sideOf(text, at, 1, within));
    case '`':
      return next === '`' ? one('primes', 'open', 2) : one('backtick', 'open');
    default:
      return null;
  }
}

function sideOf(text: string, at: number, length: number, within: Span): Mark['can'] {
  const opens = isOpenSide(text, at, length, within);
  const closesToo = at > within.start && !/[\s([—–]/.test(text[at - 1]!);
  if (opens && closesToo) return 'either';
  return opens ? 'open' : 'close';
}

/** White space or a bracket stands before the mark, and a word after it. */
function isOpenSide(text: string, at: number, length: number, within: Span): boolean {
  const before = at <= within.start ? ' ' : text[at - 1]!;
  const after = at + length >= within.end ? ' ' : text[at + length]!;
  return /[\s([{—–\-_“"‘'`:]/.test(before) && (!/\s/.test(after) || length === 2 || isSpacedInside(text, at));
}

/** `" We will "`: some feeds put spaces inside the marks; a space on both sides opens only after a comma or colon. */
function isSpacedInside(text: string, at: number): boolean {
  return (
    text[at] === '"' &&
    /[,:]\s$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /\s\p{Lu}/u.test(text.slice(at + 1, at + 3))
  );
}

/** The quotation that an opening mark begins; single marks need a closing partner, so that apostrophes open nothing. */
function opened(mark: Mark, text: string, paragraph: Span): Open | null {
  const single = mark.family === 'single' || mark.family === 'backtick';
  if (!single) return { mark, parts: [], closeAt: -1, from: mark.end };
  if (!/[\p{L}\p{N}“"…]/u.test(text[mark.end] ?? ' ')) return null;
  if (/^(?:em|til|tis|twas|n|\d\ds?)\b/u.test(text.slice(mark.end, mark.end + 5))) return null;
  const closeAt = closingSingle(text, mark.end, paragraph);
  return closeAt < 0 ? null : { mark, parts: [], closeAt, from: mark.end };
}

function closes(mark: Mark, open: Open): boolean {
  if (open.closeAt >= 0) return mark.start === open.closeAt;
  const family = open.mark.family;
  const same = mark.family === family || (family === 'primes' && mark.family === 'double' && mark.can === 'close');
  return same && mark.can !== 'open';
}

/** An opening mark inside a quotation of the same family, in text whose paragraphs were run together. */
function reopensInside(mark: Mark, open: Mark): boolean {
  return mark.can === 'open' && mark.family === open.family && open.family !== 'single';
}

/** The apostrophe that ends a single-marked quotation: no letter follows it, and it is no plural possessive. */
function closingSingle(text: string, from: number, paragraph: Span): number {
  const stop = Math.min(paragraph.end, from + LONGEST_SINGLE);
  let possessive = -1;
  for (let at = from; at < stop; at += 1) {
    const sign = text[at];
    if (sign !== '’' && sign !== "'") continue;
    if (/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')) continue;
    if (at === from) return -1;
    const maybePossessive = /s/i.test(text[at - 1]!) && /^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4));
    if (!maybePossessive) return at;
    if (possessive < 0) possessive = at;
  }
  return possessive;
}

/** A closing mark with nothing open, after words: the opening one was lost. A mark that ends a whole paragraph alone is stray. */
function isLostOpening(mark: Mark, text: string, sentence: number): boolean {
  if (mark.family !== 'double' && mark.family !== 'primes' && mark.family !== 'guillemet') return false;
  if (mark.can === 'open' || !/[,.!?]/.test(text[mark.start - 1] ?? '')) return false;
  if (mark.start - sentence < 3) return false;
  const after = text.slice(mark.end, mark.end + 60);
  return /^[,]?\s+\p{L}/u.test(after);
}

function reopens(text: string, next: Span | undefined, mark: Mark): boolean {
  if (next === undefined) return false;
  const first = markAt(text, skipSpace(text, next.start), next);
  return first !== null && first.family === mark.family && first.can !== 'close';
}

function isSentenceEnd(text: string, at: number): boolean {
  return /[.!?]/.test(text[at]!) && /\s/.test(text[at + 1] ?? ' ') && !/^\s*\p{Ll}/u.test(text.slice(at + 1, at + 4));
}

function skipSpace(text: string, at: number): number {
  let to = at;
  while (to < text.length && /\s/.test(text[to]!)) to += 1;
  return to;
}

function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /\s/.test(text[to - 1]!)) to -= 1;
  return to;
}
