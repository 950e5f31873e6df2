/** Word lists of `data/lang/en/dates` in; a look-up from a word to its classes out. */
import type { Rules } from '../rules/rules.ts';
import type { ClassValue } from './lexeme.ts';

interface Sense extends ClassValue {
  /** Only where the word begins with a capital: "March", "Sat". */
  readonly cased: boolean;
}

export interface Vocabulary {
  /** Classes of a word as printed. */
  classesOf(text: string, low: string): readonly ClassValue[];
  /** True for words that may carry a full stop of their own: "Sept.", "a.m." */
  mayTakeStop(low: string): boolean;
}

const NONE: readonly ClassValue[] = [];

export function vocabularyOf(files: Rules['dates']): Vocabulary {
  const senses = new Map<string, Sense[]>();
  const stops = new Set<string>();
  for (const list of files.flatMap((f) => f.words ?? [])) {
    for (const [word, value] of Object.entries(list.values)) {
      const sense = { name: list.class, value, cased: list.cased ?? false };
      senses.set(word, [...(senses.get(word) ?? []), sense]);
    }
    for (const word of list.abbreviations ?? []) stops.add(word);
  }
  const plain = new Map([...senses].map(([w, s]) => [w, s.filter((x) => !x.cased)] as const));
  return {
    classesOf(text, low) {
      const all = senses.get(low);
      if (all === undefined) return NONE;
      return startsUpper(text) ? all : (plain.get(low) ?? NONE);
    },
    mayTakeStop: (low) => stops.has(low),
  };
}

export function startsUpper(text: string): boolean {
  const c = text.charCodeAt(0);
  return c >= 65 && c <= 90;
}
