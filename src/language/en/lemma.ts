/** Base forms of English words. In: form and tags. Out: lemma. Rules take endings off; a list holds what no rule gives. */
import type { Lexicon } from '../lexicon.ts';

/** Place of a word among the commonest words, 1 first; undefined where it is not among them. */
export type Rank = (word: string) => number | undefined;

/** `first` words of a sentence are capitalised for that reason alone. */
export interface Tagged {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly first: boolean;
}

export type Lemmatise = (word: Tagged) => string;

/**
 * Makes the lemma function from the word lists and the ranks of the model's words.
 *
 * @example
 * lemmatiser(lexicon, () => undefined)({ form: 'Talks', upos: 'NOUN', xpos: 'NNS', first: true }); // 'talk'
 */
export function lemmatiser(lexicon: Lexicon, rank: Rank): Lemmatise {
  const list = (name: string): Map<string, string> =>
    new Map((lexicon.lists.get(name) ?? []).map((entry) => entry.split('=') as [string, string]));
  const verbs = list('verbs');
  const nouns = list('nouns');
  const others = list('others');
  return ({ form, upos, xpos, first }) => {
    const word = form.replace(/[’ʼ`]/g, "'");
    const low = word.toLowerCase();
    if (xpos === 'NNP' || upos === 'PUNCT' || upos === 'SYM') return word;
    if (xpos === 'NNPS') return pluralStem(word, nouns, rank);
    if (low === "'s" && upos !== 'PART') return upos === 'PRON' ? 'we' : 'be';
    if (low === "'d") return upos === 'AUX' && xpos === 'MD' ? 'would' : 'have';
    if (upos === 'VERB' || upos === 'AUX') return verbs.get(low) ?? verbStem(low, xpos, rank);
    if (xpos === 'NNS') return nouns.get(low) ?? pluralStem(low, nouns, rank);
    if ((low === 'better' || low === 'best') && upos === 'ADV') return 'well';
    if (xpos === 'JJR' || xpos === 'JJS' || xpos === 'RBR' || xpos === 'RBS') {
      return others.get(low) ?? comparedStem(low, xpos, rank);
    }
    if (keepsCapitals(word, xpos, first)) return word;
    if (low === 'her' && xpos === 'PRP$') return low;
    if (low === 'i' && xpos === 'PRP') return 'I';
    return others.get(low) ?? low;
  };
}

/** Adjectives of names (`Iraqi`) and abbreviations in capitals keep their sign. */
function keepsCapitals(word: string, xpos: string, first: boolean): boolean {
  if (!/^\p{Lu}/u.test(word)) return false;
  if (xpos === 'JJ') return !first || /(?:[ei]an|can|ese|ish|[aeq]i|ni)$/.test(word);
  return (xpos === 'NN' || xpos === 'CD') && /^[\p{Lu}\d.&-]{2,}$/u.test(word);
}

/** The commonest of the given words; the first where none is common. */
function commonest(rank: Rank, ...words: readonly string[]): string {
  let best = words[0]!;
  let at = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const r = rank(word) ?? Number.POSITIVE_INFINITY;
    if (r >= at) continue;
    at = r;
    best = word;
  }
  return best;
}

function verbStem(low: string, xpos: string, rank: Rank): string {
  if (xpos === 'VBZ') return withoutS(low, rank);
  if (xpos === 'VBG' && low.endsWith('ing') && low.length > 4) return openStem(low.slice(0, -3), rank);
  if ((xpos === 'VBD' || xpos === 'VBN') && low.endsWith('ed') && low.length > 3)
    return openStem(low.slice(0, -2), rank);
  return low;
}

/** The base before -ing or -ed: as it stands, with a silent e, with y, or with a doubled sign made single. */
function openStem(stem: string, rank: Rank): string {
  if (/[^aeiou]i$/.test(stem)) return `${stem.slice(0, -1)}y`;
  if (/([bdgkmnprtv])\1$/.test(stem)) return commonest(rank, stem.slice(0, -1), stem);
  if (/([lsz])\1$/.test(stem)) return commonest(rank, stem, stem.slice(0, -1));
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return `${stem}e`;
  if (/(?:[uv]|[^aeiou]l|[aeiou][cgsz]|[iy]z|[^l]at|[nr]c|[dr]g|[aeiou]ut|pr[ou]v|ir|ur|ibut|itut)$/.test(stem)) {
    return commonest(rank, `${stem}e`, stem);
  }
  return commonest(rank, stem, `${stem}e`);
}

/** Third person and plural endings: -ies, -es after a hiss, -s. */
function withoutS(low: string, rank: Rank): string {
  if (/[^aeiou]ies$/.test(low) && low.length > 4) return `${low.slice(0, -3)}y`;
  if (/[iy]zes$/.test(low)) return low.slice(0, -1);
  if (/(?:s|x|z|ch|sh|o)es$/.test(low)) return commonest(rank, low.slice(0, -2), low.slice(0, -1));
  return low.length > 2 && low.endsWith('s') && !/(?:ss|us|is|'s)$/.test(low) ? low.slice(0, -1) : low;
}

function pluralStem(word: string, nouns: ReadonlyMap<string, string>, rank: Rank): string {
  const listed = nouns.get(word.toLowerCase());
  if (listed !== undefined) return word === word.toLowerCase() ? listed : word[0]! + listed.slice(1);
  if (/men$/.test(word) && word.length > 4) return `${word.slice(0, -3)}man`;
  if (/^\d/.test(word)) return word;
  return /[^aeiouy]is$/.test(word) ? word.slice(0, -1) : withoutS(word, rank);
}

/** `larger`, `biggest`, `easier` back to their first degree; adverbs like `more` stay as they are. */
function comparedStem(low: string, xpos: string, rank: Rank): string {
  const ending = xpos.endsWith('S') ? 'est' : 'er';
  if (!low.endsWith(ending) || low.length < ending.length + 3) return low;
  const stem = low.slice(0, -ending.length);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnt])\1$/.test(stem)) return commonest(rank, stem.slice(0, -1), stem);
  return commonest(rank, stem, `${stem}e`);
}
