/** Reads the weights from the bytes of a model file. In: bytes. Out: tables and matrices, as views on those bytes. */
import type { Matrix } from './matrix.ts';

const MAGIC = 0x4c425256; // 'VRBL'
const VERSION = 1;

interface Tensor {
  readonly kind: string;
  readonly at: number;
  readonly bytes: number;
  readonly rows?: number;
  readonly columns?: number;
  readonly unit?: number;
}

interface Head {
  readonly language: string;
  readonly notes: string;
  readonly sizes: Readonly<
    Record<'word' | 'glove' | 'affix' | 'affixRows' | 'hidden' | 'tag' | 'arc' | 'rel' | 'layers', number>
  >;
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  readonly rels: readonly string[];
  readonly tensors: Readonly<Record<string, Tensor>>;
}

/** An embedding table: int8 rows with a 16-bit scale each. */
export interface Table {
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Uint16Array;
  readonly unit: number;
}

/** A matrix with its bias. */
export interface Layer {
  readonly matrix: Matrix;
  readonly bias: Float32Array;
}

export interface Model {
  readonly head: Head;
  readonly words: ReadonlyMap<string, number>;
  readonly vectors: ReadonlyMap<string, number>;
  table(name: string): Table;
  matrix(name: string): Matrix;
  floats(name: string): Float32Array;
  layer(name: string): Layer;
  /** All matrices handed out so far, for a kernel to load. */
  matrices(): readonly Matrix[];
}

/**
 * Reads a model file.
 *
 * @throws Error where the bytes are no model file of this version or are damaged: a broken installation, not a bad report.
 * @example
 * readModel(bytes).head.language; // 'en'
 */
export function readModel(bytes: Uint8Array): Model {
  const aligned = bytes.byteOffset % 16 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const view = new DataView(buffer, byteOffset, aligned.length);
  if (aligned.length < 16 || view.getUint32(0, true) !== MAGIC) throw new Error('not a model file of the parser');
  if (view.getUint32(4, true) !== VERSION)
    throw new Error('model file of another version; use the one of this package');
  if (view.getUint32(8, true) !== checksum(aligned)) throw new Error('model file is damaged: checksum differs');
  const size = view.getUint32(12, true);
  const decoder = new TextDecoder();
  const head = JSON.parse(decoder.decode(aligned.subarray(16, 16 + size))) as Head;
  const body = byteOffset + 16 + size;
  return new Tensors(head, buffer as ArrayBuffer, body);
}

/** FNV-1a over the 32-bit words after the checksum. */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + 12, (bytes.length - 12) >> 2);
  let h = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) h = Math.imul(h ^ words[i]!, 0x01000193);
  return h >>> 0;
}

class Tensors implements Model {
  readonly head: Head;
  readonly words: ReadonlyMap<string, number>;
  readonly vectors: ReadonlyMap<string, number>;
  readonly #buffer: ArrayBuffer;
  readonly #body: number;
  readonly #matrices: Matrix[] = [];

  constructor(head: Head, buffer: ArrayBuffer, body: number) {
    this.head = head;
    this.#buffer = buffer;
    this.#body = body;
    this.words = this.#lines('words');
    this.vectors = this.#lines('vectors');
  }

  table(name: string): Table {
    const t = this.#tensor(name);
    return {
      columns: t.columns!,
      values: this.#int8(t),
      scales: new Uint16Array(this.#buffer, this.#body + this.#tensor(`${name}/scale`).at, t.rows!),
      unit: t.unit!,
    };
  }

  matrix(name: string): Matrix {
    const t = this.#tensor(name);
    const matrix: Matrix = {
      rows: t.rows!,
      columns: t.columns!,
      weights: this.#int8(t),
      scales: this.floats(`${name}/scale`),
      id: this.#matrices.length,
    };
    this.#matrices.push(matrix);
    return matrix;
  }

  floats(name: string): Float32Array {
    const t = this.#tensor(name);
    return new Float32Array(this.#buffer, this.#body + t.at, t.bytes >> 2);
  }

  layer(name: string): Layer {
    return { matrix: this.matrix(name), bias: this.floats(`${name}/bias`) };
  }

  matrices(): readonly Matrix[] {
    return this.#matrices;
  }

  #tensor(name: string): Tensor {
    const tensor = this.head.tensors[name];
    if (tensor === undefined) throw new Error(`model file lacks ${name}`);
    return tensor;
  }

  #int8(t: Tensor): Int8Array {
    return new Int8Array(this.#buffer, this.#body + t.at, t.bytes);
  }

  /** Row 0 is the unknown word, so the words begin at 1. */
  #lines(name: string): Map<string, number> {
    const t = this.#tensor(name);
    const text = new TextDecoder().decode(new Uint8Array(this.#buffer, this.#body + t.at, t.bytes));
    const map = new Map<string, number>();
    let row = 1;
    for (const word of text.split('\n')) map.set(word, row++);
    return map;
  }
}
