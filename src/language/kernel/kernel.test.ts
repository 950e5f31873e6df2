import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsKernel, type Matrix } from '../matrix.ts';
import { assemble } from './assemble.ts';
import { KERNEL_BASE64 } from './kernel-bytes.ts';
import { wasmKernel } from './wasm-kernel.ts';

/** A small fixed generator, so that a failing case can be run again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function matrix(rows: number, columns: number, id: number): Matrix {
  const next = numbers(id + 1);
  const weights = Int8Array.from({ length: rows * columns }, () => Math.floor(next() * 255) - 127);
  return { rows, columns, weights, scales: new Float32Array(rows), id };
}

describe('kernels', () => {
  it('embeds what the source says', () => {
    const text = readFileSync(new URL('./kernel.wat', import.meta.url), 'utf8');
    expect(Buffer.from(assemble(text)).toString('base64')).toBe(KERNEL_BASE64);
  });
  it('give the same bits, sizes and counts of all sorts', () => {
    const matrices = [matrix(2, 16, 0), matrix(512, 128, 1), matrix(50, 256, 2), matrix(192, 64, 3)];
    const wasm = wasmKernel()!;
    const js = jsKernel();
    wasm.load(matrices);
    const next = numbers(9);
    for (const m of matrices) {
      for (const n of [1, 2, 3, 4, 7, 65]) {
        const x = Int16Array.from({ length: n * m.columns }, () => Math.floor(next() * 65535) - 32767);
        const a = new Int32Array(n * m.rows);
        const b = new Int32Array(n * m.rows);
        wasm.multiply(m, x, n, a);
        js.multiply(m, x, n, b);
        expect(a).toEqual(b);
      }
    }
  });
});
