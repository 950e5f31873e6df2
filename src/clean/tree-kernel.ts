/**
 * Walks all trees of a model for sixteen lines at once: a WebAssembly SIMD module made for the trees, and its plain twin for
 * engines without SIMD. Both give the same bits.
 */
import { f64, f64x2, i8x16, i16x8, i32, i64x2, local, loop, v128, wasmFunction } from './assemble-wasm.ts';
import { LANES } from './measure-table.ts';

/**
 * Trees of one depth in heap order: the children of node `n` are `2n` and `2n + 1`, and a line goes to the right one where
 * its measure is above the limit. Node 0 of a tree is not used; a node without a measure (-1) leads left.
 */
export interface HeapTrees {
  readonly count: number;
  readonly depth: number;
  /** How many measures a line has. */
  readonly width: number;
  readonly measures: Int32Array;
  readonly limits: Float64Array;
  /** For each tree the values of its leaves. */
  readonly leaves: Float64Array;
}

/** Adds up the leaves that sixteen lines come to. */
export interface TreeWalk {
  /** To be filled in: those of measure `m` at `values[16 m]` and on. */
  readonly values: Float64Array;
  /** To be set to what the sums begin with; {@link add} adds the leaves, tree after tree. */
  readonly sums: Float64Array;
  add(): void;
}

/** The fastest walk that runs here. */
export function treeWalk(trees: HeapTrees): TreeWalk {
  return simdWalk(trees) ?? plainWalk(trees);
}

export function plainWalk({ count, depth, width, measures, limits, leaves }: HeapTrees): TreeWalk {
  const values = new Float64Array(width * LANES);
  const sums = new Float64Array(LANES);
  const size = 1 << depth;
  const add = (): void => {
    for (let from = 0; from < count * size; from += size) {
      for (let lane = 0; lane < LANES; lane++) {
        let node = 1;
        while (node < size) {
          const measure = measures[from + node]!;
          const right = measure >= 0 && values[measure * LANES + lane]! > limits[from + node]!;
          node = 2 * node + (right ? 1 : 0);
        }
        sums[lane]! += leaves[from + node - size]!;
      }
    }
  };
  return { values, sums, add };
}

/** What stands where in the memory: the sums at 0, then the values, their ranks, the scales, the nodes, the leaves. */
interface Layout {
  readonly values: number;
  readonly ranks: number;
  readonly scales: number;
  readonly nodes: number;
  readonly leaves: number;
  readonly end: number;
}

const WORD = 8;
/** Bytes of the values of one measure, and of their ranks. */
const [COLUMN, RANKS] = [LANES * WORD, LANES];
/** Before the limits of a scale stand where its values are and how many bytes it takes. */
const SCALE_HEAD = 8;

/**
 * The walk in WebAssembly, or null where the engine has no SIMD. Trees ask a measure only how many of its limits it exceeds:
 * each value is turned into this rank first, a byte, so that sixteen lines answer a node at once.
 */
export function simdWalk(trees: HeapTrees): TreeWalk | null {
  const { count, depth, width } = trees;
  const scales = scalesOf(trees);
  const values = COLUMN;
  const ranks = values + width * COLUMN;
  const scalesAt = ranks + scales.size * RANKS;
  const nodes = scalesAt + [...scales.values()].reduce((n, limits) => n + SCALE_HEAD + limits.length * WORD, 0);
  const leaves = nodes + (count << depth) * WORD;
  const layout = { values, ranks, scales: scalesAt, nodes, leaves, end: leaves + (count << depth) * WORD };
  const made = wasmFunction(layout.end, { i32: 5, v128: VECTORS + depth }, [
    ...rankCode(layout),
    ...walkCode(depth, layout),
  ]);
  if (made === null) return null;
  const { buffer } = made.memory;
  writeTrees(new DataView(buffer), trees, scales, layout);
  return {
    values: new Float64Array(buffer, values, width * LANES),
    sums: new Float64Array(buffer, 0, LANES),
    add: made.run,
  };
}

/** The limits of each measure that a tree asks, smallest first. */
function scalesOf({ measures, limits }: HeapTrees): Map<number, Float64Array> {
  const found = new Map<number, Set<number>>();
  measures.forEach((measure, n) => {
    if (measure >= 0) found.set(measure, (found.get(measure) ?? new Set()).add(limits[n]!));
  });
  for (const list of found.values()) if (list.size >= NEVER) throw new Error('A measure has over 254 limits.');
  return new Map([...found].map(([measure, list]) => [measure, Float64Array.from(list).sort()]));
}

/** No rank is above this. */
const NEVER = 255;

function writeTrees(view: DataView, trees: HeapTrees, scales: ReadonlyMap<number, Float64Array>, layout: Layout): void {
  let at = layout.scales;
  for (const [measure, limits] of scales) {
    view.setInt32(at, layout.values + measure * COLUMN, true);
    view.setInt32(at + 4, SCALE_HEAD + limits.length * WORD, true);
    limits.forEach((limit, k) => {
      view.setFloat64(at + SCALE_HEAD + k * WORD, limit, true);
    });
    at += SCALE_HEAD + limits.length * WORD;
  }
  const places = new Map([...scales.keys()].map((measure, k) => [measure, layout.ranks + k * RANKS]));
  trees.measures.forEach((measure, n) => {
    view.setInt32(layout.nodes + n * WORD, places.get(measure) ?? layout.ranks, true);
    view.setUint8(layout.nodes + n * WORD + 4, scales.get(measure)?.indexOf(trees.limits[n]!) ?? NEVER);
    view.setFloat64(layout.leaves + n * WORD, trees.leaves[n]!, true);
  });
}

