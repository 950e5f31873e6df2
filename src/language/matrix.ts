/** The one heavy sum of the parser: int8 weights times int16 values, added up in int32. Two kernels give the same bits. */

/** Weights of one product, row by row; `columns` is a multiple of 16, `rows` of 2. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly weights: Int8Array;
  /** What one unit of each row is worth. */
  readonly scales: Float32Array;
  /** Where a kernel keeps its own copy. */
  readonly id: number;
}

export interface Kernel {
  readonly name: 'wasm' | 'js';
  /** Takes the matrices in once, before the first product. */
  load(matrices: readonly Matrix[]): void;
  /** `out[i * rows + r] = sum over k of weights[r, k] * x[i * columns + k]` for `n` vectors. */
  multiply(matrix: Matrix, x: Int16Array, n: number, out: Int32Array): void;
}

/** The plain kernel, for places without WebAssembly SIMD. */
export function jsKernel(): Kernel {
  return { name: 'js', load: () => {}, multiply: multiplyPlain };
}

/** Two rows and two vectors at a time share what is read; integer sums make the order of adding harmless. */
function multiplyPlain(matrix: Matrix, x: Int16Array, n: number, out: Int32Array): void {
  const { rows, columns, weights } = matrix;
  let i = 0;
  for (; i + 1 < n; i += 2) multiplyTwo(weights, rows, columns, x, i, out);
  if (i < n) multiplyLast(weights, rows, columns, x, i, out);
}

function multiplyTwo(w: Int8Array, rows: number, columns: number, x: Int16Array, i: number, out: Int32Array): void {
  const a = i * columns;
  const b = a + columns;
  const to = i * rows;
  for (let r = 0, at = 0; r < rows; r += 2, at += 2 * columns) {
    const below = at + columns;
    let aa = 0;
    let ab = 0;
    let ba = 0;
    let bb = 0;
    for (let k = 0; k < columns; k += 1) {
      const w0 = w[at + k]!;
      const w1 = w[below + k]!;
      const x0 = x[a + k]!;
      const x1 = x[b + k]!;
      aa = (aa + Math.imul(w0, x0)) | 0;
      ab = (ab + Math.imul(w0, x1)) | 0;
      ba = (ba + Math.imul(w1, x0)) | 0;
      bb = (bb + Math.imul(w1, x1)) | 0;
    }
    out[to + r] = aa;
    out[to + r + 1] = ba;
    out[to + rows + r] = ab;
    out[to + rows + r + 1] = bb;
  }
}

function multiplyLast(w: Int8Array, rows: number, columns: number, x: Int16Array, i: number, out: Int32Array): void {
  const a = i * columns;
  for (let r = 0, at = 0; r < rows; r += 2, at += 2 * columns) {
    const below = at + columns;
    let first = 0;
    let second = 0;
    for (let k = 0; k < columns; k += 1) {
      const value = x[a + k]!;
      first = (first + Math.imul(w[at + k]!, value)) | 0;
      second = (second + Math.imul(w[below + k]!, value)) | 0;
    }
    out[i * rows + r] = first;
    out[i * rows + r + 1] = second;
  }
}
