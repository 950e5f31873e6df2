/** Cuts a text into paragraphs and those into sentences. In: text and tokens. Out: runs of tokens. */
import type { Span } from '../model/span.ts';
import type { Lexicon } from './lexicon.ts';
import { tokenise } from './tokens.ts';

/** A sentence as a run of tokens, before tags and tree. */
export interface RawSentence {
  readonly tokens: readonly Span[];
  /** Number of its paragraph, from 0. */
  readonly paragraph: number;
  /** True where a longer stretch had to be cut to stay within bounds. */
  readonly cut: boolean;
}

/** More tokens than this are cut: the cost of a tree grows faster than its length. */
export const LONGEST_SENTENCE = 140;
const SHORTEST_CUT = 70;

const ENDING = /^(?:[.!?。！？]+|\.{2,}|…+|\[(?:\.{3}|…)\])$/u;
const CLOSING = /^(?:["”’')\]»]|''|’’)$/u;
const OPENING = /^(?:["“‘'([«]|``|‘‘)$/u;

/**
 * Cuts `text` into sentences; a line break is a border unless the text is plainly wrapped at a width.
 *
 * @example
 * splitSentences('Ruta left. Okafor stayed.', lexicon).length; // 2
 */
export function splitSentences(text: string, lexicon: Lexicon): RawSentence[] {
  const out: RawSentence[] = [];
  paragraphsOf(text).forEach((span, paragraph) => {
    const tokens = tokenise(text, span.start, span.end, lexicon);
    for (const run of runsOf(text, tokens, lexicon)) {
      for (const piece of cutLong(text, run)) out.push({ ...piece, paragraph });
    }
  });
  return out;
}

/** Paragraphs end at blank lines, and at single line breaks unless the text is wrapped there. */
export function paragraphsOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    lines.push({ start, end });
    start = end + 1;
  }
  const width = wrapWidth(text, lines);
  const out: Span[] = [];
  let open: Span | null = null;
  for (const line of lines) {
    const blank = isBlank(text, line);
    if (open !== null && !blank && wraps(text, open, line, width)) {
      open = { start: open.start, end: line.end };
      continue;
    }
    if (open !== null) out.push(open);
    open = blank ? null : line;
  }
  if (open !== null) out.push(open);
  return out;
}

function isBlank(text: string, line: Span): boolean {
  for (let i = line.start; i < line.end; i += 1) if (!/\s/.test(text[i]!)) return false;
  return true;
}

/** True where the first word of `line` would not have fitted on the line before. */
function wraps(text: string, open: Span, line: Span, width: number): boolean {
  if (width === 0) return false;
  const before = open.end - (text.lastIndexOf('\n', open.end - 1) + 1);
  return before + 1 + firstWordLength(text, line) > width;
}

function firstWordLength(text: string, line: Span): number {
  const stop = Math.min(line.end, line.start + 200);
  let at = line.start;
  while (at < stop && !/\s/.test(text[at]!)) at += 1;
  return at - line.start;
}

/** The width a text is wrapped at, or 0: nine breaks in ten must come where the next word would not fit. */
function wrapWidth(text: string, lines: readonly Span[]): number {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.end - line.start);
  if (width > 120 || width < 50) return 0;
  let full = 0;
  let breaks = 0;
  for (let i = 1; i < lines.length; i += 1) {
    const before = lines[i - 1]!;
    if (isBlank(text, before) || isBlank(text, lines[i]!)) continue;
    breaks += 1;
    if (before.end - before.start + 1 + firstWordLength(text, lines[i]!) > width - 2) full += 1;
  }
  return breaks >= 3 && full >= 0.8 * breaks ? width - 2 : 0;
}

/** Cuts the tokens of one paragraph after each sentence end. */
function runsOf(text: string, tokens: readonly Span[], lexicon: Lexicon): Span[][] {
  const runs: Span[][] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const end = sentenceEnd(text, tokens, i, lexicon);
    if (end < 0 || isListNumber(text, tokens, from, end)) continue;
    runs.push(tokens.slice(from, end + 1));
    from = end + 1;
    i = end;
  }
  if (from < tokens.length) runs.push(tokens.slice(from));
  return runs;
}

/** `1.` or `a.` alone at the start numbers what follows. */
function isListNumber(text: string, tokens: readonly Span[], from: number, end: number): boolean {
  return end === from + 1 && end + 1 < tokens.length && /^(?:\d{1,3}|[a-z])$/.test(formOf(text, tokens[from]!));
}

