/** Cuts a stretch of text into words and signs by the conventions of Universal Dependencies. In: text, lexicon. Out: spans. */
import type { Span } from '../model/span.ts';
import type { Lexicon } from './lexicon.ts';

/** A run longer than this is cut: no word of English comes near it, and it bounds what one token can cost. */
const LONGEST_WORD = 160;

const SPACE = /[\s\p{Cc}\u200b\u2060\ufeff]+/uy;
const CHUNK = /[^\s\p{Cc}\u200b\u2060\ufeff]{1,4000}/uy;
const URL = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”‘’«»]{1,2000}/iuy;
const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/uy;
const DOMAIN =
  /(?:[\p{L}\p{N}-]{2,63}\.){1,4}(?:com|org|net|gov|edu|mil|int|info|co\.uk|ru|cn|ir|in|uk|de|fr|eu|tv|io)(?![\p{L}\p{N}-])/iuy;
const HANDLE = /@[\p{L}_][\p{L}\p{N}_]{0,60}|#[\p{L}_][\p{L}\p{N}_]{2,60}/uy;
const PHONE = /\+?\d{1,4}(?:-\d{2,4}){2,4}(?![\p{L}\p{N}-])|\d{3}-\d{4}(?![\p{L}\p{N}-])/uy;
const NUMBER = /(?:\d+(?:[.,:/]\d+)*|\.\d+)/uy;
const DECADE = /\d*0['’]s(?!\p{L})/uy;
const SHORT_YEAR = /['’]\d\ds?(?![\p{L}\p{N}])/uy;
const ORDINAL = /(?:st|nd|rd|th|s)(?![\p{L}\p{N}])/iuy;
const LETTERS = /[\p{L}\p{M}]{1,12}/uy;
const MONEY = /(?:US|HK|NT|NZ|CA|AU|[ACSRZJU])\$/uy;
const ACRONYM =
  /(?:\p{Lu}\p{Ll}?\.(?:-?\p{L}\.){1,8}|(?:\p{L}\.){2,8})(?:\p{Lu}(?![\p{L}\p{N}]))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}.])/uy;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_]{0,158}(?:['’ʼ`&·](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}_]{1,60}){0,4}/uy;
const CLITIC = /['’ʼ`](?:s|ll|ve|re|d|m)(?![\p{L}\p{N}])/iuy;
const CLITIC_END = /(?:n['’ʼ`]t|['’ʼ`](?:s|ll|ve|re|d|m))$/iu;
const RUN = /\[(?:\.{3}|…)\]|\.{2,}|…+|-{2,}|[!?]+|''|``|‘‘|’’|([*_=~#<>|•])\1+/uy;
const SMILEY = /[:;]-?[)(DP](?!\S)/uy;
const EMOJI =
  /\p{Extended_Pictographic}[\u{fe0f}\u{1f3fb}-\u{1f3ff}]?(?:\u200d\p{Extended_Pictographic}[\u{fe0f}\u{1f3fb}-\u{1f3ff}]?){0,6}/uy;
const HYPHEN = /[-\u2010\u2011]/;

/** Where the cutter stands: the text, the span in work and what was cut so far. */
interface Cutter {
  readonly text: string;
  readonly end: number;
  readonly lexicon: Lexicon;
  readonly out: Span[];
}

/**
 * Cuts `text` between `start` and `end` into tokens with offsets into `text`.
 *
 * @example
 * tokenise("Ruta can't go.", 0, 14, lexicon).map((t) => t.start); // [0, 5, 7, 11, 13]
 */
export function tokenise(text: string, start: number, end: number, lexicon: Lexicon): Span[] {
  const cutter: Cutter = { text, end, lexicon, out: [] };
  let at = start;
  while (at < end) {
    at = Math.min(end, matchEnd(SPACE, text, at));
    const chunkEnd = Math.min(end, matchEnd(CHUNK, text, at));
    if (at >= end) break;
    if (chunkEnd === at) at += 1;
    while (at < chunkEnd) at = cutOne(cutter, at, chunkEnd);
  }
  return cutter.out;
}

/** End of a sticky match at `at`, or `at` itself where it does not match. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Cuts one token (or a word and its clitic) at `at`; gives where the next one begins. */
function cutOne(cutter: Cutter, at: number, chunkEnd: number): number {
  const whole = wholeEnd(cutter.text, at, chunkEnd);
  if (whole > at) return push(cutter, at, Math.min(whole, chunkEnd));
  const number = numberEnd(cutter, at);
  if (number > at) return push(cutter, at, Math.min(number, chunkEnd));
  const word = Math.min(chunkEnd, wordEnd(cutter, at));
  if (word > at) return pushWord(cutter, at, word);
  return push(cutter, at, Math.min(chunkEnd, signEnd(cutter.text, at)));
}

function push(cutter: Cutter, start: number, end: number): number {
  cutter.out.push({ start, end });
  return end;
}

/** Addresses, handles, phone numbers, smileys: never cut inside. */
function wholeEnd(text: string, at: number, chunkEnd: number): number {
  const first = text[at]!;
  if (/[a-z]/i.test(first)) {
    const url = matchEnd(URL, text, at);
    if (url > at) return at + text.slice(at, url).replace(/[.,;:!?)\]'’”"]{1,9}$/u, '').length;
    const mail = hasBefore(text, '@', at, chunkEnd) ? matchEnd(MAIL, text, at) : at;
    if (mail > at) return mail;
    return hasBefore(text, '.', at, chunkEnd) ? matchEnd(DOMAIN, text, at) : at;
  }
  if (first === '@' || first === '#') return matchEnd(HANDLE, text, at);
  if (first === '+' || /\d/.test(first)) return matchEnd(PHONE, text, at);
  if ((first === ':' || first === ';') && isSpaceAt(text, at - 1)) return matchEnd(SMILEY, text, at);
  return at;
}

/** Looks at most 70 units ahead, so a long run costs the same for each of its characters. */
function hasBefore(text: string, sign: string, at: number, end: number): boolean {
  for (let i = at, stop = Math.min(end, at + 70); i < stop; i += 1) if (text[i] === sign) return true;
  return false;
}

function isSpaceAt(text: string, at: number): boolean {
  return at < 0 || at >= text.length || /\s/.test(text[at]!);
}

/** A number with its ordinal ending; a unit written against it is left for the next token. */
function numberEnd(cutter: Cutter, at: number): number {
  const { text, lexicon } = cutter;
  const first = text[at]!;
  if (first === "'" || first === '’') return isSpaceAt(text, at - 1) ? matchEnd(SHORT_YEAR, text, at) : at;
  if (!/[\d.]/.test(first)) return at;
  if (first === '.' && !isSpaceAt(text, at - 1)) return at;
  const decade = matchEnd(DECADE, text, at);
  if (decade > at) return decade;
  const digits = Math.min(matchEnd(NUMBER, text, at), at + LONGEST_WORD);
  if (digits === at) return at;
  const ordinal = matchEnd(ORDINAL, text, digits);
  if (ordinal > digits) return ordinal;
  const letters = matchEnd(LETTERS, text, digits);
  const next = text[letters] ?? ' ';
  if (letters > digits && !/\p{N}/u.test(next) && lexicon.units.has(text.slice(digits, letters).toLowerCase())) {
    return digits;
  }
  return letters > digits ? matchEnd(WORD, text, at) : digits;
}

function wordEnd(cutter: Cutter, at: number): number {
  const { text } = cutter;
  const money = matchEnd(MONEY, text, at);
  if (money > at) return money;
  if (/['’ʼ`]/.test(text[at]!) && !isSpaceAt(text, at - 1)) return matchEnd(CLITIC, text, at);
  const acronym = matchEnd(ACRONYM, text, at);
  if (acronym > at) return acronym;
  let end = matchEnd(WORD, text, at);
  if (end === at) return at;
  end = joinPrefix(cutter, at, end);
  return text[end] === '.' && keepsStop(cutter, at, end) ? end + 1 : end;
}

/** `re-open` stays one word: its first part is no word of its own. */
function joinPrefix(cutter: Cutter, at: number, end: number): number {
  const { text, lexicon } = cutter;
  if (!HYPHEN.test(text[end] ?? '') || !lexicon.prefixes.has(text.slice(at, end).toLowerCase())) return end;
  const rest = matchEnd(WORD, text, end + 1);
  return rest > end + 1 ? joinPrefix(cutter, at, rest) : end;
}

/** Whether the full stop after the word belongs to it, by the kind of abbreviation and by what follows. */
function keepsStop(cutter: Cutter, at: number, end: number): boolean {
  const { text, lexicon, out } = cutter;
  const word = text.slice(at, end);
  const after = nextSign(cutter, end + 1);
  if (/^\p{Lu}$/u.test(word)) return after !== '' || !isSpaceAt(text, end + 1);
  // "(b. 1950)" and the like: born, died, married.
  if (/^[bdmc]$/.test(word) && text[at - 1] === '(') return true;
  const kind = lexicon.abbreviations.get(word);
  if (kind === undefined) return false;
  if (kind === 'before-number') return /[\p{Nd}]/u.test(after);
  if (kind === 'state') return out.length > 0 && text[out[out.length - 1]!.start] === ',';
  if (kind === 'before-name') return after !== '';
  return true;
}

/** The first sign after white space, or '' at the end of the stretch. */
function nextSign(cutter: Cutter, from: number): string {
  const at = matchEnd(SPACE, cutter.text, from);
  return at < cutter.end ? cutter.text[at]! : '';
}

/** Cuts `can't`, `Ruta's` and `cannot` in two. */
function pushWord(cutter: Cutter, at: number, end: number): number {
  const word = cutter.text.slice(at, end);
  const clitic = end - at > 2 ? CLITIC_END.exec(word) : null;
  const cut = clitic === null ? (cutter.lexicon.contractions.get(word.toLowerCase()) ?? 0) : clitic.index;
  if (cut > 0) push(cutter, at, at + cut);
  return push(cutter, at + cut, end);
}

/** A run of one sign, an emoji with its joiners, or a single sign. */
function signEnd(text: string, at: number): number {
  const run = matchEnd(RUN, text, at);
  if (run > at) return Math.min(run, at + LONGEST_WORD);
  const emoji = matchEnd(EMOJI, text, at);
  if (emoji > at) return emoji;
  const code = text.codePointAt(at)!;
  return at + (code > 0xffff ? 2 : 1);
}
