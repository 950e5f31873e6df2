/** Finds the longest known sequence of words at a place. In: sequences with a value each. Out: all values of the longest match. */
import type { Atom } from './atoms.ts';

interface Node<T> {
  next: Map<string, Node<T>> | null;
  values: T[] | null;
}

/** A match that ends before `end` (an index into the atoms). */
export interface Match<T> {
  readonly end: number;
  readonly values: readonly T[];
}

export class Trie<T> {
  readonly #root: Node<T> = { next: null, values: null };

  add(keys: readonly string[], value: T): void {
    let node = this.#root;
    for (const key of keys) {
      node.next ??= new Map();
      let child = node.next.get(key);
      if (child === undefined) {
        child = { next: null, values: null };
        node.next.set(key, child);
      }
      node = child;
    }
    if (keys.length === 0) return;
    node.values ??= [];
    node.values.push(value);
  }

  /** The longest match from `at` of which at least one value is accepted; null where there is none. */
  longest(atoms: readonly Atom[], at: number, accepts: (value: T, end: number) => boolean): Match<T> | null {
    let node: Node<T> | undefined = this.#root;
    let best: Match<T> | null = null;
    for (let i = at; i < atoms.length; i += 1) {
      node = node.next?.get(atoms[i]!.key);
      if (node === undefined) break;
      if (node.values === null) continue;
      const values = node.values.filter((v) => accepts(v, i + 1));
      if (values.length > 0) best = { end: i + 1, values };
    }
    return best;
  }
}
