/** The parser: text in, sentences with tokens, tags and trees out. Pure: the model and the word lists come as arguments. */
import type { MeaningOf } from '../model/meaning.ts';
import type { Sentence, Token } from '../model/sentence.ts';
import { type Lemmatise, lemmatiser } from './en/lemma.ts';
import { englishRelations } from './en/relation-rules.ts';
import { englishRepairs } from './en/repairs.ts';
import { lookupKey } from './features.ts';
import { bestKernel } from './kernel/wasm-kernel.ts';
import type { Lexicon } from './lexicon.ts';
import type { Kernel } from './matrix.ts';
import { type Model, readModel } from './model-file.ts';
import { type Analysis, Network } from './network.ts';
import { type RawSentence, splitSentences } from './sentences.ts';

export interface ParserOptions {
  /** Default: WebAssembly SIMD where the engine has it, else the plain twin with the same results. */
  readonly kernel?: Kernel;
}

export interface ParseOptions {
  /** Words to parse at most; what comes after is cut into tokens but gets no tree. Default 30,000. */
  readonly maxWords?: number;
}

export interface Parser {
  /** Which kernel does the sums. */
  readonly kernel: 'wasm' | 'js';
  /** Parses running text; offsets are into `text`, `block` is 0, `paragraph` counts from 0 within the text. */
  parse(text: string, options?: ParseOptions): Sentence[];
  /** The same for several texts, each as if it were alone; together they take two thirds of the time, because full batches pay. */
  parseAll(texts: readonly string[], options?: ParseOptions): Sentence[][];
  /** Parses sentences that are cut into words already; offsets are into the words joined by single spaces. */
  parseTokens(sentences: readonly (readonly string[])[]): Sentence[];
  readonly meaningOf: MeaningOf;
}

/**
 * Makes a parser from the bytes of a model file and the word lists.
 *
 * @throws Error where the bytes are no model file, or a damaged one.
 * @example
 * const parser = createParser(bytes, lexicon);
 * parser.parse('Ruta met Okafor.')[0].tokens.map((t) => t.rel); // ['nsubj', 'root', 'obj', 'punct']
 */
export function createParser(bytes: Uint8Array, lexicon: Lexicon, options: ParserOptions = {}): Parser {
  const model = readModel(bytes);
  const kernel = options.kernel ?? bestKernel();
  const network = new Network(model, kernel, englishRelations(lexicon));
  const lemmatise = lemmatiser(lexicon, (word) => model.vectors.get(word));
  const mend = englishRepairs(lexicon);
  const analyse = (parts: readonly SplitText[]): Sentence[][] => {
    const forms = parts.flatMap(({ text, raws }) =>
      raws.map((raw) => raw.tokens.map((t) => text.slice(t.start, t.end))),
    );
    const analyses = network.analyse(forms).values();
    return parts.map(({ text, raws }) =>
      raws.map((raw) => {
        const tokens = tokensOf(text, raw, analyses.next().value as Analysis, model, lemmatise);
        return withTokens(raw, mend(tokens));
      }),
    );
  };
  const parseAll: Parser['parseAll'] = (texts, { maxWords = 30_000 } = {}) => {
    const split = texts.map((text) => ({ text, raws: splitSentences(text, lexicon) }));
    const within = split.map(({ raws }) => countWithin(raws, maxWords));
    const parsed = analyse(split.map(({ text, raws }, i) => ({ text, raws: raws.slice(0, within[i]) })));
    return split.map(({ text, raws }, i) => [
      ...parsed[i]!,
      ...raws.slice(within[i]).map((raw) => flatSentence(text, raw)),
    ]);
  };
  return {
    kernel: kernel.name,
    parse: (text, options) => parseAll([text], options)[0]!,
    parseAll,
    parseTokens: (sentences) => analyse([joined(sentences)])[0]!,
    meaningOf: meaningsOf(model),
  };
}

/** Rows of the model's table of words, each decoded when it is first asked for. */
function meaningsOf(model: Model): MeaningOf {
  const table = model.table('glove');
  const known = new Map<number, Float32Array>();
  return (word) => {
    const row = model.vectors.get(lookupKey(word));
    if (row === undefined) return null;
    const kept = known.get(row);
    if (kept) return kept;
    const from = row * table.columns;
    const scale = table.scales[row]! * table.unit;
    const meaning = Float32Array.from(table.values.subarray(from, from + table.columns), (v) => v * scale);
    known.set(row, meaning);
    return meaning;
  };
}

interface SplitText {
  readonly text: string;
  readonly raws: readonly RawSentence[];
}

/** How many sentences fit into the allowance of words. */
function countWithin(raws: readonly RawSentence[], maxWords: number): number {
  let words = 0;
  const at = raws.findIndex((raw) => {
    words += raw.tokens.length;
    return words > maxWords;
  });
  return at < 0 ? raws.length : at;
}

/** Given words as a text with single spaces, one line a sentence. */
function joined(sentences: readonly (readonly string[])[]): SplitText {
  const text = sentences.map((words) => words.join(' ')).join('\n');
  let at = 0;
  const raws = sentences.map((words, paragraph): RawSentence => {
    const tokens = words.map((word) => {
      const start = at;
      at += word.length + 1;
      return { start, end: start + word.length };
    });
    return { tokens, paragraph, cut: false };
  });
  return { text, raws };
}

function tokensOf(text: string, raw: RawSentence, analysis: Analysis, model: Model, lemmatise: Lemmatise): Token[] {
  const { rels } = model.head;
  return raw.tokens.map((span, i): Token => {
    const form = text.slice(span.start, span.end);
    const xpos = model.head.xpos[analysis.xpos[i]!]!;
    const upos = agreed(model.head.upos[analysis.upos[i]!]!, xpos);
    return {
      ...span,
      text: form,
      lemma: lemmatise({ form, upos, xpos, first: i === 0 }),
      upos,
      xpos,
      head: analysis.heads[i]!,
      rel: rels[analysis.rels[i]!]!,
      margin: analysis.margins[i]!,
    };
  });
}

/** The two tags are guessed apart; where they cannot both be right the fine one, which knows number and tense, decides. */
function agreed(upos: string, xpos: string): string {
  if (upos === 'PROPN' && (xpos === 'NN' || xpos === 'NNS')) return 'NOUN';
  if (upos === 'NOUN' && (xpos === 'NNP' || xpos === 'NNPS')) return 'PROPN';
  if (xpos.startsWith('VB') && (upos === 'NOUN' || upos === 'ADJ' || upos === 'PROPN')) return 'VERB';
  return upos;
}

/** A sentence without a tree: the first token is the root, all others hang on it. */
function flatSentence(text: string, raw: RawSentence): Sentence {
  const tokens = raw.tokens.map((span, i): Token => {
    const form = text.slice(span.start, span.end);
    const place = i === 0 ? { head: -1, rel: 'root' } : { head: 0, rel: 'dep' };
    return { ...span, text: form, lemma: form.toLowerCase(), upos: 'X', xpos: 'FW', ...place, margin: 0 };
  });
  return { ...withTokens(raw, tokens), cut: true };
}

function withTokens(raw: RawSentence, tokens: readonly Token[]): Sentence {
  const span = { start: tokens[0]!.start, end: tokens[tokens.length - 1]!.end };
  return { ...span, block: 0, paragraph: raw.paragraph, tokens, ...(raw.cut ? { cut: true } : {}) };
}
