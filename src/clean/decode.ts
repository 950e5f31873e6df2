/** Bytes in, text out: byte order marks, UTF-16 without one, UTF-8, and what old systems left as windows-1252. */
import type { Outcome, Problem } from '../model/index.ts';
import { pageProblem } from './page-problem.ts';

/** How much of the input is looked at to tell what it is. */
const SAMPLE = 4096;

/**
 * Decodes a text file. UTF-8 is tried first, whatever is declared; `declared` helps only where the bytes are no UTF-8.
 * A file of mixed encodings is read as UTF-8 with the runs that do not fit taken as windows-1252 (PAGE-003).
 *
 * @example decodeText(new Uint8Array([0x63, 0x61, 0x66, 0xe9])).value // "café"
 */
export function decodeText(bytes: Uint8Array, declared?: string): Outcome<string> {
  if (bytes.length === 0) return { value: '', problems: [pageProblem('PAGE-001')] };
  const wide = wideEncoding(bytes);
  if (wide) return { value: stripMark(new TextDecoder(wide).decode(bytes)), problems: [] };
  if (looksBinary(bytes)) return { value: '', problems: [pageProblem('PAGE-002')] };
  try {
    return { value: stripMark(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), problems: [] };
  } catch {
    return decodeMisfit(bytes, declared);
  }
}

function decodeMisfit(bytes: Uint8Array, declared: string | undefined): Outcome<string> {
  const decoder = legacyDecoder(declared);
  if (decoder) return { value: decoder.decode(bytes), problems: [] };
  const { text, misfits, multibyte } = decodeMixed(bytes);
  // Without a single good multi-byte run it is plainly a single-byte file: nothing is mixed and nothing is lost.
  const problems: Problem[] =
    multibyte > 0 ? [pageProblem('PAGE-003', { detail: `${misfits} runs of bytes are no UTF-8.` })] : [];
  return { value: text, problems };
}

function legacyDecoder(declared: string | undefined): InstanceType<typeof TextDecoder> | null {
  if (!declared) return null;
  try {
    const decoder = new TextDecoder(declared);
    return decoder.encoding.startsWith('utf') ? null : decoder;
  } catch {
    return null;
  }
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i & 1]!++;
  const half = sample.length / 2;
  if (half < 2) return null;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05) return 'utf-16le';
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05) return 'utf-16be';
  return null;
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let odd = 0;
  for (const b of sample) {
    if (b === 0) return true;
    if (b < 0x20 && b !== 0x09 && b !== 0x0a && b !== 0x0d && b !== 0x0c && b !== 0x1b) odd++;
  }
  return odd > sample.length * 0.05;
}

/** Length of the valid UTF-8 sequence at `i`, or 0. */
function sequenceAt(bytes: Uint8Array, i: number): number {
  const b = bytes[i]!;
  const n = b < 0x80 ? 1 : b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
  for (let k = 1; k < n; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return n;
}

function decodeMixed(bytes: Uint8Array): { text: string; misfits: number; multibyte: number } {
  const good = new TextDecoder('utf-8');
  const old = new TextDecoder('windows-1252');
  const parts: string[] = [];
  let misfits = 0;
  let multibyte = 0;
  for (let i = 0; i < bytes.length; ) {
    const start = i;
    for (let n = sequenceAt(bytes, i); n > 0 && i < bytes.length; n = sequenceAt(bytes, i)) {
      if (n > 1) multibyte++;
      i += n;
      if (i >= bytes.length) break;
    }
    if (i > start) parts.push(good.decode(bytes.subarray(start, i)));
    const from = i;
    while (i < bytes.length && sequenceAt(bytes, i) === 0) i++;
    if (i > from) {
      misfits++;
      parts.push(old.decode(bytes.subarray(from, i)));
    }
  }
  return { text: parts.join(''), misfits, multibyte };
}
