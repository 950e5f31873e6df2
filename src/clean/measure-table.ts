/**
 * Measures of the lines of a page, laid out as trees are asked: sixteen lines together, and of these one measure after the
 * other. What is not written is 0.
 */

/** Lines that lie together. */
export const LANES = 16;

export class MeasureTable {
  readonly lines: number;
  readonly width: number;
  /** Measure `m` of line `i` stands at `(floor(i / 16) * width + m) * 16 + i % 16`. */
  readonly values: Float64Array;
  private at = 0;

  constructor(lines: number, width: number, values = new Float64Array(sizeOf(lines, width))) {
    this.lines = lines;
    this.width = width;
    this.values = values;
  }

  /** A table of rows that stand one after another. */
  static of(rows: Float64Array, width: number): MeasureTable {
    const table = new MeasureTable(rows.length / width, width);
    for (let i = 0; i < table.lines; i++) {
      table.go(i, 0);
      for (let m = 0; m < width; m++) table.put(rows[i * width + m]!);
    }
    return table;
  }

  /** Goes to a measure of a line, which {@link put} or {@link flag} writes next. */
  go(line: number, measure: number): void {
    this.at = ((line >> 4) * this.width + measure) * LANES + (line & 15);
  }

  /** Writes a measure and goes to the next one of the line. */
  put(value: number): void {
    this.values[this.at] = value;
    this.at += LANES;
  }

  flag(yes: boolean): void {
    this.put(yes ? 1 : 0);
  }

  /** Writes a measure of all lines from a list that begins with what the first line has. */
  column(measure: number, list: Float64Array, begin: number): void {
    const { values, width, lines } = this;
    for (let from = 0; from < lines; from += LANES) {
      const at = from * width + measure * LANES;
      const n = Math.min(LANES, lines - from);
      for (let lane = 0; lane < n; lane++) values[at + lane] = list[begin + from + lane]!;
    }
  }

  get(line: number, measure: number): number {
    return this.values[((line >> 4) * this.width + measure) * LANES + (line & 15)]!;
  }

  /** The measures of another table behind those of this one. */
  beside(other: MeasureTable): MeasureTable {
    const both = new MeasureTable(this.lines, this.width + other.width);
    const [here, there] = [this.width * LANES, other.width * LANES];
    for (let at = 0, k = 0; at < both.values.length; at += here + there, k++) {
      both.values.set(this.values.subarray(k * here, (k + 1) * here), at);
      both.values.set(other.values.subarray(k * there, (k + 1) * there), at + here);
    }
    return both;
  }

  /** The rows of the lines, one after another. */
  rows(): Float64Array {
    const rows = new Float64Array(this.lines * this.width);
    for (let i = 0, at = 0; i < this.lines; i++) for (let m = 0; m < this.width; m++) rows[at++] = this.get(i, m);
    return rows;
  }
}

function sizeOf(lines: number, width: number): number {
  return Math.ceil(lines / LANES) * LANES * width;
}

/** Room for one table at a time, so that pages of common length need no memory of their own for it. */
export class MeasureRoom {
  private values = new Float64Array(0);

  /** A table of zeros, good until the next one is asked for. */
  table(lines: number, width: number): MeasureTable {
    const size = sizeOf(lines, width);
    if (size > MOST_ROOM) return new MeasureTable(lines, width);
    if (size > this.values.length) this.values = new Float64Array(size);
    return new MeasureTable(lines, width, this.values.subarray(0, size).fill(0));
  }
}

/** Larger tables are not kept. */
const MOST_ROOM = 1 << 20;
