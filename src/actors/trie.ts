/** Finds the longest known sequence of words at a place. In: names with what each stands for. Out: all values of the longest match. */
import { type Atom, firstKeyOf, keysOfName } from './atoms.ts';
import { Chains } from './chains.ts';

/** A match that ends before `end` (an index into the atoms). */
export interface Match<T> {
  readonly end: number;
  readonly values: readonly T[];
}

/** Makes the value of a name, given how its atoms are written (a letter each). */
export type Make<T> = (name: string, cases: string) => T;

/**
 * A trie kept flat: every sequence and each of its beginnings is a key of one map. Names wait under their first word
 * until a text has that word. Most never come, so that the tables are there at once and a report pays for its own words.
 */
export class Trie<T> {
  /** Null for what only begins a sequence. */
  readonly #nodes = new Map<string, T[] | null>();
  /** Names and their makers by first word. */
  readonly #waiting = new Chains<string | Make<T>>();

  add(name: string, make: Make<T>): void {
    const first = firstKeyOf(name);
    if (first === undefined) return;
    this.#waiting.add(first, name);
    this.#waiting.add(first, make);
  }

  /** The longest match from `at` of which at least one value is accepted; null where there is none. */
  longest(atoms: readonly Atom[], at: number, accepts: (value: T, end: number) => boolean): Match<T> | null {
    let best: Match<T> | null = null;
    let path = atoms[at]?.key ?? '';
    this.#wake(path);
    for (let i = at; i < atoms.length; i += 1) {
      if (i > at) path = `${path} ${atoms[i]!.key}`;
      const values = this.#nodes.get(path);
      if (values === undefined) break;
      const accepted = values?.filter((v) => accepts(v, i + 1)) ?? [];
      if (accepted.length > 0) best = { end: i + 1, values: accepted };
    }
    return best;
  }

  /** Puts in the names that begin with this word, in the order in which they came. */
  #wake(first: string): void {
    if (!this.#waiting.has(first)) return;
    const waiting = this.#waiting.take(first);
    for (let i = 0; i < waiting.length; i += 2) {
      const name = waiting[i] as string;
      const { keys, cases } = keysOfName(name);
      this.#put(keys, (waiting[i + 1] as Make<T>)(name, cases));
    }
  }

  #put(keys: readonly string[], value: T): void {
    let path = keys[0]!;
    for (let i = 1; i < keys.length; i += 1) {
      if (!this.#nodes.has(path)) this.#nodes.set(path, null);
      path = `${path} ${keys[i]}`;
    }
    const values = this.#nodes.get(path);
    if (values) values.push(value);
    else this.#nodes.set(path, [value]);
  }
}
