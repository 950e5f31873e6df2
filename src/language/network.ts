/** The network: words in, tags, tree and relations out. Pure arithmetic on typed arrays; the kernel does the heavy sums. */

import { exponent, softmax } from './curves.ts';
import { bestTree } from './eisner.ts';
import type { Restrict } from './en/relation-rules.ts';
import { AFFIX_KINDS, affixRows, lookupKey, normalForm } from './features.ts';
import type { Kernel } from './matrix.ts';
import type { Layer, Model, Table } from './model-file.ts';
import { type Batch, Recurrent, STATE_UNITS } from './recurrent.ts';

/** Quantised units that make 1, by what is quantised: the product with int8 weights must stay below 2^31. */
const EMBEDDING_UNITS = 2048;
const TAGGED_UNITS = 4096;
const SUM_UNITS = 8192;
const MIXED_UNITS = 1024;

/** Words of one batch at most, and words whose relations are scored at a time. */
const BATCH_WORDS = 1024;
const RELATION_WORDS = 64;

/** What the network says of one sentence. Numbers index the lists of the model's head. */
export interface Analysis {
  readonly xpos: Uint8Array;
  readonly upos: Uint8Array;
  /** Head of each word, -1 for the root. */
  readonly heads: Int16Array;
  readonly rels: Uint8Array;
  /** Share of the chosen head among all heads of the word, 0 to 1. */
  readonly margins: Float32Array;
}

export class Network {
  readonly #model: Model;
  readonly #kernel: Kernel;
  readonly #tables: readonly Table[];
  readonly #layers: readonly Recurrent[];
  readonly #named: Readonly<Record<string, Layer>>;
  readonly #tag: Float32Array;
  readonly #roots: Readonly<Record<'arc' | 'rel', Float32Array>>;
  readonly #rootLabel: number;
  readonly #restrict: Restrict;

  constructor(model: Model, kernel: Kernel, restrict: Restrict) {
    this.#restrict = restrict;
    const { sizes } = model.head;
    this.#model = model;
    this.#kernel = kernel;
    const tables = ['word', 'glove', ...Array.from({ length: AFFIX_KINDS }, (_, i) => `affix${i}`)];
    this.#tables = tables.map((name) => model.table(name));
    this.#layers = Array.from({ length: sizes.layers }, (_, i) => new Recurrent(model, i));
    const layers = ['early', 'xpos', 'upos', 'arc_dep', 'arc_head', 'rel_dep', 'rel_head', 'arc_mix', 'rel_sum'];
    const named = Object.fromEntries(layers.map((name) => [name, model.layer(name)]));
    const mix = model.matrix('rel_mix');
    this.#named = { ...named, rel_mix: { matrix: mix, bias: new Float32Array(mix.rows) } };
    this.#tag = model.floats('tag');
    this.#roots = { arc: model.floats('arc_root'), rel: model.floats('rel_root') };
    this.#rootLabel = model.head.rels.indexOf('root');
    kernel.load(model.matrices());
  }

