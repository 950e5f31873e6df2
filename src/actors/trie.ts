/** Finds the longest known sequence of words at a place. In: sequences with a value each. Out: all values of the longest match. */
import type { Atom } from './atoms.ts';

/** A match that ends before `end` (an index into the atoms). */
export interface Match<T> {
  readonly end: number;
  readonly values: readonly T[];
}

/**
 * A trie kept flat: every sequence and each of its beginnings is a key of one map. Twenty thousand small maps, one a
 * node, take three times as long to build.
 */
export class Trie<T> {
  /** Null for what only begins a sequence. */
  readonly #nodes = new Map<string, T[] | null>();

  add(keys: readonly string[], value: T): void {
    if (keys.length === 0) return;
    let path = keys[0]!;
    for (let i = 1; i < keys.length; i += 1) {
      if (!this.#nodes.has(path)) this.#nodes.set(path, null);
      path = `${path} ${keys[i]}`;
    }
    const values = this.#nodes.get(path);
    if (values) values.push(value);
    else this.#nodes.set(path, [value]);
  }

  /** The longest match from `at` of which at least one value is accepted; null where there is none. */
  longest(atoms: readonly Atom[], at: number, accepts: (value: T, end: number) => boolean): Match<T> | null {
    let best: Match<T> | null = null;
    let path = '';
    for (let i = at; i < atoms.length; i += 1) {
      path = i === at ? atoms[i]!.key : `${path} ${atoms[i]!.key}`;
      const values = this.#nodes.get(path);
      if (values === undefined) break;
      const accepted = values?.filter((v) => accepts(v, i + 1)) ?? [];
      if (accepted.length > 0) best = { end: i + 1, values: accepted };
    }
    return best;
  }
}
