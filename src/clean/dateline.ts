/** Where a report was filed from, as its first body line says. */

const PLACE = "\\p{Lu}[\\p{L}'’.-]*(?:\\s(?:de|la|el|of|and|al|es|\\p{Lu}[\\p{L}'’.-]*)){0,3}";
/** Words that open a sentence and no dateline, though they may be printed in capitals. */
const NO_PLACE =
  /^(?:the|a|an|this|that|it|in|on|at|for|new|breaking|update|exclusive|watch|live|opinion|analysis|photo|video|by)$/i;

const IN_CAPITALS =
  /^[“"‘'(]?((?:\p{Lu}[\p{Lu}'’.-]+|ST\.?)(?:[ /-]\p{Lu}[\p{Lu}'’.-]*){0,3}(?:,\s\p{Lu}[\p{L}.'’-]+(?:[ ]\p{Lu}[\p{L}.'’-]+)?){0,2})\s?(?:,\s\p{L}{3,9}\.?\s\d{1,2}(?:,\s\d{4})?)?\s?(?:\([^()]{2,40}\))?\s?(?:[-–—_:.]|--|\([^()]{2,40}\))/u;
const WITH_DAY = new RegExp(
  `^(${PLACE}),\\s(?:\\d{1,2}\\s)?\\p{L}{3,9}\\.?\\s?\\d{0,2}(?:,?\\s\\d{4})?\\s?(?:\\([^()]{2,40}\\)|[-–—.])`,
  'u',
);
const WITH_DASH = new RegExp(`^(${PLACE})\\s?(?:\\([^()]{2,40}\\)\\s?)?(?:[–—:]|\\s-|--)\\s?\\S`, 'u');
const AFTER_DAY = new RegExp(`^\\p{L}{3,9}\\.?\\s\\d{1,2},\\s\\d{4}\\s\\((${PLACE})\\)`, 'u');

/**
 * The place before the first sentence, as printed, or null.
 *
 * @example findDateline('OSLO, May 3 (AP) — The two ministers met.') // 'OSLO'
 */
export function findDateline(opening: string): string | null {
  const text = opening.slice(0, 200).replace(/^\*+|\*+(?=\s)/g, '');
  const place = (text.match(IN_CAPITALS) ??
    text.match(AFTER_DAY) ??
    text.match(WITH_DAY) ??
    text.match(WITH_DASH))?.[1];
  if (!place || NO_PLACE.test(place) || place.split(' ').some((w) => /^(?:said|says|has|is|was)$/i.test(w)))
    return null;
  return place.length <= 50 ? place.trim() : null;
}
