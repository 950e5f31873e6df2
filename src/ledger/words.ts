/** From a sentence to the bare words that tell whether two sentences say the same. */
import { createHash } from 'node:crypto';

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter words are mostly articles, prepositions and pronouns; numbers always count. */
const SHORTEST = 4;

/** The first 32 hexadecimal digits of the SHA-256 of a text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** A hash that survives differences in case, punctuation and spacing: copies of one wire sentence share it. */
export function wordsHash(sentence: string): string {
  return hashOf((sentence.toLowerCase().match(WORD) ?? []).join(' '));
}

/** A word without its commonest endings, so that "met" stays apart but "talks" and "talk" meet. */
export function stem(word: string): string {
  const bare = word.toLowerCase();
  if (bare.endsWith('ies') && bare.length > 4) return `${bare.slice(0, -3)}y`;
  for (const ending of ['ings', 'ing', 'ed', 'es', 's']) {
    if (bare.endsWith(ending) && bare.length - ending.length >= 3) return bare.slice(0, -ending.length);
  }
  return bare;
}

/** The stems of the words that carry the content of a sentence. */
export function contentWords(sentence: string): ReadonlySet<string> {
  const words = sentence.match(WORD) ?? [];
  return new Set(words.filter((w) => w.length >= SHORTEST || /\d/.test(w)).map(stem));
}

/** Share of the smaller set that the larger one holds, 0 to 1; 0 where one is empty. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : a.intersection(b).size / smaller;
}
