/** A report in, its sentences out; the parser is loaded when the first tree is asked for. */
import type { Parser } from '../language/parser.ts';
import type { Sentence } from '../model/index.ts';
import type { ParseReport } from './desk-context.ts';

/** A person turns over the sentences of one report; those of the last few are kept. */
const KEPT = 4;

/** Trees for the text view, from a parser that `load` gives when the first one is asked for. */
export function lazyParse(load: () => Promise<Parser>): ParseReport {
  const kept = new Map<string, readonly Sentence[]>();
  return async (report) => {
    const known = kept.get(report.id);
    if (known) return known;
    const [parser, { sentencesOf }] = await Promise.all([load(), import('../language/stage.ts')]);
    const sentences = sentencesOf(report, parser);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(report.id, sentences);
    return sentences;
  };
}
