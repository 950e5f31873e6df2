/**
 * How fast the parser is here: `node bench/language/run.ts [TEXT]`. Load time, words a second by kernel and by length of
 * the text, memory. Times are of the processor, so that other programs on the machine disturb less.
 */
import { readFileSync, statSync } from 'node:fs';
import { wasmKernel } from '../../src/language/kernel/wasm-kernel.ts';
import { loadLexicon } from '../../src/language/load-node.ts';
import { jsKernel, type Kernel } from '../../src/language/matrix.ts';
import { createParser, type Parser } from '../../src/language/parser.ts';

const MODEL = new URL('../../models/en.bin', import.meta.url);
const OWN = new URL('../../training/data/own-news.conllu', import.meta.url);

/** Milliseconds of processor time that `work` takes. */
function cost(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function sampleText(): string {
  const [, , path] = process.argv;
  if (path !== undefined) return readFileSync(path, 'utf8');
  const lines = readFileSync(OWN, 'utf8').split('\n');
  return lines.flatMap((line) => (line.startsWith('# text = ') ? [line.slice(9)] : [])).join('\n');
}

function wordsOf(parser: Parser, text: string): number {
  return parser.parse(text).reduce((n, s) => n + s.tokens.length, 0);
}

function speed(kernel: Kernel, bytes: Uint8Array, text: string): string {
  const parser = createParser(bytes, loadLexicon(), { kernel });
  wordsOf(parser, text.slice(0, 8000));
  let words = 0;
  const ms = cost(() => {
    words = wordsOf(parser, text);
  });
  return `${kernel.name.padEnd(5)} ${String(words).padStart(6)} words  ${Math.round((1000 * words) / ms)} words/s`;
}

const text = sampleText();
const bytes = new Uint8Array(readFileSync(MODEL));
const lexicon = loadLexicon();
const load = cost(() => createParser(bytes, lexicon));
const lines = [`model ${(statSync(MODEL).size / 1e6).toFixed(2)} MB, made ready in ${load.toFixed(0)} ms`];
for (const share of [0.05, 1]) {
  const part = text.slice(0, text.length * share);
  const wasm = wasmKernel();
  if (wasm !== null) lines.push(speed(wasm, bytes, part));
  if (share < 1 || part.length < 60_000) lines.push(speed(jsKernel(), bytes, part));
}
lines.push(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
process.stdout.write(`${lines.join('\n')}\n`);
