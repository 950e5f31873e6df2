/** The word lists the language stage reads by, as plain data. In: groups of words by id. Out: sets to look up in. */

/** One entry of a list under `data/lang/en/lexicon`. */
export interface LexiconEntry {
  readonly id: string;
  readonly why: string;
  readonly words: readonly string[];
  readonly examples?: readonly string[] | undefined;
}

/** What may follow an abbreviation decides whether its full stop ends a sentence. */
export type AbbreviationKind = 'before-name' | 'before-number' | 'state' | 'open' | 'inside';

export interface Lexicon {
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  readonly prefixes: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** Lower-case contraction to the length of its first word: `cannot` to 3. */
  readonly contractions: ReadonlyMap<string, number>;
  readonly starters: ReadonlySet<string>;
  /** All entries by the last part of their id, for the grammar of the language. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/**
 * Builds the look-up sets from the entries of the lexicon files.
 *
 * @example
 * const lexicon = buildLexicon([{ id: 'lang/en/lexicon/abbreviations/open', why: '...', words: ['Inc'] }]);
 * lexicon.abbreviations.get('Inc'); // 'open'
 */
export function buildLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const lists = new Map<string, readonly string[]>();
  const abbreviations = new Map<string, AbbreviationKind>();
  for (const entry of entries) {
    const [name = '', group = ''] = entry.id.split('/').reverse();
    lists.set(name, entry.words);
    if (group !== 'abbreviations') continue;
    for (const word of entry.words) abbreviations.set(word, name as AbbreviationKind);
  }
  const set = (name: string): Set<string> => new Set(lists.get(name) ?? []);
  return {
    abbreviations,
    prefixes: set('bound-prefixes'),
    units: set('units'),
    contractions: new Map((lists.get('contractions') ?? []).map(contraction)),
    starters: set('sentence-starters'),
    lists,
  };
}

/** `can|not` and `dont|2` both say where the second word begins. */
function contraction(entry: string): [string, number] {
  const [first = '', rest = ''] = entry.split('|');
  const at = Number.parseInt(rest, 10);
  return Number.isNaN(at) ? [first + rest, first.length] : [first, at];
}
