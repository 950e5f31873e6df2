/** The WebAssembly SIMD twin of the plain kernel: the same integer sums, so the same bits, about ten times as fast. */
import { jsKernel, type Kernel, type Matrix } from '../matrix.ts';
import { KERNEL_BASE64 } from './kernel-bytes.ts';

/** Vectors handed over at a time; the scratch space is sized by it. */
const CHUNK = 64;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  multiply(w: number, x: number, out: number, rows: number, columns: number, count: number): void;
}

/** The part of the engine's WebAssembly that is used here; typed by hand, since browser types are not loaded. */
interface Engine {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

/** The fast kernel, or null where the engine has no WebAssembly SIMD. */
export function wasmKernel(): Kernel | null {
  const engine = (globalThis as { WebAssembly?: Engine }).WebAssembly;
  const bytes = Uint8Array.from(atob(KERNEL_BASE64), (c) => c.charCodeAt(0));
  if (engine === undefined || !engine.validate(bytes)) return null;
  const instance = new engine.Instance(new engine.Module(bytes));
  return new WasmKernel(instance.exports as Exports);
}

/** The fastest kernel that runs here. */
export function bestKernel(): Kernel {
  return wasmKernel() ?? jsKernel();
}

class WasmKernel implements Kernel {
  readonly name = 'wasm';
  readonly #exports: Exports;
  readonly #places = new Map<number, number>();
  #x = 0;
  #out = 0;
  #values = new Int16Array();
  #sums = new Int32Array();

  constructor(exports: Exports) {
    this.#exports = exports;
  }

  load(matrices: readonly Matrix[]): void {
    let at = 16;
    for (const matrix of matrices) {
      this.#places.set(matrix.id, at);
      at += matrix.weights.length + 16;
      at -= at % 16;
    }
    const columns = Math.max(...matrices.map((m) => m.columns));
    const rows = Math.max(...matrices.map((m) => m.rows));
    this.#x = at;
    this.#out = at + CHUNK * columns * 2;
    const { memory } = this.#exports;
    memory.grow(Math.ceil((this.#out + CHUNK * rows * 4) / 65536));
    const all = new Int8Array(memory.buffer);
    for (const matrix of matrices) all.set(matrix.weights, this.#places.get(matrix.id)!);
    this.#values = new Int16Array(memory.buffer, this.#x, CHUNK * columns);
    this.#sums = new Int32Array(memory.buffer, this.#out, CHUNK * rows);
  }

  multiply(matrix: Matrix, x: Int16Array, n: number, out: Int32Array): void {
    const place = this.#places.get(matrix.id)!;
    const { rows, columns } = matrix;
    for (let i = 0; i < n; i += CHUNK) {
      const count = Math.min(CHUNK, n - i);
      this.#values.set(x.subarray(i * columns, (i + count) * columns));
      // The kernel takes four vectors at a time; what the padding gives is never read.
      this.#exports.multiply(place, this.#x, this.#out, rows, columns, (count + 3) & ~3);
      out.set(this.#sums.subarray(0, count * rows), i * rows);
    }
  }
}
