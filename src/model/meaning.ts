/**
 * What company a common word keeps, as numbers that lie near each other for words of like meaning; null for a rare word. In: a
 * word. Out: `MEANING_SIZE` numbers, shared by all callers and not to be changed. They come from the parser's model (GloVe, projected).
 */
export type MeaningOf = (word: string) => Float32Array | null;

/** Numbers of one meaning. */
export const MEANING_SIZE = 64;
