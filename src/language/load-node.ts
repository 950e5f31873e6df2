/** Loads the parser from the files of the package: model and word lists. The only file of this folder that reads the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { buildLexicon, type Lexicon, type LexiconEntry } from './lexicon.ts';
import { createParser, type Parser, type ParserOptions } from './parser.ts';

const MODEL = new URL('../../models/en.bin', import.meta.url);
const LEXICON = new URL('../../data/lang/en/lexicon/', import.meta.url);

/** Reads the English word lists. */
export function loadLexicon(folder: URL = LEXICON): Lexicon {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return buildLexicon(
    files.flatMap((name) => parseYaml(readFileSync(new URL(name, folder), 'utf8')) as LexiconEntry[]),
  );
}

/**
 * Loads the English parser that ships with the package.
 *
 * @example
 * const parser = loadParser();
 * parser.parse('Ruta met Okafor.')[0].tokens.length; // 4
 */
export function loadParser(options: ParserOptions = {}): Parser {
  return createParser(new Uint8Array(readFileSync(MODEL)), loadLexicon(), options);
}
