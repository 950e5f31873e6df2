/** The language stage: a report in, its sentences out, with offsets into the report's text. */

import { type Outcome, type Problem, problemsOf } from '../model/problem.ts';
import type { BlockKind, Report } from '../model/report.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { ENGLISH_SHARE, englishShare } from './en/is-english.ts';
import type { ParseOptions, Parser } from './parser.ts';
import { languageProblems } from './problem-codes.ts';

const READ: ReadonlySet<BlockKind> = new Set(['headline', 'deck', 'body', 'caption']);

/**
 * Parses the headline, deck, body and caption blocks of a report. Paragraphs are numbered over the whole report.
 *
 * @example
 * sentencesOf(report, parser)[0].tokens[0].text; // first word of the headline
 */
export function sentencesOf(
  report: Pick<Report, 'text' | 'blocks'>,
  parser: Parser,
  options: ParseOptions = {},
): Sentence[] {
  const out: Sentence[] = [];
  let firstParagraph = 0;
  const read = report.blocks.flatMap((block, index) => (READ.has(block.kind) ? [{ block, index }] : []));
  const texts = read.map(({ block }) => report.text.slice(block.start, block.end));
  parser.parseAll(texts, options).forEach((parsed, i) => {
    const { block, index } = read[i]!;
    for (const sentence of parsed) out.push(placed(sentence, block, index, firstParagraph));
    firstParagraph += 1 + (parsed.at(-1)?.paragraph ?? -1);
  });
  return out;
}

const problem = problemsOf(languageProblems);

/**
 * The same with what is wrong: another language, a report too long, stretches that had to be cut.
 *
 * @example
 * readSentences(report, parser).problems.map((p) => p.code); // ['LANG-001'] for a French report
 */
export function readSentences(
  report: Pick<Report, 'text' | 'blocks'>,
  parser: Parser,
  options: ParseOptions = {},
): Outcome<Sentence[]> {
  const value = sentencesOf(report, parser, options);
  const problems: Problem[] = [];
  const share = englishShare(value.flatMap((s) => s.tokens.map((t) => t.text)));
  if (share !== null && share < ENGLISH_SHARE) problems.push(problem('LANG-001', { share: String(Math.round(share)) }));
  const flat = value.filter((s) => s.cut && s.tokens.every((t) => t.margin === 0)).length;
  const cut = value.filter((s) => s.cut).length - flat;
  if (flat > 0) problems.push(problem('LANG-002', { n: String(flat) }));
  if (cut > 0) problems.push(problem('LANG-003', { n: String(cut) }));
  return { value, problems };
}

/** Moves a sentence from its block into the report. */
function placed(sentence: Sentence, block: Span, index: number, firstParagraph: number): Sentence {
  const move = <T extends Span>(item: T): T => ({
    ...item,
    start: item.start + block.start,
    end: item.end + block.start,
  });
  return {
    ...move(sentence),
    block: index,
    paragraph: sentence.paragraph + firstParagraph,
    tokens: sentence.tokens.map(move),
  };
}