  /** Analyses sentences given as words; the order of the sentences does not change the result. */
  analyse(sentences: readonly (readonly string[])[]): Analysis[] {
    const order = sentences.map((_, i) => i).sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b);
    const out: Analysis[] = new Array(sentences.length);
    for (let from = 0; from < order.length; ) {
      let words = 0;
      let to = from;
      while (to < order.length && (to === from || words + sentences[order[to]!]!.length <= BATCH_WORDS)) {
        words += sentences[order[to]!]!.length;
        to += 1;
      }
      const chosen = order.slice(from, to);
      this.#batch(chosen.map((i) => sentences[i]!)).forEach((analysis, k) => {
        out[chosen[k]!] = analysis;
      });
      from = to;
    }
    return out;
  }

  #batch(sentences: readonly (readonly string[])[]): Analysis[] {
    const lengths = Int32Array.from(sentences, (s) => s.length);
    const offsets = new Int32Array(lengths.length);
    for (let i = 1; i < offsets.length; i += 1) offsets[i] = offsets[i - 1]! + lengths[i - 1]!;
    const words = lengths.reduce((a, b) => a + b, 0);
    const batch: Batch = { offsets, lengths, words };
    const x = this.#encode(batch, sentences);
    const xpos = this.#best('xpos', x, words, this.#model.head.xpos.length);
    const upos = this.#best('upos', x, words, this.#model.head.upos.length);
    const trees = this.#trees(batch, x);
    const rels = this.#relations(batch, x, trees, sentences);
    return sentences.map((s, i) => {
      const from = offsets[i]!;
      const to = from + s.length;
      return {
        xpos: xpos.slice(from, to),
        upos: upos.slice(from, to),
        heads: trees.heads.slice(from, to),
        rels: rels.slice(from, to),
        margins: trees.margins.slice(from, to),
      };
    });
  }

  /** Embeddings, first layer, tags as a mixture, the other layers; gives the last states, quantised. */
  #encode(batch: Batch, sentences: readonly (readonly string[])[]): Int16Array {
    const kernel = this.#kernel;
    const [first, ...rest] = this.#layers as [Recurrent, ...Recurrent[]];
    let states = first.run(kernel, batch, this.#embed(batch, sentences, first.columns), EMBEDDING_UNITS);
    const width = states.length / batch.words;
    const tagged = this.#withTags(batch.words, states, rest[0]!.columns);
    states = rest[0]!.run(kernel, batch, tagged, TAGGED_UNITS);
    for (const layer of rest.slice(1)) {
      const next = layer.run(
        kernel,
        batch,
        quantised(states, width, batch.words, layer.columns, STATE_UNITS),
        STATE_UNITS,
      );
      for (let i = 0; i < next.length; i += 1) states[i] = states[i]! + next[i]!;
    }
    return quantised(states, width, batch.words, width, SUM_UNITS);
  }

  #embed(batch: Batch, sentences: readonly (readonly string[])[], columns: number): Int16Array {
    const out = new Int16Array(batch.words * columns);
    const rows = new Int32Array(2 + AFFIX_KINDS);
    const { affixRows: affixCount } = this.#model.head.sizes;
    let at = 0;
    for (const sentence of sentences) {
      for (const word of sentence) {
        const form = normalForm(word);
        const key = lookupKey(form);
        rows[0] = this.#model.words.get(key) ?? 0;
        rows[1] = this.#model.vectors.get(key) ?? 0;
        affixRows(form, key, affixCount, rows, 2);
        let column = at;
        this.#tables.forEach((table, i) => {
          copyRow(table, rows[i]!, out, column);
          column += table.columns;
        });
        at += columns;
      }
    }
    return out;
  }

  /** Puts behind each state the mean of the tag vectors, weighted by how likely each tag is. */
  #withTags(words: number, states: Float32Array, columns: number): Int16Array {
    const width = states.length / words;
    const size = this.#model.head.sizes.tag;
    const tags = this.#model.head.xpos.length;
    const scores = this.#scores('early', quantised(states, width, words, width, STATE_UNITS), words, STATE_UNITS);
    const stride = scores.length / words;
    const out = quantised(states, width, words, columns, TAGGED_UNITS);
    const mean = new Float64Array(size);
    for (let i = 0; i < words; i += 1) {
      softmax(scores, i * stride, tags);
      mean.fill(0);
      for (let t = 0; t < tags; t += 1) {
        const share = scores[i * stride + t]!;
        if (share < 1e-5) continue;
        for (let k = 0; k < size; k += 1) mean[k]! += share * this.#tag[t * size + k]!;
      }
      for (let k = 0; k < size; k += 1) out[i * columns + width + k] = clipped(mean[k]! * TAGGED_UNITS);
    }
    return out;
  }

  /** Product of a layer with its bias, as numbers. */
  #scores(name: string, x: Int16Array, words: number, units: number): Float32Array {
    const { matrix, bias } = this.#named[name]!;
    const sums = new Int32Array(words * matrix.rows);
    this.#kernel.multiply(matrix, x, words, sums);
    const out = new Float32Array(sums.length);
    for (let i = 0, at = 0; i < words; i += 1) {
      for (let r = 0; r < matrix.rows; r += 1, at += 1) {
        out[at] = sums[at]! * (matrix.scales[r]! / units) + (bias[r] ?? 0);
      }
    }
    return out;
  }

  /** A layer with the leaky threshold the network was trained with. */
  #leaky(name: string, x: Int16Array, words: number): Float32Array {
    const out = this.#scores(name, x, words, SUM_UNITS);
    for (let i = 0; i < out.length; i += 1) if (out[i]! < 0) out[i] = out[i]! * 0.1;
    return out;
  }

  /** Index of the best score of each word among the first `n`. */
  #best(name: string, x: Int16Array, words: number, n: number): Uint8Array {
    const scores = this.#scores(name, x, words, SUM_UNITS);
    return bestOf(scores, words, scores.length / words, n, -1);
  }

  #trees(batch: Batch, x: Int16Array): { heads: Int16Array; margins: Float32Array } {
    const size = this.#model.head.sizes.arc;
    const heads = this.#leaky('arc_head', x, batch.words);
    const dependents = this.#leaky('arc_dep', x, batch.words);
    const mixed = this.#scores(
      'arc_mix',
      quantised(dependents, size, batch.words, size, MIXED_UNITS),
      batch.words,
      MIXED_UNITS,
    );
    const out = { heads: new Int16Array(batch.words), margins: new Float32Array(batch.words) };
    for (let s = 0; s < batch.lengths.length; s += 1) {
      const n = batch.lengths[s]!;
      const from = batch.offsets[s]!;
      const scores = arcScores(mixed, heads, this.#roots.arc, from, n, size);
      const tree = bestTree(scores, n);
      out.heads.set(tree, from);
      for (let d = 0; d < n; d += 1) out.margins[from + d] = shareOf(scores, d * (n + 1), n + 1, tree[d]! + 1);
    }
    return out;
  }

  /** The best relation of each word to its head; `root` for the root and for no other word. */
  #relations(
    batch: Batch,
    x: Int16Array,
    trees: { heads: Int16Array },
    sentences: readonly (readonly string[])[],
  ): Uint8Array {
    const size = this.#model.head.sizes.rel;
    const labels = this.#model.head.rels.length;
    const dependents = this.#leaky('rel_dep', x, batch.words);
    const heads = this.#headStates(batch, x, trees.heads, size);
    const pairs = new Float32Array(batch.words * 2 * size);
    for (let i = 0; i < batch.words; i += 1) {
      pairs.set(dependents.subarray(i * size, (i + 1) * size), i * 2 * size);
      pairs.set(heads.subarray(i * size, (i + 1) * size), i * 2 * size + size);
    }
    const scores = this.#scores(
      'rel_sum',
      quantised(pairs, 2 * size, batch.words, 2 * size, MIXED_UNITS),
      batch.words,
      MIXED_UNITS,
    );
    const stride = scores.length / batch.words;
    this.#addMixed(scores, stride, dependents, heads, batch.words, labels);
    sentences.forEach((forms, s) => {
      const from = batch.offsets[s]!;
      const to = from + forms.length;
      const own = { forms, heads: trees.heads.subarray(from, to), scores: scores.subarray(from * stride, to * stride) };
      this.#restrict({ ...own, stride, labels: this.#model.head.rels });
    });
    const out = bestOf(scores, batch.words, stride, labels, this.#rootLabel);
    for (let i = 0; i < batch.words; i += 1) if (trees.heads[i] === -1) out[i] = this.#rootLabel;
    return out;
  }

  /** The state each word's head shows to its relation. */
  #headStates(batch: Batch, x: Int16Array, tree: Int16Array, size: number): Float32Array {
    const all = this.#leaky('rel_head', x, batch.words);
    const out = new Float32Array(batch.words * size);
    for (let s = 0; s < batch.lengths.length; s += 1) {
      const from = batch.offsets[s]!;
      for (let i = from; i < from + batch.lengths[s]!; i += 1) {
        const head = tree[i]!;
        const state = head < 0 ? this.#roots.rel : all.subarray((from + head) * size, (from + head + 1) * size);
        out.set(state, i * size);
      }
    }
    return out;
  }

  /** Adds the part of the relation scores that depends on both states together. */
  #addMixed(
    scores: Float32Array,
    stride: number,
    dependents: Float32Array,
    heads: Float32Array,
    words: number,
    labels: number,
  ): void {
    const size = this.#model.head.sizes.rel;
    const { matrix } = this.#named.rel_mix!;
    const x = quantised(dependents, size, words, size, MIXED_UNITS);
    const sums = new Int32Array(RELATION_WORDS * matrix.rows);
    const scales = matrix.scales.map((s) => s / MIXED_UNITS);
    for (let from = 0; from < words; from += RELATION_WORDS) {
      const count = Math.min(RELATION_WORDS, words - from);
      this.#kernel.multiply(matrix, x.subarray(from * size, (from + count) * size), count, sums);
      for (let i = 0; i < count; i += 1) {
        for (let r = 0; r < labels; r += 1) {
          const at = r * size;
          const row = i * matrix.rows + at;
          const head = (from + i) * size;
          let sum = 0;
          for (let k = 0; k < size; k += 1) sum += sums[row + k]! * scales[at + k]! * heads[head + k]!;
          scores[(from + i) * stride + r]! += sum;
        }
      }
    }
  }
}

