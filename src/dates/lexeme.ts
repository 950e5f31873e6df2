/** What patterns are matched against: a word, number or mark with its classes, or a time found by an earlier pass. */
import type { Span } from '../model/index.ts';

/** A class a lexeme belongs to, with its value there: `MONTH` 3, `UNIT` "year", `@month` with the sketch. */
export interface ClassValue {
  readonly name: string;
  readonly value: unknown;
}

export interface Lexeme extends Span {
  readonly text: string;
  /** Lower case, curly quotes and dashes made plain. */
  readonly low: string;
  readonly classes: readonly ClassValue[];
  /** Number of the sentence: patterns never cross it. */
  readonly sentence: number;
  readonly paragraph: number;
  /** True where white space stands before it. */
  readonly spaced: boolean;
}

export function valueIn(lexeme: Lexeme, name: string): unknown {
  for (const c of lexeme.classes) if (c.name === name) return c.value;
  return undefined;
}

export function isA(lexeme: Lexeme | undefined, name: string): boolean {
  return lexeme?.classes.some((c) => c.name === name) ?? false;
}
