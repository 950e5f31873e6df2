/** Writes `kernel-bytes.ts` from `kernel.wat`: `node src/language/kernel/build-kernel.ts`. A test checks that both agree. */
import { readFileSync, writeFileSync } from 'node:fs';
import { assemble } from './assemble.ts';

const text = readFileSync(new URL('./kernel.wat', import.meta.url), 'utf8');
const base64 = Buffer.from(assemble(text)).toString('base64');
const lines = [
  '/** Made by build-kernel.ts from kernel.wat: the WebAssembly SIMD kernel as base64. */',
  'export const KERNEL_BASE64 =',
  `  '${base64}';`,
  '',
];
writeFileSync(new URL('./kernel-bytes.ts', import.meta.url), lines.join('\n'));
