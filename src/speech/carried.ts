/** Carries a speaker on over sentences that have no reporting words of their own. */
import type { Span } from '../model/span.ts';
import type { Quoted } from '../model/speech.ts';
import { type Draft, spanOf } from './draft.ts';
import { isFirstPerson, isWord, type Line } from './line.ts';
import type { Quotation } from './marks.ts';

/** A quotation of fewer words is a loaded word of the reporter's sentence, not speech of its own. */
const FEWEST_WORDS = 4;

/** All drafts in order of their sentences, with those added that only carry on the speaker before. */
export function withCarried(
  lines: readonly Line[],
  drafts: readonly Draft[],
  quotations: readonly Quotation[],
): Draft[] {
  const covered = coveredLines(lines, drafts);
  const out: Draft[] = [];
  let next = 0;
  for (const line of lines) {
    while (next < drafts.length && drafts[next]!.line.index <= line.index) {
      out.push(drafts[next]!);
      next += 1;
    }
    if (covered.has(line.index)) continue;
    const added = carriedDraft(line, lastSpeech(out), quotations);
    if (added !== null) out.push(added);
  }
  return out;
}

/** Lines that have an attribution of their own or lie in what another hands over. */
function coveredLines(lines: readonly Line[], drafts: readonly Draft[]): ReadonlySet<number> {
  const out = new Set<number>();
  for (const draft of drafts) {
    out.add(draft.line.index);
    for (const span of draft.content) {
      let i = lineAt(lines, span.start);
      for (; i < lines.length && lines[i]!.sentence.start < span.end; i += 1) out.add(i);
    }
  }
  return out;
}

/** Index of the last line that begins at or before `at`. */
function lineAt(lines: readonly Line[], at: number): number {
  let lo = 0;
  let hi = lines.length - 1;
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if (lines[mid]!.sentence.start <= at) lo = mid;
    else hi = mid - 1;
  }
  return lo;
}

/** The last draft that somebody speaks; looks back over one sentence's worth of drafts only. */
function lastSpeech(drafts: readonly Draft[]): Draft | null {
  for (let i = drafts.length - 1; i >= Math.max(0, drafts.length - 12); i -= 1) {
    const d = drafts[i]!;
    if (d.voice !== null && !d.deed && !d.negated) return d;
  }
  return null;
}

/** Gives a sentence without an attribution to the speaker before, where its marks or words show that it is speech. */
function carriedDraft(line: Line, before: Draft | null, quotations: readonly Quotation[]): Draft | null {
  if (before === null || line.index - before.line.index > 2) return null;
  const quoted = carriedAs(line, before, quotations);
  if (quoted === null) return null;
  return {
    ...before,
    line,
    cueToken: -1,
    content: [contentOf(line, quotations)],
    quoted,
    negated: false,
    addressee: null,
  };
}

function carriedAs(line: Line, before: Draft, quotations: readonly Quotation[]): Quoted | null {
  const words = line.tokens.map((_, i) => i).filter((i) => isWord(line, i));
  const inside = words.filter((i) => line.quotation[i]! >= 0);
  const next = line.index - before.line.index === 1 && line.sentence.paragraph === before.line.sentence.paragraph;
  if (inside.length >= (next ? 1 : FEWEST_WORDS) && inside.length >= 0.8 * words.length) {
    const whole = quotations[line.quotation[inside[0]!]!]!;
    return whole.kind === 'closed' ? 'verbatim' : 'marks-lost';
  }
  if (inside.length >= FEWEST_WORDS && line.index - before.line.index === 1 && before.quoted !== 'none')
    return 'partly';
  const first = words.some((i) => isFirstPerson(line, i));
  if (inside.length === 0 && next && first && !isReporters(line, before)) return 'marks-lost';
  if (inside.length === 0 && next && isShifted(line) && isIndirect(before)) return 'none';
  return null;
}

/** "The port would open. The fees would fall": the main verb goes on in the tense of indirect speech; "would have" weighs what did not happen. */
function isShifted(line: Line): boolean {
  const root = line.tokens.findIndex((t) => t.head < 0);
  const helps = line.low.filter((_, i) => line.tokens[i]!.head === root && line.tokens[i]!.rel.startsWith('aux'));
  return helps.includes('would') && !helps.includes('have');
}

/** The sentence before tells in the past what somebody said, without marks. */
function isIndirect(before: Draft): boolean {
  const { quoted, cueToken, verb, line } = before;
  if (quoted !== 'none' || cueToken < 0 || verb.rule === 'speech/en/frames/no-comment') return false;
  return line.tokens[cueToken]!.xpos === 'VBD';
}

/** The reporter's own "we" and "I": he asked, he is there; after indirect speech "I" is his as well. */
function isReporters(line: Line, before: Draft): boolean {
  const { low } = line;
  return (
    low.some((w) => /^(?:correspondent|correspondents|live|asked|contacted|reporting)$/.test(w)) ||
    (before.quoted === 'none' && low.includes('i'))
  );
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
