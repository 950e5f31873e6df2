/** The reader of this package: its rules and its parser from disk, put together once. */
import { loadParser } from './language/load-node.ts';
import type { Parser } from './language/parser.ts';
import { type Reader, readerOf } from './pipeline.ts';
import { loadRules } from './rules/load.ts';
import type { Rules } from './rules/rules.ts';

export interface LoadedReader {
  readonly rules: Rules;
  readonly parser: Parser;
  readonly read: Reader;
}

/**
 * Loads rules, word lists and model.
 *
 * @throws RuleError where the rules in `data/` do not hold.
 * @example const { read } = await loadReader();
 */
export async function loadReader(): Promise<LoadedReader> {
  const rules = await loadRules();
  const parser = loadParser({ entries: rules.lexicon.flatMap((f) => f.entries) });
  return { rules, parser, read: readerOf(rules, parser) };
}
