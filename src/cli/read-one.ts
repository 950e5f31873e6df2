/** One input in, its readings out. Loads rules and parser once, on first use. */
import { type PageHint, readReports } from '../clean/read.ts';
import { type LoadedReader, loadReader } from '../load-reader.ts';
import type { Problem, Reading } from '../model/index.ts';
import { problem } from '../problems.ts';
import { RuleError } from '../rules/load.ts';
import { bytesOf } from './inputs.ts';

/** What became of one input: its readings (a container gives many), and what could not be read at all. */
export interface InputResult {
  readonly source: string;
  readonly readings: readonly Reading[];
  readonly refused: readonly Problem[];
}

export interface ReadOptions {
  /** Day of publication given by the person, for pages that do not state one. */
  readonly published?: string;
}

let loaded: Promise<LoadedReader> | undefined;

/** The reader of this package, loaded on first use. */
export function tools(): Promise<LoadedReader> {
  loaded ??= loadReader();
  return loaded;
}

/** Reads one input whole. A fault in the program on one input is told and does not stop the others. */
export async function readOne(source: string, options: ReadOptions = {}): Promise<InputResult> {
  const bytes = await bytesOf(source);
  if (!(bytes instanceof Uint8Array)) return { source, readings: [], refused: [bytes] };
  return readBytes(bytes, { source, ...options });
}

/** The same for bytes at hand. */
export async function readBytes(bytes: Uint8Array, hint: PageHint): Promise<InputResult> {
  const { source } = hint;
  const readings: Reading[] = [];
  const refused: Problem[] = [];
  try {
    const { rules, read } = await tools();
    for await (const { value, problems } of readReports(bytes, hint, rules)) {
      if (problems.some((p) => p.severity === 'stop')) refused.push(...problems);
      else readings.push(read(value, problems));
    }
  } catch (error) {
    // Broken rules would spoil every input alike: that ends the run.
    if (error instanceof RuleError) throw error;
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    refused.push(problem('IN-004', { path: source, why }));
  }
  return { source, readings, refused };
}
