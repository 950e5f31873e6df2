/** A two-way LSTM layer over a batch of sentences. In: quantised values of all words. Out: their states, forth and back. */
import { sigmoid, tanh } from './curves.ts';
import type { Kernel, Matrix } from './matrix.ts';
import type { Model } from './model-file.ts';

/** One unit of a quantised state: states lie between -1 and 1. */
export const STATE_UNITS = 16384;

/** Sentences in order of falling length, one after the other in one row of words. */
export interface Batch {
  readonly offsets: Int32Array;
  readonly lengths: Int32Array;
  readonly words: number;
}

interface Direction {
  readonly input: Matrix;
  readonly recurrent: Matrix;
  readonly bias: Float32Array;
}

export class Recurrent {
  readonly #hidden: number;
  readonly #directions: readonly [Direction, Direction];

  constructor(model: Model, index: number) {
    const direction = (d: number): Direction => ({
      input: model.matrix(`lstm${index}/${d}/in`),
      recurrent: model.matrix(`lstm${index}/${d}/rec`),
      bias: model.floats(`lstm${index}/${d}/bias`),
    });
    this.#hidden = model.head.sizes.hidden;
    this.#directions = [direction(0), direction(1)];
  }

  /** Columns the input must have. */
  get columns(): number {
    return this.#directions[0].input.columns;
  }

  /** Runs the layer; `units` is how many quantised units make 1. Gives `[words, 2 * hidden]`. */
  run(kernel: Kernel, batch: Batch, x: Int16Array, units: number): Float32Array {
    const out = new Float32Array(batch.words * 2 * this.#hidden);
    const gates = new Int32Array(batch.words * 4 * this.#hidden);
    this.#directions.forEach((direction, d) => {
      kernel.multiply(direction.input, x, batch.words, gates);
      this.#steps(kernel, batch, direction, { gates, units, d, out });
    });
    return out;
  }

  #steps(
    kernel: Kernel,
    batch: Batch,
    direction: Direction,
    { gates, units, d, out }: { gates: Int32Array; units: number; d: number; out: Float32Array },
  ): void {
    const n = this.#hidden;
    const { offsets, lengths } = batch;
    const state = new Int16Array(lengths.length * n);
    const cells = new Float32Array(lengths.length * n);
    const sums = new Int32Array(lengths.length * 4 * n);
    const scales = {
      input: Float64Array.from(direction.input.scales, (s) => s / units),
      recurrent: Float64Array.from(direction.recurrent.scales, (s) => s / STATE_UNITS),
      bias: Float64Array.from(direction.bias),
    };
    let active = lengths.length;
    for (let t = 0; t < lengths[0]!; t += 1) {
      while (lengths[active - 1]! <= t) active -= 1;
      if (t > 0) kernel.multiply(direction.recurrent, state, active, sums);
      for (let s = 0; s < active; s += 1) {
        const word = offsets[s]! + (d === 0 ? t : lengths[s]! - 1 - t);
        addRow(gates, word * 4 * n, sums, s * 4 * n, scales, 4 * n);
        turn(n, cells, state, s * n, out, (word * 2 + d) * n);
      }
    }
  }
}

interface Scales {
  readonly input: Float64Array;
  readonly recurrent: Float64Array;
  readonly bias: Float64Array;
}

/** The four gates of one word before their curves; one space for all calls. */
let before = new Float64Array(1024);

/** Adds up both products and the bias of one word. */
function addRow(a: Int32Array, fromA: number, b: Int32Array, fromB: number, scales: Scales, n: number): void {
  if (before.length < n) before = new Float64Array(n);
  const { input, recurrent, bias } = scales;
  for (let k = 0; k < n; k += 1) before[k] = a[fromA + k]! * input[k]! + b[fromB + k]! * recurrent[k]! + bias[k]!;
}

/** One step of the cells of one sentence: gates in the order input, forget, output, candidate. */
function turn(n: number, cells: Float32Array, state: Int16Array, at: number, out: Float32Array, to: number): void {
  for (let k = 0; k < n; k += 1) {
    const cell = sigmoid(before[n + k]!) * cells[at + k]! + sigmoid(before[k]!) * tanh(before[3 * n + k]!);
    const h = sigmoid(before[2 * n + k]!) * tanh(cell);
    cells[at + k] = cell;
    // Rounds to the nearest unit; h lies between -1 and 1, so the shifted value is never below 0.
    state[at + k] = (((h + 1) * STATE_UNITS + 0.5) | 0) - STATE_UNITS;
    out[to + k] = h;
  }
}
