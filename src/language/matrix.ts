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

/**
 * Two vectors ride in one double: the second 2^27 times as large. Over 16 columns each sum stays below 2^26, so both come
 * out exact; then they are taken apart. That is twice as fast as integer products, and the sums are the same.
 */
const SHIFT = 2 ** 27;
const UNSHIFT = 2 ** -27;
const BLOCK = 16;

let packed = new Float64Array(0);

function multiplyPlain(matrix: Matrix, x: Int16Array, n: number, out: Int32Array): void {
  const { rows, columns } = matrix;
  const pairs = (n + 1) >> 1;
  pack(x, columns, n, pairs);
  const fours = rows - (rows % 4);
  for (let r = 0; r < fours; r += 4) fourRows(matrix, r, n, out);
  for (let r = fours; r < rows; r += 1) oneRow(matrix, r, x, n, out);
}

function pack(x: Int16Array, columns: number, n: number, pairs: number): void {
  if (packed.length < pairs * columns) packed = new Float64Array(pairs * columns);
  for (let p = 0; p < pairs; p += 1) {
    const first = 2 * p * columns;
    const hasSecond = 2 * p + 1 < n;
    for (let k = 0; k < columns; k += 1) {
      packed[p * columns + k] = x[first + k]! + (hasSecond ? x[first + columns + k]! * SHIFT : 0);
    }
  }
}

/** Four rows at once share each pair of values that is read. */
function fourRows(matrix: Matrix, r: number, n: number, out: Int32Array): void {
  const { rows, columns, weights: w } = matrix;
  const w0 = r * columns;
  const w1 = w0 + columns;
  const w2 = w1 + columns;
  const w3 = w2 + columns;
  for (let i = 0; i < n; i += 2) {
    const p = (i >> 1) * columns;
    let low0 = 0;
    let low1 = 0;
    let low2 = 0;
    let low3 = 0;
    let high0 = 0;
    let high1 = 0;
    let high2 = 0;
    let high3 = 0;
    for (let k = 0; k < columns; k += BLOCK) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let j = k; j < k + BLOCK; j += 1) {
        const value = packed[p + j]!;
        s0 += w[w0 + j]! * value;
        s1 += w[w1 + j]! * value;
        s2 += w[w2 + j]! * value;
        s3 += w[w3 + j]! * value;
      }
      const t0 = Math.round(s0 * UNSHIFT);
      const t1 = Math.round(s1 * UNSHIFT);
      const t2 = Math.round(s2 * UNSHIFT);
      const t3 = Math.round(s3 * UNSHIFT);
      high0 += t0;
      high1 += t1;
      high2 += t2;
      high3 += t3;
      low0 += s0 - t0 * SHIFT;
      low1 += s1 - t1 * SHIFT;
      low2 += s2 - t2 * SHIFT;
      low3 += s3 - t3 * SHIFT;
    }
    const at = i * rows + r;
    put(out, at, low0, low1, low2, low3);
    if (i + 1 < n) put(out, at + rows, high0, high1, high2, high3);
  }
}

function put(out: Int32Array, at: number, a: number, b: number, c: number, d: number): void {
  out[at] = a;
  out[at + 1] = b;
  out[at + 2] = c;
  out[at + 3] = d;
}

function oneRow(matrix: Matrix, r: number, x: Int16Array, n: number, out: Int32Array): void {
  const { rows, columns, weights } = matrix;
  for (let i = 0; i < n; i += 1) {
    let sum = 0;
    for (let k = 0; k < columns; k += 1) sum = (sum + Math.imul(weights[r * columns + k]!, x[i * columns + k]!)) | 0;
    out[i * rows + r] = sum;
  }
}
