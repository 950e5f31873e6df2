/** Reads and writes CoNLL-U, the ten-column form of treebanks. In: text or sentences. Out: rows or text. */
import type { Sentence, Token } from '../model/sentence.ts';
import { featuresOf } from './en/features-of.ts';

/** One syntactic word of a CoNLL-U file. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Head counted from 0; -1 for the root or where none is given. */
  readonly head: number;
  readonly rel: string;
  readonly misc: string;
}

export interface ConlluSentence {
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
  /** Lines of multi-word tokens (`3-4 can't`), by the index of the word they stand before. */
  readonly ranges: ReadonlyMap<number, string>;
  /** The `# text` comment, or null. */
  readonly text: string | null;
}

/**
 * Reads all sentences of a CoNLL-U text; empty nodes are left out, broken lines are passed over.
 *
 * @example
 * readConllu('1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n')[0].words[0].form; // 'Go'
 */
export function readConllu(text: string): ConlluSentence[] {
  const out: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let ranges = new Map<number, string>();
  const close = (): void => {
    const line = comments.find((c) => c.startsWith('# text = '));
    if (words.length > 0) out.push({ comments, words, ranges, text: line?.slice(9) ?? null });
    comments = [];
    words = [];
    ranges = new Map();
  };
  for (const line of text.split(/\r?\n/)) {
    if (line === '') close();
    else if (line.startsWith('#')) comments.push(line);
    else if (/^\d+-\d+\t/.test(line)) ranges.set(words.length, line);
    else if (/^\d+\t/.test(line)) words.push(wordOf(line.split('\t')));
  }
  close();
  return out;
}

function wordOf(columns: readonly string[]): ConlluWord {
  const [, form = '_', lemma = '_', upos = '_', xpos = '_', , head = '', rel = '_', , misc = '_'] = columns;
  return { form, lemma, upos, xpos, head: /^\d+$/.test(head) ? Number(head) - 1 : -1, rel, misc };
}

/**
 * Writes parsed sentences as CoNLL-U. With `given`, its comments, multi-word lines and misc columns are kept.
 *
 * @example
 * writeConllu(parser.parse(text), { text });
 */
export function writeConllu(
  sentences: readonly Sentence[],
  from: { readonly text?: string; readonly given?: readonly ConlluSentence[] } = {},
): string {
  const out: string[] = [];
  let paragraph = -1;
  sentences.forEach((sentence, i) => {
    const given = from.given?.[i];
    if (given !== undefined) out.push(...given.comments);
    else {
      if (sentence.paragraph !== paragraph) out.push('# newpar');
      paragraph = sentence.paragraph;
      out.push(`# sent_id = ${i + 1}`);
      if (from.text !== undefined) out.push(`# text = ${plain(from.text.slice(sentence.start, sentence.end))}`);
    }
    out.push(...(given === undefined ? rowsOf(sentence, from.text) : givenRows(sentence, given)), '');
  });
  return `${out.join('\n')}\n`;
}

function rowOf(sentence: Sentence, k: number, misc: string): string {
  const token = sentence.tokens[k]!;
  const columns = [k + 1, plain(token.text), plain(token.lemma), token.upos, token.xpos, featuresOf(token)];
  return [...columns, token.head + 1, token.rel, '_', misc].join('\t');
}

function givenRows(sentence: Sentence, given: ConlluSentence): string[] {
  return sentence.tokens.flatMap((_, k) => {
    const range = given.ranges.get(k);
    const row = rowOf(sentence, k, given.words[k]!.misc);
    return range === undefined ? [row] : [range, row];
  });
}

/** Rows of words we cut ourselves; where a text is at hand, a word and its clitic get a multi-word line. */
function rowsOf(sentence: Sentence, text: string | undefined): string[] {
  const { tokens } = sentence;
  const out: string[] = [];
  tokens.forEach((token, k) => {
    const joined = text !== undefined && isJoined(tokens[k + 1], token);
    const close = text !== undefined && tokens[k + 1]?.start === token.end;
    const inside = k > 0 && text !== undefined && isJoined(token, tokens[k - 1]!);
    if (joined) {
      const end = tokens[k + 2]?.start === tokens[k + 1]!.end ? 'SpaceAfter=No' : '_';
      const form = text.slice(token.start, tokens[k + 1]!.end);
      out.push([`${k + 1}-${k + 2}`, form, ...'_______', end].join('\t'));
    }
    out.push(rowOf(sentence, k, close && !joined && !inside ? 'SpaceAfter=No' : '_'));
  });
  return out;
}

/** True where the two tokens were one written word: `can` + `'t`, `Ruta` + `'s`, `can` + `not`. */
function isJoined(token: Token | undefined, before: Token): boolean {
  if (token === undefined || token.start !== before.end || !/[\p{L}\p{N}.]$/u.test(before.text)) return false;
  return /^(?:['’ʼ`](?:s|ll|ve|re|d|m)|n['’ʼ`]t|nt|not|na|ta)$/iu.test(token.text);
}

/** Line breaks and tabs would end a column; an empty column is written as an underscore. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ') || '_';
}
