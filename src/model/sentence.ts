import type { Span } from './span.ts';

/** A word with its tags and its place in the dependency tree (Universal Dependencies). */
export interface Token extends Span {
  readonly text: string;
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX ... */
  readonly upos: string;
  /** Penn Treebank tag: VBD, NNP ... */
  readonly xpos: string;
  /** Index of the head in the sentence; -1 for the root. */
  readonly head: number;
  /** Universal relation with its subtype: nsubj, nsubj:pass, obl:agent ... */
  readonly rel: string;
  /** Confidence of the arc, 0 to 1. */
  readonly margin: number;
}

/** A sentence of a headline, deck, body or caption block. */
export interface Sentence extends Span {
  /** Index into `Report.blocks`. */
  readonly block: number;
  /** Number of the paragraph, counted over the whole report; sentences of one paragraph share it. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  /** True where a longer stretch had to be cut to stay within bounds. */
  readonly cut?: boolean;
}
