/**
 * The few WebAssembly instructions that walking trees takes, under their names in the specification, and the module around
 * them. Code is a list of bytes; what stands in brackets in the specification's text form is a parameter here.
 */

type Code = readonly number[];

const simd = (opcode: number, ...operands: readonly number[]): Code => [0xfd, ...leb(opcode), ...operands];

export const local = {
  get: (at: number): Code => [0x20, at],
  set: (at: number): Code => [0x21, at],
};
export const i32 = {
  const: (value: number): Code => [0x41, ...signedLeb(value)],
  load: (offset: number): Code => [0x28, 2, ...leb(offset)],
  lt_u: [0x49],
  add: [0x6a],
  shl: [0x74],
} as const;
export const f64 = {
  load: (offset: number): Code => [0x2b, 3, ...leb(offset)],
  store: (offset: number): Code => [0x39, 3, ...leb(offset)],
  add: [0xa0],
} as const;
export const v128 = {
  load: (offset: number): Code => simd(0x00, 4, ...leb(offset)),
  load8_splat: (offset: number): Code => simd(0x07, 0, ...leb(offset)),
  load64_splat: (offset: number): Code => simd(0x0a, 3, ...leb(offset)),
  store: (offset: number): Code => simd(0x0b, 4, ...leb(offset)),
  /** The same byte sixteen times. */
  const8: (value: number): Code => simd(0x0c, ...new Array<number>(16).fill(value)),
  and: simd(0x4e),
  or: simd(0x50),
  bitselect: simd(0x52),
};
export const i8x16 = {
  shuffle: (lanes: readonly number[]): Code => simd(0x0d, ...lanes),
  extract_lane_u: (lane: number): Code => simd(0x16, lane),
  gt_u: simd(0x28),
  narrow_i16x8_u: simd(0x66),
};
export const i16x8 = { narrow_i32x4_u: simd(0x86) };
export const i64x2 = { sub: simd(0xd1) };
export const f64x2 = { gt: simd(0x4a) };

const END = 0x0b;

/** Runs a body, and again as long as it leaves a 1. */
export function loop(...body: readonly Code[]): Code {
  return [0x03, 0x40, ...body.flat(), 0x0d, 0, END];
}

/** The part of the engine's WebAssembly that is used here; typed by hand, since browser types are not loaded. */
interface Engine {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

/** A function without parameters, and the memory it works on. */
export interface WasmFunction {
  readonly run: () => void;
  readonly memory: { readonly buffer: ArrayBuffer };
}

const PAGE = 65536;

/**
 * A function of so many 32-bit locals and, behind them, vectors; its memory has at least `bytes`. Null where the engine has
 * no SIMD.
 */
export function wasmFunction(bytes: number, locals: { i32: number; v128: number }, code: Code): WasmFunction | null {
  const body = [2, ...leb(locals.i32), 0x7f, ...leb(locals.v128), 0x7b, ...code, END];
  const module = new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 0, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...leb(Math.ceil(bytes / PAGE))]),
    ...section(7, [2, ...name('run'), 0, 0, ...name('memory'), 2, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ]);
  const engine = (globalThis as { WebAssembly?: Engine }).WebAssembly;
  if (!engine?.validate(module)) return null;
  return new engine.Instance(new engine.Module(module)).exports as WasmFunction;
}

function section(id: number, bytes: Code): Code {
  return [id, ...leb(bytes.length), ...bytes];
}

function name(text: string): Code {
  return [text.length, ...Array.from(text, (c) => c.charCodeAt(0))];
}

/** Numbers in as few bytes as they take, seven bits a byte. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

/** The same where the highest bit of the last byte is the sign; for numbers from 0 on. */
function signedLeb(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signedLeb(value >>> 7)];
}
