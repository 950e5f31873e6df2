/** Text in, dates out: the whole way from words to mentions, with or without a parse. */

import { type DayNumber, parseIsoDay, toDayNumber } from '../model/calendar.ts';
import type { DateMention, IsoDate, Outcome, Problem, Sentence } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { grammarOf } from './grammar.ts';
import { lex } from './lexer.ts';
import { toMention } from './mention.ts';
import { dateProblem } from './problem-codes.ts';
import { recognise } from './recognise.ts';
import { type Resolved, resolveAll } from './resolve.ts';
import { signalsOf } from './signals.ts';
import { styleOf } from './style.ts';
import { guessedCues, parsedCues } from './tense.ts';
import { boundsOf } from './time.ts';

export interface FindOptions {
  /** Day of publication (`2025-02-28`), in the zone of the dateline; null or absent where it is not known. */
  readonly published?: IsoDate | null;
  readonly rules: Pick<Rules, 'dates'>;
  /** Parsed sentences, whose tags tell the tense; without them it is guessed from verb forms. */
  readonly sentences?: readonly Sentence[];
}

/**
 * Dates, times, lengths and sets of times in a text, each with its reading and the sentence that explains it.
 * Offsets are UTF-16. Never throws on any text; impossible dates come back as problems.
 *
 * @example findDates('They met on Thursday.', { published: '2025-02-28', rules }).value[0]?.value?.edtf // '2025-02-27'
 */
export function findDates(text: string, options: FindOptions): Outcome<DateMention[]> {
  const { resolved, published } = resolveText(text, options);
  const problems: Problem[] = options.published && published === null ? [unreadable(options.published)] : [];
  const value: DateMention[] = [];
  let lastDay: DayNumber | null = null;
  for (const r of resolved) {
    value.push(toMention({ resolved: r, text, published, lastDay }));
    const { problem, time } = r.resolution;
    if (problem) problems.push(dateProblem(problem.code, problem.what, r.found, text));
    const { first, last } = time === null || r.resolution.type === 'DURATION' ? NO_BOUNDS : boundsOf(time);
    if (first !== null && first === last && r.found.sketch.as !== 'reference') lastDay = first;
  }
  return { value, problems };
}

function unreadable(published: string): Problem {
  return dateProblem('DATE-003', published.slice(0, 40), { start: 0, end: 0 }, '');
}

const NO_BOUNDS = { first: null, last: null };

/** The steps up to resolved times; shared with the TIMEX3 output. */
export function resolveText(
  text: string,
  options: FindOptions,
): { readonly resolved: readonly Resolved[]; readonly published: DayNumber | null } {
  const grammar = grammarOf(options.rules);
  const day = options.published ? parseIsoDay(options.published) : null;
  const published = day === null ? null : toDayNumber(day);
  const lexemes = lex(text, grammar.vocabulary, options.sentences);
  let style = styleOf([], published);
  let seen = recognise(lexemes, grammar, style);
  style = styleOf(seen.found, published);
  if (style === 'narrative') seen = recognise(lexemes, grammar, style);
  const guessed = guessedCues(lexemes, grammar);
  const cueOf = options.sentences ? parsedCues(options.sentences, guessed) : guessed;
  const signalOf = signalsOf(seen.sequence, grammar);
  return { resolved: resolveAll({ found: seen.found, text, published, style, cueOf, signalOf }), published };
}
