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
      this.#steps(kernel, batch, direction, gates, units, d, out);
    });
    return out;
  }

  #steps(
    kernel: Kernel,
    batch: Batch,
    direction: Direction,
    gates: Int32Array,
    units: number,
    d: number,
    out: Float32Array,
  ): void {
    const n = this.#hidden;
    const { offsets, lengths } = batch;
    const state = new Int16Array(lengths.length * n);
    const cells = new Float32Array(lengths.length * n);
    const sums = new Int32Array(lengths.length * 4 * n);
    const scaleIn = direction.input.scales.map((s) => s / units);
    const scaleRec = direction.recurrent.scales.map((s) => s / STATE_UNITS);
    let active = lengths.length;
    for (let t = 0; t < lengths[0]!; t += 1) {
      while (lengths[active - 1]! <= t) active -= 1;
      if (t > 0) kernel.multiply(direction.recurrent, state, active, sums);
      for (let s = 0; s < active; s += 1) {
        const word = offsets[s]! + (d === 0 ? t : lengths[s]! - 1 - t);
        const g = word * 4 * n;
        const r = s * 4 * n;
        for (let k = 0; k < n; k += 1) {
          const a = gates[g + k]! * scaleIn[k]! + sums[r + k]! * scaleRec[k]! + direction.bias[k]!;
          const f = n + k;
          const b = gates[g + f]! * scaleIn[f]! + sums[r + f]! * scaleRec[f]! + direction.bias[f]!;
          const o = 2 * n + k;
          const c = gates[g + o]! * scaleIn[o]! + sums[r + o]! * scaleRec[o]! + direction.bias[o]!;
          const m = 3 * n + k;
          const e = gates[g + m]! * scaleIn[m]! + sums[r + m]! * scaleRec[m]! + direction.bias[m]!;
          const cell = sigmoid(b) * cells[s * n + k]! + sigmoid(a) * tanh(e);
          const h = sigmoid(c) * tanh(cell);
          cells[s * n + k] = cell;
          state[s * n + k] = Math.round(h * STATE_UNITS);
          out[word * 2 * n + d * n + k] = h;
        }
      }
    }
  }
}
