/** Turns the flat text of `kernel.wat` (one instruction a line, with macros) into a WebAssembly module. */

/** What follows an opcode: nothing, a local, a label, a signed number, or nothing because the bytes are fixed. */
type Operand = 'none' | 'local' | 'label' | 'number' | 'open';

const PLAIN: Readonly<Record<string, readonly [Operand, readonly number[]]>> = {
  'local.get': ['local', [0x20]],
  'local.set': ['local', [0x21]],
  'local.tee': ['local', [0x22]],
  'i32.const': ['number', [0x41]],
  'i32.add': ['none', [0x6a]],
  'i32.shl': ['none', [0x74]],
  'i32.ge_s': ['none', [0x4e]],
  'i32.lt_s': ['none', [0x48]],
  block: ['open', [0x02, 0x40]],
  loop: ['open', [0x03, 0x40]],
  br: ['label', [0x0c]],
  br_if: ['label', [0x0d]],
  'i32.store': ['none', [0x36, 2, 0]],
  'i32.store4': ['none', [0x36, 2, 4]],
  'v128.load': ['none', [0xfd, 0x00, 0, 0]],
  'v128.load16': ['none', [0xfd, 0x00, 0, 16]],
  'v128.zero': ['none', [0xfd, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  'i16x8.extend_low_i8x16_s': ['none', [0xfd, 0x87, 1]],
  'i16x8.extend_high_i8x16_s': ['none', [0xfd, 0x88, 1]],
  'i32x4.dot_i16x8_s': ['none', [0xfd, 0xba, 1]],
  'i32x4.add': ['none', [0xfd, 0xae, 1]],
  'i32x4.extract_lane0': ['none', [0xfd, 0x1b, 0]],
  'i32x4.extract_lane1': ['none', [0xfd, 0x1b, 1]],
  'i32x4.extract_lane2': ['none', [0xfd, 0x1b, 2]],
  'i32x4.extract_lane3': ['none', [0xfd, 0x1b, 3]],
};

interface Source {
  readonly name: string;
  readonly params: readonly string[];
  readonly locals: readonly string[];
  readonly vectors: readonly string[];
  readonly body: readonly (readonly string[])[];
}

/**
 * Assembles the kernel text.
 *
 * @throws Error on an unknown instruction or name: a fault in the kernel text, never in a user's input.
 * @example
 * assemble('memory 1\nfunc f (param $a)\nlocal i32\nlocal v128\nend').length > 8; // true
 */
export function assemble(text: string): Uint8Array {
  const source = readSource(text);
  const names = [...source.params, ...source.locals, ...source.vectors];
  const body = [
    ...[2, ...leb(source.locals.length), 0x7f, ...leb(source.vectors.length), 0x7b],
    ...encode(source.body, names),
    0x0b,
  ];
  const type = [0x60, ...leb(source.params.length), ...source.params.map(() => 0x7f), 0];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, ...type]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...name(source.name), 0, 0, ...name('memory'), 2, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ]);
}

function section(id: number, bytes: readonly number[]): number[] {
  return [id, ...leb(bytes.length), ...bytes];
}

function name(text: string): number[] {
  return [text.length, ...text].map((c) => (typeof c === 'string' ? c.charCodeAt(0) : c));
}

/** Unsigned LEB128. */
function leb(value: number): number[] {
  const out: number[] = [];
  let rest = value;
  do {
    out.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return out;
}

/** Parts the text into the head of the function, its body and the macros, and writes the macros out. */
function readSource(text: string): Source {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/;;.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.replace(/[()]/g, ' ').trim().split(/\s+/));
  const macros = new Map<string, { params: string[]; body: string[][] }>();
  const rest: string[][] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (line[0] !== 'macro') {
      rest.push(line);
      continue;
    }
    const end = lines.findIndex((l, at) => at > i && l[0] === 'endmacro');
    macros.set(line[1]!, { params: line.slice(2), body: lines.slice(i + 1, end) });
    i = end;
  }
  const expand = (line: string[]): string[][] => {
    const macro = macros.get(line[0]!);
    if (macro === undefined) return [line];
    const given = new Map(macro.params.map((p, at) => [p, line[at + 1]!]));
    return macro.body.flatMap((inner) => expand(inner.map((word) => given.get(word) ?? word)));
  };
  const head = rest.find((line) => line[0] === 'func')!;
  const declared = (type: string): string[] => rest.find((l) => l[0] === 'local' && l[1] === type)?.slice(2) ?? [];
  const start = rest.findLastIndex((line) => line[0] === 'local') + 1;
  return {
    name: head[1]!,
    params: head.slice(3),
    locals: declared('i32'),
    vectors: declared('v128'),
    body: rest.slice(start, rest.length - 1).flatMap(expand),
  };
}

function encode(body: readonly (readonly string[])[], names: readonly string[]): number[] {
  const labels: string[] = [];
  const out: number[] = [];
  for (const [op = '', operand = ''] of body) {
    if (op === 'end') {
      labels.pop();
      out.push(0x0b);
      continue;
    }
    const found = PLAIN[op];
    if (found === undefined) throw new Error(`kernel: unknown instruction ${op}`);
    out.push(...found[1], ...operandBytes(found[0], operand, names, labels));
    if (found[0] === 'open') labels.push(operand);
  }
  return out;
}

function operandBytes(kind: Operand, operand: string, names: readonly string[], labels: readonly string[]): number[] {
  if (kind === 'number') return [Number(operand) & 0x7f];
  if (kind !== 'local' && kind !== 'label') return [];
  const at = kind === 'local' ? names.indexOf(operand) : labels.length - 1 - labels.lastIndexOf(operand);
  if (at < 0 || at >= Math.max(names.length, labels.length)) throw new Error(`kernel: unknown name ${operand}`);
  return leb(at);
}
