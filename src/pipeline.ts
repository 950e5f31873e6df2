/** THE order in which a report is read, and nothing else. The blocks are there already; whose word it is comes before what it says. */
import { actorsOf } from './actors/stage.ts';
import { claimsOf } from './claims/stage.ts';
import { datesOf } from './dates/stage.ts';
import type { Parser } from './language/parser.ts';
import { readSentences } from './language/stage.ts';
import type { MeaningOf, Problem, Reading, Report } from './model/index.ts';
import type { Rules } from './rules/rules.ts';
import { speechOf } from './speech/stage.ts';
import { pipeline, type Stage } from './stage.ts';

/** Reads one report. Pure: the same report and rules give the same reading. */
export type Reader = (report: Report, problems?: readonly Problem[]) => Reading;

/**
 * A reader with the given rules and parser.
 *
 * @example const reading = readerOf(rules, parser)(report);
 */
export function readerOf(rules: Rules, parser: Parser): Reader {
  const stages = pipeline()
    .add(sentences(parser))
    .add(dates(rules))
    .add(actors(rules))
    .add(speech(rules))
    .add(claims(rules, parser.meaningOf));
  return (report, problems = []) => {
    const read = stages.run({ report });
    return { ...read.value, problems: [...problems, ...read.problems], rulesVersion: rules.version };
  };
}

const sentences = (parser: Parser): Stage<never, 'sentences'> => ({
  name: 'sentences',
  needs: [],
  gives: ['sentences'],
  run: ({ report }) => {
    const { value, problems } = readSentences(report, parser);
    return { value: { sentences: value }, problems };
  },
});

const dates = (rules: Rules): Stage<'sentences', 'dates'> => ({
  name: 'dates',
  needs: ['sentences'],
  gives: ['dates'],
  run: (doc) => {
    const { value, problems } = datesOf(doc.sentences, doc.report, rules);
    return { value: { dates: value }, problems };
  },
});

const actors = (rules: Rules): Stage<'sentences', 'actors' | 'people'> => ({
  name: 'actors',
  needs: ['sentences'],
  gives: ['actors', 'people'],
  run: (doc) => actorsOf(doc.sentences, doc.report, rules),
});

const speech = (rules: Rules): Stage<'sentences' | 'actors', 'utterances'> => ({
  name: 'speech',
  needs: ['sentences', 'actors'],
  gives: ['utterances'],
  run: (doc) => {
    const { value, problems } = speechOf(doc, rules);
    return { value: { utterances: value }, problems };
  },
});

const claims = (
  rules: Rules,
  meaningOf: MeaningOf,
): Stage<'sentences' | 'dates' | 'actors' | 'people' | 'utterances', 'claims'> => ({
  name: 'claims',
  needs: ['sentences', 'dates', 'actors', 'people', 'utterances'],
  gives: ['claims'],
  run: (doc) => {
    const { value, problems } = claimsOf(doc, rules, meaningOf);
    return { value: { claims: value }, problems };
  },
});
