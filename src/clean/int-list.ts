/** A list of 32-bit numbers that grows: one for the lines of a page together costs less than one for each line. */
export class IntList {
  /** The numbers, and room for more behind {@link length}. */
  items: Int32Array<ArrayBuffer>;
  length = 0;

  constructor(room = 1024) {
    this.items = new Int32Array(room);
  }

  push(value: number): void {
    if (this.length === this.items.length) this.items = doubled(this.items);
    this.items[this.length++] = value;
  }
}

/** The same numbers with as much room again behind them. */
export function doubled<T extends Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(list: T): T {
  const out = new (list.constructor as new (length: number) => T)(list.length * 2);
  out.set(list);
  return out;
}
