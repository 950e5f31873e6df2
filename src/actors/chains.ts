/** Many values under one key, kept flat: ten thousand small lists cost more to make than all that is in them. */
export class Chains<V> {
  readonly #last = new Map<string, number>();
  readonly #before: number[] = [];
  readonly #values: V[] = [];

  add(key: string, value: V): void {
    this.#before.push(this.#last.get(key) ?? -1);
    this.#last.set(key, this.#values.push(value) - 1);
  }

  has(key: string): boolean {
    return this.#last.has(key);
  }

  /** The values of a key in the order in which they came. */
  get(key: string): V[] {
    const out: V[] = [];
    for (let i = this.#last.get(key) ?? -1; i >= 0; i = this.#before[i]!) out.push(this.#values[i]!);
    return out.reverse();
  }

  /** As `get`; the key holds nothing afterwards. */
  take(key: string): V[] {
    const out = this.get(key);
    this.#last.delete(key);
    return out;
  }

  keys(): Iterable<string> {
    return this.#last.keys();
  }
}
