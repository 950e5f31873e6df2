/** The preposition or phrase before a time, and what it makes of it. */
import type { DateSignal, Span } from '../model/index.ts';
import type { Grammar } from './grammar.ts';
import type { Lexeme } from './lexeme.ts';
import { type Found, isFound } from './recognise.ts';

export interface SignalAt {
  readonly signal: DateSignal;
  readonly span?: Span;
}

const NONE: SignalAt = { signal: 'none' };

/** Longest phrase of a signal, in words. */
const REACH = 5;

/** Finds the signal right before each time; a phrase inside a range ("from 2016") is the range's own. */
export function signalsOf(sequence: readonly Lexeme[], grammar: Grammar): (found: Found) => SignalAt {
  const at = new Map<Found, number>();
  sequence.forEach((l, i) => {
    if (isFound(l)) at.set(l.found, i);
  });
  return (found) => {
    const i = at.get(found);
    return i === undefined ? NONE : before(sequence, i, grammar);
  };
}

function before(sequence: readonly Lexeme[], i: number, grammar: Grammar): SignalAt {
  // The article may stand between: "by the 3rd of March".
  const end = sequence[i - 1]?.low === 'the' ? i - 1 : i;
  for (let from = Math.max(0, end - REACH); from < end; from++) {
    const fit = grammar.signals.fits(sequence, from).find((f) => f.to === end);
    if (!fit || sequence[from]?.sentence !== sequence[i]?.sentence) continue;
    const first = sequence[from] as Lexeme;
    const last = sequence[end - 1] as Lexeme;
    return { signal: fit.rule.signal, span: { start: first.start, end: last.end } };
  }
  return NONE;
}
