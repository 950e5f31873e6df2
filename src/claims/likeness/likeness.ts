/**
 * How like a sentence is to those that tell of each class of dealing, by the meanings of its words: a second opinion beside the
 * frames, for how sure a claim is. Trained on invented reports. In: a sentence of a report. Out: a chance for each label.
 */
import weights from '../../../models/claims/likeness.json' with { type: 'json' };
import type { ClaimKind, PloverClass } from '../../model/index.ts';
import type { ReportContext } from '../context.ts';
import type { Tree } from '../tree.ts';
import { ROW_PARTS, ROW_SIZE, rowOf, type Voice } from './features.ts';

/** A class, or the kind of what has none. */
export type Label = PloverClass | ClaimKind | 'other';

/** Chance of each label, 0 to 1; several may hold for one sentence. */
export type Chances = ReadonlyMap<Label, number>;

interface Layer {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

interface SavedLayer {
  readonly values: string;
  readonly scale: string;
  readonly bias: string;
}

const LABELS = weights.labels as readonly Label[];
const MEAN = floats(weights.mean);
const SPREAD = floats(weights.spread);
const NETS = weights.nets.map(({ first, second }) => ({
  first: layer(first, weights.hidden, ROW_SIZE),
  second: layer(second, LABELS.length, weights.hidden),
}));
if (weights.parts.join() !== ROW_PARTS.join())
  throw new Error('models/claims was trained on other measures; run training/claims/train.py');

function bytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}

function floats(text: string): Float32Array {
  return new Float32Array(bytes(text).buffer);
}

function layer({ values, scale, bias }: SavedLayer, rows: number, columns: number): Layer {
  return { rows, columns, values: new Int8Array(bytes(values).buffer), scale: floats(scale), bias: floats(bias) };
}

const known = new WeakMap<Tree, Chances>();

/** Chances of the labels for a sentence of the report; the same map for the same tree. */
export function likenessOf(ctx: ReportContext, tree: Tree): Chances {
  const made = known.get(tree);
  if (made) return made;
  const chances = chancesOf(rowOf(tree, voiceAt(ctx, tree), ctx.meaningOf));
  known.set(tree, chances);
  return chances;
}

/** The label of a claim of the given class and kind. */
export function labelOf(kind: ClaimKind, plover: PloverClass | null): Label {
  const label = plover ?? kind;
  return LABELS.includes(label) ? label : 'other';
}

/** Chance that a sentence of such words tells of the given class and kind. */
export function chanceOf(ctx: ReportContext, tree: Tree, kind: ClaimKind, plover: PloverClass | null): number {
  return likenessOf(ctx, tree).get(labelOf(kind, plover))!;
}

/** Who speaks in a sentence, as far as its row asks. */
export function voiceAt(ctx: ReportContext, tree: Tree): Voice {
  const { start, end } = tree.sentence;
  const heard = ctx.utterances.filter((u) => u.content.some((c) => c.start < end && c.end > start));
  return { said: heard.length > 0, byState: heard.some((u) => u.chain.some((link) => link.state !== null)) };
}

function chancesOf(row: Float32Array): Chances {
  const x = row.map((v, i) => (v - MEAN[i]!) / SPREAD[i]!);
  const sums = new Float64Array(LABELS.length);
  for (const { first, second } of NETS) {
    const hidden = applied(first, x).map((v) => Math.max(0, v));
    applied(second, hidden).forEach((v, i) => {
      sums[i]! += 1 / (1 + Math.exp(-v));
    });
  }
  return new Map(LABELS.map((label, i) => [label, sums[i]! / NETS.length]));
}

function applied({ rows, columns, values, scale, bias }: Layer, x: Float32Array): Float32Array {
  const out = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    const from = r * columns;
    for (let c = 0; c < columns; c++) sum += values[from + c]! * x[c]!;
    out[r] = sum * scale[r]! + bias[r]!;
  }
  return out;
}