/** Numbers that the code keeps: where it is among scales and ranks, then among nodes and leaves. */
const [AT, SCALE_END, FROM] = [0, 1, 2];
const [NODE, LEAF] = [3, 4];
/** Vectors that it keeps: values and ranks of two lines each, a limit, the leaves found, the answers at each height. */
const [VALUE, RANK, LIMIT, FOUND, ANSWER] = [5, 13, 21, 22, 23];
const VECTORS = ANSWER - VALUE;
/** Vectors of two values that make up a column. */
const PAIRS = Array.from({ length: LANES / 2 }, (_, k) => k);

function advance(at: number, by: number): number[] {
  return [...local.get(at), ...i32.const(by), ...i32.add, ...local.set(at)];
}

/** Turns the values of each measure into ranks. */
function rankCode({ ranks, scales }: Layout): number[] {
  const count = loop(
    [...local.get(AT), ...v128.load64_splat(0), ...local.set(LIMIT)],
    // A true answer is -1.
    PAIRS.flatMap((k) => [
      ...[...local.get(RANK + k), ...local.get(VALUE + k), ...local.get(LIMIT), ...f64x2.gt],
      ...[...i64x2.sub, ...local.set(RANK + k)],
    ]),
    advance(AT, WORD),
    [...local.get(AT), ...local.get(SCALE_END), ...i32.lt_u],
  );
  return [
    ...[...i32.const(scales), ...local.set(AT), ...i32.const(ranks), ...local.set(FROM)],
    ...loop(
      PAIRS.flatMap((k) => [
        ...[...local.get(AT), ...i32.load(0), ...v128.load(2 * k * WORD), ...local.set(VALUE + k)],
        ...[...v128.const8(0), ...local.set(RANK + k)],
      ]),
      [...local.get(AT), ...i32.load(4), ...local.get(AT), ...i32.add, ...local.set(SCALE_END)],
      advance(AT, SCALE_HEAD),
      count,
      [...local.get(FROM), ...bytesOf(PAIRS), ...v128.store(0)],
      advance(FROM, RANKS),
      [...local.get(FROM), ...i32.const(scales), ...i32.lt_u],
    ),
  ];
}

/** The low halves of two vectors of 64-bit numbers. */
const LOW = i8x16.shuffle([0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]);

/** Narrows the ranks of the pairs given to bytes, half of the pairs at a time. */
function bytesOf(pairs: readonly number[]): number[] {
  if (pairs.length === 1) return [...local.get(RANK + pairs[0]!)];
  const half = pairs.length / 2;
  const narrow = half === 1 ? LOW : half === 2 ? i16x8.narrow_i32x4_u : i8x16.narrow_i16x8_u;
  return [...bytesOf(pairs.slice(0, half)), ...bytesOf(pairs.slice(half)), ...narrow];
}

/** Walks tree after tree. */
function walkCode(depth: number, { nodes, leaves, end }: Layout): number[] {
  const size = (1 << depth) * WORD;
  return [
    ...[...i32.const(nodes), ...local.set(NODE), ...i32.const(leaves), ...local.set(LEAF)],
    ...loop(
      [...leafBelow(1, depth), ...local.set(FOUND)],
      Array.from({ length: LANES }, (_, lane) => addLeaf(lane)).flat(),
      [...advance(NODE, size), ...advance(LEAF, size)],
      [...local.get(LEAF), ...i32.const(end), ...i32.lt_u],
    ),
  ];
}

/** Which of the leaves below a node each line comes to: of both halves, the one that the answer of the node picks. */
function leafBelow(node: number, height: number): number[] {
  const answer = ANSWER + height - 1;
  const ask = [
    ...[...local.get(NODE), ...i32.load(node * WORD), ...v128.load(0)],
    ...[...local.get(NODE), ...v128.load8_splat(node * WORD + 4), ...i8x16.gt_u],
  ];
  const half = [...v128.const8(1 << (height - 1)), ...v128.and];
  if (height === 1) return [...ask, ...half];
  return [
    ...[...ask, ...local.set(answer)],
    ...[...leafBelow(2 * node + 1, height - 1), ...leafBelow(2 * node, height - 1)],
    ...[...local.get(answer), ...v128.bitselect],
    ...[...local.get(answer), ...half, ...v128.or],
  ];
}

/** Adds its leaf to the sum of one line. */
function addLeaf(lane: number): number[] {
  const sum = lane * WORD;
  return [
    ...[...i32.const(0), ...i32.const(0), ...f64.load(sum)],
    ...[...local.get(FOUND), ...i8x16.extract_lane_u(lane), ...i32.const(3), ...i32.shl],
    ...[...local.get(LEAF), ...i32.add, ...f64.load(0)],
    ...[...f64.add, ...f64.store(sum)],
  ];
}