/** Rounds to the nearest unit within 16 bits; the shift keeps what is cut off positive, so that halves go one way. */
function clipped(value: number): number {
  return value > 32767 ? 32767 : value < -32767 ? -32767 : ((value + 32768.5) | 0) - 32768;
}

/** Rows of `width` numbers as int16 rows of `columns`. */
function quantised(values: Float32Array, width: number, rows: number, columns: number, units: number): Int16Array {
  const out = new Int16Array(rows * columns);
  for (let i = 0; i < rows; i += 1) {
    const from = i * width;
    const to = i * columns;
    for (let k = 0; k < width; k += 1) out[to + k] = clipped(values[from + k]! * units);
  }
  return out;
}

/** Writes one row of a table as quantised embedding. */
function copyRow(table: Table, row: number, out: Int16Array, at: number): void {
  const scale = table.scales[row]! * table.unit * EMBEDDING_UNITS;
  const from = row * table.columns;
  for (let k = 0; k < table.columns; k += 1) out[at + k] = clipped(table.values[from + k]! * scale);
}

/** `scores[d, h]` of one sentence; head 0 is the root, and no word is its own head. */
function arcScores(
  mixed: Float32Array,
  heads: Float32Array,
  root: Float32Array,
  from: number,
  n: number,
  size: number,
): Float32Array {
  const out = new Float32Array(n * (n + 1));
  for (let d = 0; d < n; d += 1) {
    const a = (from + d) * size;
    for (let h = 0; h <= n; h += 1) {
      const source = h === 0 ? root : heads;
      const b = h === 0 ? 0 : (from + h - 1) * size;
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += mixed[a + k]! * source[b + k]!;
      out[d * (n + 1) + h] = h === d + 1 ? -1e4 : sum;
    }
  }
  return out;
}

/** Share of one score among `n`, as a likelihood. */
function shareOf(scores: Float32Array, from: number, n: number, chosen: number): number {
  let sum = 0;
  const own = scores[from + chosen]!;
  for (let i = from; i < from + n; i += 1) {
    const d = scores[i]! - own;
    if (d > 30) return 0;
    if (d > -20) sum += exponent(d);
  }
  return 1 / sum;
}

function bestOf(scores: Float32Array, rows: number, stride: number, n: number, barred: number): Uint8Array {
  const out = new Uint8Array(rows);
  for (let i = 0; i < rows; i += 1) {
    let best = Number.NEGATIVE_INFINITY;
    for (let r = 0; r < n; r += 1) {
      const v = scores[i * stride + r]!;
      if (r === barred || v <= best) continue;
      best = v;
      out[i] = r;
    }
  }
  return out;
}
