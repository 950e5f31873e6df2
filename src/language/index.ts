/** An English tagger and dependency parser that runs anywhere: the `./language` export. No Node imports. */
export type { MeaningOf } from '../model/meaning.ts';
export type { Sentence, Token } from '../model/sentence.ts';
export { type ConlluSentence, type ConlluWord, readConllu, writeConllu } from './conllu.ts';
export { drawTable, drawTree } from './draw.ts';
export { featuresOf } from './en/features-of.ts';
export { type EventNoun, eventsOf, type Name, namesOf, type VerbGroup, verbGroupsOf } from './en/phrases.ts';
export { wasmKernel } from './kernel/wasm-kernel.ts';
export { buildLexicon, type Lexicon, type LexiconEntry } from './lexicon.ts';
export { jsKernel, type Kernel } from './matrix.ts';
export { createParser, type ParseOptions, type Parser, type ParserOptions } from './parser.ts';
export { readSentences, sentencesOf } from './stage.ts';
