/** THE order in which a report is read, and nothing else: blocks are there, then sentences, dates, actors, speech, claims. */
import { sentencesOf } from './language/stage.ts';
import type { Parser } from './language/parser.ts';
import type { Problem, Reading, Report } from './model/index.ts';
import type { Rules } from './rules/rules.ts';
import { pipeline, type Stage } from './stage.ts';

/** Reads one report. Pure: the same report and rules give the same reading. */
export type Reader = (report: Report, problems?: readonly Problem[]) => Reading;

/**
 * A reader with the given rules and parser.
 *
 * @example const reading = readerOf(rules, parser)(report);
 */
export function readerOf(rules: Rules, parser: Parser): Reader {
  const sentences: Stage<never, 'sentences'> = {
    name: 'sentences',
    needs: [],
    gives: ['sentences'],
    run: ({ report }) => ({ value: { sentences: sentencesOf(report, parser) }, problems: [] }),
  };
  const rest: Stage<'sentences', 'dates' | 'actors' | 'people' | 'utterances' | 'claims'> = {
    name: 'rest', needs: ['sentences'], gives: ['dates', 'actors', 'people', 'utterances', 'claims'],
    run: () => ({ value: { dates: [], actors: [], people: [], utterances: [], claims: [] }, problems: [] }),
  };
  const stages = pipeline().add(sentences).add(rest);
  return (report, problems = []) => {
    const read = stages.run({ report });
    return { ...read.value, problems: [...problems, ...read.problems], rulesVersion: rules.version };
  };
}
