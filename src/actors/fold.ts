/** Words as printed in, comparison keys out: no case, no accents, no look-alike letters of other scripts. */

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'a',
  ħ: 'h',
  ŋ: 'n',
};

/** Cyrillic and Greek letters that look like Latin ones; read so only in words that also hold Latin letters. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};

const ASCII = /^[ -~]*$/;
const LATIN = /\p{Script=Latin}/u;

/**
 * The key under which a word is compared.
 *
 * @example
 * fold('Vukčević'); // 'vukcevic'
 */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const mixed = LATIN.test(word);
  let out = '';
  for (const letter of word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u200b-\u200f\u2060]/gu, '')) {
    out += LETTERS[letter] ?? (mixed ? (LOOK_ALIKES[letter] ?? letter) : letter);
  }
  return out;
}

/**
 * A rougher key under which two transliterations of one name meet; empty for words too short to compare so.
 *
 * @example
 * skeleton('Darchiyev') === skeleton('Darchiev'); // true
 */
export function skeleton(word: string): string {
  const key = fold(word)
    .replace(/kh|gh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/zh|dzh|dj/g, 'j')
    .replace(/tsch|tch|ch|cz/g, 'c')
    .replace(/sch|sh|sz/g, 's')
    .replace(/ck|q/g, 'k')
    .replace(/w/g, 'v')
    .replace(/ou/g, 'u')
    .replace(/x/g, 'ks')
    .replace(/(?:iy|yi|ij|ii|ie|ye|je|ey|ei|ay|ai|[eyij])+/g, 'i')
    .replace(/(.)\1+/g, '$1');
  return key.length < 4 ? '' : key;
}
