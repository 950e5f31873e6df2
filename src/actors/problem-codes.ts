/** Problems that the actors of a report can have, with what to do about each. */
import { type ProblemCode, problemsOf } from '../model/index.ts';

export const actorProblems: readonly ProblemCode[] = [
  {
    code: 'ACTOR-001',
    severity: 'note',
    message: '{n} people are named; beyond {most} a second spelling of a name is no longer taken for the same person',
    remedy: 'Split the text if it holds several reports.',
  },
  {
    code: 'ACTOR-002',
    severity: 'note',
    message: '"{word}" mixes scripts; its look-alike letters were read as Latin ones',
    remedy: 'Check the source of the text; the words are kept as they stand.',
  },
];

export const actorProblem = problemsOf(actorProblems);