/** Index of the last token of the sentence that ends at token `i`, or -1 where none ends. */
function sentenceEnd(text: string, tokens: readonly Span[], i: number, lexicon: Lexicon): number {
  const form = formOf(text, tokens[i]!);
  const abbreviation = form.length > 1 && form.endsWith('.') && /\p{L}/u.test(form);
  if (!abbreviation && !ENDING.test(form)) return -1;
  const end = abbreviation ? i : closingAfter(text, tokens, i);
  const next = tokens[end + 1];
  if (next === undefined) return end;
  const following = formOf(text, wordAfter(text, tokens, end + 1));
  if (abbreviation) return endsAfterAbbreviation(form, following, lexicon) ? end : -1;
  if (tokens[end]!.end === next.start && !/^["“‘(]/u.test(formOf(text, next)) && form !== '.') return -1;
  if (!startsSentence(following) || (form !== '.' && formOf(text, next) === '(')) return -1;
  return form === '.' || !isAttribution(text, tokens, i, end) ? end : -1;
}

/** Takes closing quotes and brackets along; a straight quote closes only where no space stands before it. */
function closingAfter(text: string, tokens: readonly Span[], i: number): number {
  let end = i;
  while (end + 1 < tokens.length) {
    const next = tokens[end + 1]!;
    const form = formOf(text, next);
    const more = CLOSING.test(form) || ENDING.test(form);
    if (!more || (next.start > tokens[end]!.end && !/^[”’)\]»]$/u.test(form))) break;
    end += 1;
  }
  return noteAfter(text, tokens, end);
}

/** Marks of footnotes (`[4] [7]`) stay with the sentence they follow. */
function noteAfter(text: string, tokens: readonly Span[], last: number): number {
  let end = last;
  while (
    end + 3 < tokens.length &&
    /^\[\d{1,3}\]$/.test(
      tokens
        .slice(end + 1, end + 4)
        .map((t) => formOf(text, t))
        .join(''),
    )
  ) {
    end += 3;
  }
  return end;
}

/** The first token from `i` on that is no opening quote or bracket. */
function wordAfter(text: string, tokens: readonly Span[], i: number): Span {
  let at = i;
  while (at + 1 < tokens.length && at < i + 3 && OPENING.test(formOf(text, tokens[at]!))) at += 1;
  return tokens[at]!;
}

function startsSentence(form: string): boolean {
  return !/^[\p{Ll},;:)\]%—–-]/u.test(form);
}

function endsAfterAbbreviation(form: string, next: string, lexicon: Lexicon): boolean {
  const bare = form.slice(0, -1);
  if (/^\p{Ll}$/u.test(bare)) return false;
  const kind = lexicon.abbreviations.get(bare) ?? lexicon.abbreviations.get(form);
  if (kind === 'before-name' || kind === 'before-number' || kind === 'inside') return false;
  return lexicon.starters.has(next);
}

/** `"Why now?" Ruta asked`: the quoted question does not end the sentence. */
function isAttribution(text: string, tokens: readonly Span[], i: number, end: number): boolean {
  if (end === i) return false;
  for (let at = end + 1; at < Math.min(tokens.length, end + 8); at += 1) {
    const form = formOf(text, tokens[at]!);
    if (/^(?:said|says|asked|asks|told|added|wrote|tweeted|replied|shouted|wondered)$/.test(form)) return true;
    if (!/^\p{Lu}/u.test(form) && !/^(?:he|she|they)$/.test(form)) return false;
  }
  return false;
}

function formOf(text: string, token: Span): string {
  return text.slice(token.start, token.end);
}

/** Cuts a run that is too long, at the last semicolon, comma or bracket within bounds if there is one. */
function cutLong(text: string, tokens: readonly Span[]): { tokens: readonly Span[]; cut: boolean }[] {
  if (tokens.length <= LONGEST_SENTENCE) return [{ tokens, cut: false }];
  const out: { tokens: readonly Span[]; cut: boolean }[] = [];
  let from = 0;
  while (tokens.length - from > LONGEST_SENTENCE) {
    const to = from + safeLength(text, tokens, from);
    out.push({ tokens: tokens.slice(from, to), cut: true });
    from = to;
  }
  out.push({ tokens: tokens.slice(from), cut: true });
  return out;
}

function safeLength(text: string, tokens: readonly Span[], from: number): number {
  for (const signs of [/^[;—–]$/u, /^[,:)\]]$/u]) {
    for (let n = LONGEST_SENTENCE; n > SHORTEST_CUT; n -= 1) {
      if (signs.test(formOf(text, tokens[from + n - 1]!))) return n;
    }
  }
  return LONGEST_SENTENCE;
}
