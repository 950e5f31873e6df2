/** What the network sees of a word: look-up keys and hashed affixes. `training/features.py` does the same, sign by sign. */

const SIGNS: ReadonlyMap<string, string> = new Map([
  ...['‘', '’', 'ʼ', '`'].map((s): [string, string] => [s, "'"]),
  ...['“', '”', '«', '»', '‟', '„', '``', "''", '‘‘', '’’'].map((s): [string, string] => [s, '"']),
  ...['–', '—', '―'].map((s): [string, string] => [s, '--']),
  ...['‐', '‑', '−'].map((s): [string, string] => [s, '-']),
  ['…', '...'],
]);

/** Number of affix tables: suffixes of 2, 3 and 4 units, prefix of 3, shape. */
export const AFFIX_KINDS = 5;

/** The form with curly signs made plain, as the treebanks print them. */
export function normalForm(form: string): string {
  const sign = SIGNS.get(form);
  if (sign !== undefined) return sign;
  return /[’‘ʼ‑‐]/.test(form) ? form.replace(/[’‘ʼ]/g, "'").replace(/[‑‐]/g, '-') : form;
}

/** Lower case, every digit a 0. */
export function lookupKey(form: string): string {
  return form.toLowerCase().replace(/[0-9]/g, '0');
}

/** 32-bit FNV-1a over a kind sign and the UTF-16 units of `text` from `start`. */
function hash(kind: number, text: string, start: number, end: number): number {
  let h = Math.imul(0x811c9dc5 ^ kind, 0x01000193);
  for (let i = start; i < end; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Letters as x and X, digits as 0, other signs as they are; runs cut to two, ten signs at most. */
export function shapeOf(form: string): string {
  let out = '';
  let seen = 0;
  for (const c of form) {
    seen += 1;
    if (seen > 40) break;
    const s = shapeSign(c);
    const n = out.length;
    if (n >= 2 && out[n - 1] === s && out[n - 2] === s) continue;
    out += s;
  }
  return out.slice(0, 10);
}

function shapeSign(c: string): string {
  if (c >= 'a' && c <= 'z') return 'x';
  if (c >= 'A' && c <= 'Z') return 'X';
  if (c >= '0' && c <= '9') return '0';
  if (c.codePointAt(0)! < 128) return c;
  return c.toLowerCase() === c ? 'x' : 'X';
}

/** Writes the rows of the five affix tables of `rows` rows each into `out` at `at`. */
export function affixRows(form: string, key: string, rows: number, out: Int32Array, at: number): void {
  const n = key.length;
  out[at] = hash(0x32, key, Math.max(0, n - 2), n) % rows;
  out[at + 1] = hash(0x33, key, Math.max(0, n - 3), n) % rows;
  out[at + 2] = hash(0x34, key, Math.max(0, n - 4), n) % rows;
  out[at + 3] = hash(0x70, key, 0, Math.min(3, n)) % rows;
  const shape = shapeOf(form);
  out[at + 4] = hash(0x73, shape, 0, shape.length) % rows;
}
