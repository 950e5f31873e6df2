/** A report in, its sentences out; the parser is loaded when the first tree is asked for. */
import type { Parser } from '../language/parser.ts';
import type { Sentence } from '../model/index.ts';
import type { ParseReport } from './desk-context.ts';

/** A person turns over the sentences of one report; those of the last few are kept. */
const KEPT = 4;

/** The parser of this package, for the trees of the text view. */
export function lazyParse(): ParseReport {
  let parser: Promise<Parser> | undefined;
  const kept = new Map<string, readonly Sentence[]>();
  return async (report) => {
    const known = kept.get(report.id);
    if (known) return known;
    const [{ loadParser }, { sentencesOf }] = await Promise.all([
      import('../language/load-node.ts'),
      import('../language/stage.ts'),
    ]);
    parser ??= Promise.resolve(loadParser());
    const sentences = sentencesOf(report, await parser);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(report.id, sentences);
    return sentences;
  };
}
