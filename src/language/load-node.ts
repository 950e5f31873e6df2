/** Loads the parser from the files of the package: model and word lists. The only file of this folder that reads the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildLexicon, type Lexicon, type LexiconEntry } from './lexicon.ts';
import { createParser, type Parser, type ParserOptions } from './parser.ts';

const MODEL = new URL('../../models/en.bin', import.meta.url);
const LEXICON = new URL('../../data/lang/en/lexicon/', import.meta.url);

export interface LoadOptions extends ParserOptions {
  /** The entries of the lexicon where they are read already (the rules hold them); saves reading YAML. */
  readonly entries?: readonly LexiconEntry[];
}

/** Reads the English word lists. */
export function loadLexicon(folder: URL = LEXICON): Lexicon {
  // Loaded on demand: who has the entries at hand need not wait for a YAML reader.
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return buildLexicon(files.flatMap((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as LexiconEntry[]));
}

/**
 * Loads the English parser that ships with the package.
 *
 * @example
 * const parser = loadParser();
 * parser.parse('Ruta met Okafor.')[0].tokens.length; // 4
 */
export function loadParser({ entries, ...options }: LoadOptions = {}): Parser {
  const lexicon = entries === undefined ? loadLexicon() : buildLexicon(entries);
  return createParser(new Uint8Array(readFileSync(MODEL)), lexicon, options);
}
