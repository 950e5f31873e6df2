/** Tokens in, atoms out: the pieces names are matched by, the same however a tokeniser cuts hyphens, stops and clitics. */
import type { Token } from '../model/sentence.ts';
import { fold } from './fold.ts';

/** `l` lower, `t` capitalised, `u` upper case (two letters or more), `n` no letters. */
export type Case = 'l' | 't' | 'u' | 'n';

export interface Atom {
  readonly key: string;
  readonly case: Case;
  /** Index of the token it lies in. */
  readonly token: number;
  readonly start: number;
  readonly end: number;
}

const PIECE = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
/** Nearly all words: nothing to cut and nothing to fold. */
const PLAIN = /^[A-Za-z0-9]+$/;
const INITIALS = /^(?:\p{L}\.)+\p{L}?\.?$/u;
/** Signs inside names that writers put or leave out at will. */
const SILENT = /^[-\u2010\u2011.'’ʼ`]$/u;

export function caseOf(word: string): Case {
  const code = word.charCodeAt(0);
  if (code >= 97 && code <= 122) return 'l';
  if (code >= 65 && code <= 90 && isLower(word.charCodeAt(1))) return 't';
  const first = /\p{L}/u.exec(word)?.[0];
  if (first === undefined) return 'n';
  if (first === first.toLowerCase()) return 'l';
  return word.length > 1 && word === word.toUpperCase() ? 'u' : 't';
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Atoms of one stretch of text that begins at `offset` of the report. */
function piecesOf(text: string, token: number, offset: number, out: Atom[]): void {
  if (PLAIN.test(text)) {
    out.push({ key: text.toLowerCase(), case: caseOf(text), token, start: offset, end: offset + text.length });
    return;
  }
  if (INITIALS.test(text) && text.length > 2) {
    const joined = text.replaceAll('.', '');
    out.push({ key: fold(joined), case: caseOf(joined), token, start: offset, end: offset + text.length });
    return;
  }
  for (const piece of text.matchAll(PIECE)) {
    if (SILENT.test(piece[0])) continue;
    const start = offset + piece.index;
    out.push({ key: fold(piece[0]), case: caseOf(piece[0]), token, start, end: start + piece[0].length });
  }
}

/**
 * Atoms of a sentence.
 *
 * @example
 * atomsOf(tokens).map((a) => a.key); // "U.S.-led" gives ['us', 'led']
 */
export function atomsOf(tokens: readonly Token[]): Atom[] {
  const out: Atom[] = [];
  tokens.forEach((t, i) => {
    piecesOf(t.text, i, t.start, out);
  });
  return out;
}

/** Atoms of a name or phrase from the tables. */
export function atomsOfName(name: string): Atom[] {
  const out: Atom[] = [];
  let token = 0;
  let start = 0;
  for (const word of name.split(' ')) {
    if (word !== '') piecesOf(word, token++, start, out);
    start += word.length + 1;
  }
  return out;
}

const PLAIN_NAME = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

const PLAIN_START = /^[A-Za-z0-9]+(?= |$)/;

/** Key of the first atom of a name; undefined where it has none. */
export function firstKeyOf(name: string): string | undefined {
  const plain = PLAIN_START.exec(name)?.[0];
  return plain === undefined ? atomsOfName(name)[0]?.key : plain.toLowerCase();
}

/** Keys of a name and the case of each, one letter an atom. */
export function keysOfName(name: string): { readonly keys: readonly string[]; readonly cases: string } {
  let cases = '';
  if (PLAIN_NAME.test(name)) {
    for (const word of name.split(' ')) cases += caseOf(word);
    return { keys: name.toLowerCase().split(' '), cases };
  }
  const atoms = atomsOfName(name);
  for (const a of atoms) cases += a.case;
  return { keys: atoms.map((a) => a.key), cases };
}

/** Key of a short form: its atoms joined. */
export function keyOf(name: string): string {
  if (/^[A-Za-z]+$/.test(name)) return name.toLowerCase();
  return atomsOfName(name)
    .map((a) => a.key)
    .join(' ');
}
