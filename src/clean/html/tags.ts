/** An opening tag in, what it says of the element out. As browsers read it: a quote opens a value only behind `=`. */

/** What the scanner asks of a tag. */
export interface TagRead {
  /** Behind its `>`. */
  readonly end: number;
  /** It ends in `/>`. */
  readonly closed: boolean;
  /** Words of its class, id, itemprop and role, in small letters. */
  readonly marks: string;
  /** Its own attributes keep it from sight. */
  readonly hidden: boolean;
}

/** Longer tags and values are broken ones. */
const MAX_TAG = 100_000;
const MAX_VALUE = 20_000;
const MAX_MARK = 200;
const UNSEEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const MARKS = new Set(['class', 'id', 'itemprop', 'role']);

const [OPEN_END, SLASH, EQUALS, QUOTE, APOSTROPHE] = [62, 47, 61, 34, 39];

/** Reads on behind the name of a tag. A value whose quote never closes ends the tag at the next `>`. */
export function readTag(html: string, from: number): TagRead {
  const limit = Math.min(html.length, from + MAX_TAG);
  let [i, closed, hidden, marks] = [from, false, false, ''];
  while (i < limit) {
    const c = html.charCodeAt(i);
    if (c === OPEN_END) return { end: i + 1, closed, marks, hidden };
    if (isSpace(c) || c === SLASH) {
      closed = c === SLASH;
      i++;
      continue;
    }
    closed = false;
    const start = i++;
    while (i < limit && !endsName(html.charCodeAt(i))) i++;
    const name = attributeName(html, start, i);
    const value = readValue(html, i, limit);
    if (value.broken) return { end: afterNext(html, i), closed, marks, hidden };
    i = value.end;
    if (name === '') continue;
    const text = html.slice(value.from, Math.min(value.to, value.from + MAX_VALUE));
    if (MARKS.has(name)) marks += `${marks === '' ? '' : ' '}${text.slice(0, MAX_MARK).toLowerCase()}`;
    else hidden ||= name === 'hidden' || (name === 'style' ? UNSEEN.test(text) : /^\s*true/i.test(text));
  }
  return { end: limit, closed, marks, hidden };
}

/** The name where it is one that counts, else empty. */
function attributeName(html: string, from: number, to: number): string {
  const size = to - from;
  if (size < 2 || size > 11) return '';
  const name = html.slice(from, to).toLowerCase();
  return MARKS.has(name) || name === 'hidden' || name === 'style' || name === 'aria-hidden' ? name : '';
}

interface Value {
  readonly from: number;
  readonly to: number;
  /** Where to read on. */
  readonly end: number;
  readonly broken: boolean;
}

/** The value behind a name that ends at `at`; empty where none follows. */
function readValue(html: string, at: number, limit: number): Value {
  let i = at;
  while (i < limit && isSpace(html.charCodeAt(i))) i++;
  if (html.charCodeAt(i) !== EQUALS) return { from: at, to: at, end: at, broken: false };
  i++;
  while (i < limit && isSpace(html.charCodeAt(i))) i++;
  const quote = html.charCodeAt(i);
  if (quote === QUOTE || quote === APOSTROPHE) {
    const close = html.indexOf(quote === QUOTE ? '"' : "'", i + 1);
    const broken = close < 0 || close > i + MAX_VALUE;
    return { from: i + 1, to: close, end: close + 1, broken };
  }
  const from = i;
  while (i < limit && !isSpace(html.charCodeAt(i)) && html.charCodeAt(i) !== OPEN_END) i++;
  return { from, to: i, end: i, broken: false };
}

function afterNext(html: string, from: number): number {
  const end = html.indexOf('>', from);
  return end < 0 ? html.length : end + 1;
}

function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

function endsName(c: number): boolean {
  return isSpace(c) || c === SLASH || c === OPEN_END || c === EQUALS;
}
