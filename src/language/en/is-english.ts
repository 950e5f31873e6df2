/** Whether words are English prose, by the share of its commonest small words. In: words. Out: percentage, or null. */

/** Hardly any English sentence lacks one of these; in other languages few of them are words at all. */
const SMALL = new Set(
  (
    'the of and to that is was for with as by at from be are were has have had not this which they their it its he his ' +
    'she her we our you your will would can could said who when after before about than more been but or if there an on in a'
  ).split(' '),
);

/** Fewer words than this say nothing. */
const ENOUGH = 40;

/** Below this share of 100 words a text is not English: English news has 35 to 50, other languages below 10. */
export const ENGLISH_SHARE = 15;

/**
 * Share of small English words in 100 words; null where there are too few words to tell.
 *
 * @example
 * englishShare(['the', 'talks', 'failed']); // null: too few
 */
export function englishShare(words: readonly string[]): number | null {
  const letters = words.filter((word) => /^\p{L}/u.test(word));
  if (letters.length < ENOUGH) return null;
  const small = letters.filter((word) => SMALL.has(word.toLowerCase())).length;
  return (100 * small) / letters.length;
}
