/** The language stage: a report in, its sentences out, with offsets into the report's text. */
import type { BlockKind, Report } from '../model/report.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import type { Parser } from './parser.ts';

const READ: ReadonlySet<BlockKind> = new Set(['headline', 'deck', 'body', 'caption']);

/**
 * Parses the headline, deck, body and caption blocks of a report. Paragraphs are numbered over the whole report.
 *
 * @example
 * sentencesOf(report, parser)[0].tokens[0].text; // first word of the headline
 */
export function sentencesOf(report: Pick<Report, 'text' | 'blocks'>, parser: Parser): Sentence[] {
  const out: Sentence[] = [];
  let firstParagraph = 0;
  report.blocks.forEach((block, index) => {
    if (!READ.has(block.kind)) return;
    const parsed = parser.parse(report.text.slice(block.start, block.end));
    for (const sentence of parsed) out.push(placed(sentence, block, index, firstParagraph));
    firstParagraph += 1 + (parsed.at(-1)?.paragraph ?? -1);
  });
  return out;
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
