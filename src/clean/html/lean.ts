/**
 * A web page in, the same page without what Readability never looks at out: programs, styles, drawings, comments, and
 * attributes that no rule of it asks for. Half of a page is such, and every attribute costs a node of the tree. Linear.
 */

/** Attributes that Readability reads. */
const READ = new Set(
  'class id role rel itemprop style hidden aria-hidden aria-modal href lang dir rowspan colspan datatable summary'.split(
    ' ',
  ),
);
/** Elements that keep all attributes: what they show is weighed by them, or they describe the page. */
const WHOLE = new Set('img picture source video audio iframe embed object html meta base script noscript'.split(' '));
/** Elements left out with all that is in them. */
const DROPPED = new Set(['script', 'style', 'svg']);
/** Elements whose text is no mark-up. */
const RAW = new Set(['script', 'style', 'title', 'textarea']);
const SHOWN = /display|visibility/i;

/** @example leanHtml('<p data-x="1" class="lead">Talks<!-- ad --></p>') // '<p class="lead">Talks</p>' */
export function leanHtml(html: string): string {
  const out: string[] = [];
  const ends = new Ends(html);
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; ) {
    const piece = html.startsWith('<!--', at) ? comment(html, at) : tagAt(html, at, ends);
    if (piece === null) {
      at = html.indexOf('<', pastUnread(html, at));
      continue;
    }
    // Right behind a bare `<` nothing is taken out: what follows would make a tag of it.
    if (piece.text !== null && (piece.text !== '' || html[at - 1] !== '<')) {
      out.push(html.slice(from, at), piece.text);
      from = piece.end;
    }
    at = html.indexOf('<', piece.end);
  }
  out.push(html.slice(from));
  return out.join('');
}

/** Past a bare `<`, or past a tag that is not read; with quotes in it nobody knows where it ends: the rest stays as it is. */
function pastUnread(html: string, at: number): number {
  if (!/[a-z/!?]/i.test(html.charAt(at + 1))) return at + 1;
  const end = html.indexOf('>', at);
  const open = end < 0 || (/[a-z/]/i.test(html.charAt(at + 1)) && /["']/.test(html.slice(at, end)));
  return open ? html.length : end;
}

/** A piece of the page up to `end`, and what takes its place; null where it stays. */
interface Piece {
  readonly end: number;
  readonly text: string | null;
}

function comment(html: string, at: number): Piece | null {
  const end = html.indexOf('-->', at + 4);
  return end < 0 ? { end: html.length, text: null } : { end: end + 3, text: '' };
}

function tagAt(html: string, at: number, ends: Ends): Piece | null {
  const tag = readTag(html, at);
  if (tag === null) return null;
  const { name } = tag;
  const described = name === 'script' && /ld\+json/i.test(html.slice(at, tag.end));
  if (DROPPED.has(name) || RAW.has(name)) {
    const end = tag.closed && name === 'svg' ? tag.end : ends.after(name, tag.end);
    if (end < 0) return { end: tag.end, text: null };
    return { end, text: DROPPED.has(name) && !described ? '' : null };
  }
  if (name === 'link') return { end: tag.end, text: '' };
  return { end: tag.end, text: tag.spare && !WHOLE.has(name) ? tag.text : null };
}

interface Tag {
  readonly name: string;
  readonly end: number;
  readonly closed: boolean;
  /** It has attributes that may go; without them it is `text`. */
  readonly spare: boolean;
  readonly text: string;
}

/** The opening tag there; null where there is none, or one that parsers may take in several ways. */
function readTag(html: string, at: number): Tag | null {
  let i = at + 1;
  if (!isLetter(html.charCodeAt(i))) return null;
  while (i < html.length && !endsName(html.charCodeAt(i))) i++;
  const name = html.slice(at + 1, i).toLowerCase();
  let text = `<${name}`;
  let spare = false;
  for (;;) {
    let closed = false;
    for (let c = html.charCodeAt(i); isSpace(c) || c === SLASH; c = html.charCodeAt(++i)) closed = c === SLASH;
    if (i >= html.length) return null;
    if (html.charCodeAt(i) === CLOSE) return { name, end: i + 1, closed, spare, text: `${text}${closed ? '/' : ''}>` };
    const attribute = readAttribute(html, i);
    if (attribute === null) return null;
    const kept = keep(attribute);
    if (kept !== html.slice(i, attribute.end)) spare = true;
    if (kept !== '') text += ` ${kept}`;
    i = attribute.end;
  }
}

interface Attribute {
  readonly raw: string;
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

function readAttribute(html: string, from: number): Attribute | null {
  let i = from;
  for (; i < html.length; i++) {
    const c = html.charCodeAt(i);
    if (c === EQUALS || endsName(c)) break;
    if (c === QUOTE || c === APOSTROPHE || c === OPEN) return null;
  }
  if (i === from) return null;
  const name = html.slice(from, i).toLowerCase();
  let next = i;
  while (isSpace(html.charCodeAt(next))) next++;
  if (html.charCodeAt(next) !== EQUALS) return { raw: html.slice(from, i), name, value: '', end: i };
  next++;
  while (isSpace(html.charCodeAt(next))) next++;
  const quote = html.charCodeAt(next);
  let end = next;
  if (quote === QUOTE || quote === APOSTROPHE) {
    const close = html.indexOf(quote === QUOTE ? '"' : "'", next + 1);
    // A quote that never closes: parsers differ, the page stays as it is.
    if (close < 0 || close > next + LONGEST) return null;
    end = close + 1;
    return { raw: html.slice(from, end), name, value: html.slice(next + 1, close), end };
  }
  while (end < html.length && !isSpace(html.charCodeAt(end)) && html.charCodeAt(end) !== CLOSE) end++;
  return { raw: html.slice(from, end), name, value: html.slice(next, end), end };
}

const LONGEST = 20_000;

/** What becomes of an attribute: itself, less, or nothing. */
function keep({ raw, name, value }: Attribute): string {
  if (!READ.has(name)) return '';
  if (name === 'style') return SHOWN.test(value) ? raw : '';
  // Of an address only counts whether it names a place in the page, and a bare one needs no resolving.
  if (name === 'href' && !/^\s*(?:#|javascript:)/i.test(value)) return 'href="#"';
  return raw;
}

/** Ends of elements, each sought once where it is missing. */
class Ends {
  private readonly html: string;
  private readonly missing = new Set<string>();

  constructor(html: string) {
    this.html = html;
  }

  /** Where the element ends that is open at `from`, or -1. */
  after(name: string, from: number): number {
    if (this.missing.has(name)) return -1;
    const pattern = new RegExp(`</${name}[^>]*>`, 'gi');
    pattern.lastIndex = from;
    const end = pattern.exec(this.html);
    if (end) return pattern.lastIndex;
    this.missing.add(name);
    return -1;
  }
}

const [OPEN, CLOSE, SLASH, EQUALS, QUOTE, APOSTROPHE] = [60, 62, 47, 61, 34, 39];

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

function endsName(c: number): boolean {
  return isSpace(c) || c === SLASH || c === CLOSE;
}
