/** HTML in, its visible text out as lines, each with the elements it stood in. A tokeniser of our own: linear, no tree, no depth. */

/** A line of visible text. */
export interface VisibleLine {
  readonly text: string;
  /** Innermost block element: p, li, h2, figcaption, td, div ... */
  readonly tag: string;
  /** Share of its characters inside links. */
  readonly linked: number;
  /** True where an element above it is nav, header, footer, aside, figure, form, button or the like; the name of the innermost. */
  readonly within: string;
  /** Words of the classes and ids of the elements around it, innermost last; bounded. */
  readonly marks: string;
  /** True inside an `article` or `main` element. */
  readonly inArticle: boolean;
}

const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'head',
  'title',
  'datalist',
  'canvas',
  'audio',
  'video',
  'map',
]);
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes']);
const RAW_ENDS = new Map([...RAW].map((name) => [name, new RegExp(`</${name}`, 'gi')]));
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);
const BLOCKS = new Set(
  'address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const AREAS = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'figure',
  'figcaption',
  'form',
  'button',
  'blockquote',
  'table',
  'ul',
  'ol',
  'dl',
  'label',
]);
/** Elements that an opening block closes when they were left open. */
const CLOSES_P = new Set(
  'address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);

/** Where a tag starts: its slash and its name. */
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,57})/y;

interface Open {
  readonly tag: string;
  readonly mark: string;
}

/** More than this many open elements are counted but not kept: no page means them. */
const MAX_OPEN = 512;

export interface Visible {
  readonly lines: readonly VisibleLine[];
  /** Deepest nesting met. */
  readonly depth: number;
}

/** The visible lines of a page. Never throws. */
export function visibleLines(html: string): Visible {
  const state = new Scan();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      state.words(html.slice(at));
      break;
    }
    if (open > at) state.words(html.slice(at, open));
    at = state.tag(html, open);
  }
  state.flush();
  return { lines: state.lines, depth: state.deepest };
}

class Scan {
  readonly lines: VisibleLine[] = [];
  deepest = 0;
  private readonly stack: Open[] = [];
  private hidden = 0;
  private links = 0;
  private extra = 0;
  private text: string[] = [];
  private size = 0;
  private linkSize = 0;

  words(raw: string): void {
    if (this.hidden > 0) return;
    const text = decodeEntities(raw).replace(/[\s\u00a0]+/g, ' ');
    if (text === '') return;
    this.text.push(text);
    const n = text.trim().length;
    this.size += n;
    if (this.links > 0) this.linkSize += n;
  }

  /** Reads the tag at `open` and returns where to go on. */
  tag(html: string, open: number): number {
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      return end < 0 ? html.length : end + 3;
    }
    TAG.lastIndex = open;
    const m = TAG.exec(html);
    if (!m) {
      if (/^<[!?]/.test(html.slice(open, open + 2))) {
        const end = html.indexOf('>', open);
        return end < 0 ? html.length : end + 1;
      }
      this.words('<');
      return open + 1;
    }
    const end = tagEnd(html, open + m[0].length);
    const name = m[2]!.toLowerCase();
    if (m[1]) this.close(name);
    else this.open(name, html.slice(open + m[0].length, Math.min(end, open + 4000)));
    if (!m[1] && RAW.has(name)) return this.skipRaw(html, end, name);
    return end;
  }

  private skipRaw(html: string, from: number, name: string): number {
    const pattern = RAW_ENDS.get(name)!;
    pattern.lastIndex = from;
    const close = pattern.exec(html);
    this.close(name);
    if (!close) return html.length;
    const end = html.indexOf('>', close.index);
    return end < 0 ? html.length : end + 1;
  }

  private open(name: string, attributes: string): void {
    if (name === 'br' || BLOCKS.has(name)) this.flush();
    if (CLOSES_P.has(name) && this.stack.at(-1)?.tag === 'p') this.pop();
    if ((name === 'li' || name === 'option' || name === 'tr' || name === 'td') && this.stack.at(-1)?.tag === name)
      this.pop();
    if (VOID.has(name) || attributes.endsWith('/>')) return;
    if (this.stack.length >= MAX_OPEN) {
      this.extra++;
      this.deepest = Math.max(this.deepest, MAX_OPEN + this.extra);
      return;
    }
    const invisible = HIDDEN.has(name) || isHidden(attributes);
    const mark = /\b(?:class|id|itemprop|role)\s*=/i.test(attributes) ? marksOf(attributes) : '';
    this.stack.push({ tag: invisible ? `!${name}` : name, mark });
    this.deepest = Math.max(this.deepest, this.stack.length);
    if (invisible) this.hidden++;
    if (name === 'a') this.links++;
  }

  private close(name: string): void {
    if (BLOCKS.has(name)) this.flush();
    if (this.extra > 0 && !this.stack.slice(-8).some((o) => o.tag === name)) {
      this.extra--;
      return;
    }
    // A stray closing tag must not close the page around it: only near openings are looked for.
    for (let k = this.stack.length - 1, n = 0; k >= 0 && n < 64; k--, n++) {
      const tag = this.stack[k]!.tag;
      if (tag !== name && tag !== `!${name}`) continue;
      while (this.stack.length > k) this.pop();
      return;
    }
  }

  private pop(): void {
    const top = this.stack.pop();
    if (top?.tag.startsWith('!')) this.hidden = Math.max(0, this.hidden - 1);
    if (top?.tag === 'a') this.links = Math.max(0, this.links - 1);
  }

  flush(): void {
    if (this.text.length === 0) return;
    const text = this.text.join('').replace(/\s+/g, ' ').trim();
    this.text = [];
    const [size, linkSize] = [this.size, this.linkSize];
    this.size = 0;
    this.linkSize = 0;
    if (text === '') return;
    const near = this.stack.slice(-24);
    const tag = near.findLast((o) => BLOCKS.has(o.tag))?.tag ?? 'body';
    const within = near.findLast((o) => AREAS.has(o.tag))?.tag ?? '';
    const marks = near
      .slice(-6)
      .map((o) => o.mark)
      .join(' ')
      .trim()
      .slice(-300);
    const inArticle = this.stack.some((o) => o.tag === 'article' || o.tag === 'main');
    this.lines.push({ text, tag, linked: size === 0 ? 0 : linkSize / size, within, marks, inArticle });
  }
}

/** End of a tag, with quoted attribute values that may hold `>`. A quote that never closes ends at the next `>`. */
function tagEnd(html: string, from: number): number {
  const limit = Math.min(html.length, from + 100_000);
  for (let i = from; i < limit; i++) {
    const c = html.charCodeAt(i);
    if (c === 62) return i + 1;
    if (c === 34 || c === 39) {
      const close = html.indexOf(c === 34 ? '"' : "'", i + 1);
      if (close < 0 || close > i + 20_000) {
        const end = html.indexOf('>', i);
        return end < 0 ? html.length : end + 1;
      }
      i = close;
    }
  }
  return limit;
}

function isHidden(attributes: string): boolean {
  if (attributes.length < 5) return false;
  return /\shidden(?:[\s=>]|$)|aria-hidden\s*=\s*["']?true|style\s*=\s*["'][^"']*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    attributes,
  );
}

function marksOf(attributes: string): string {
  const out: string[] = [];
  for (const m of attributes.matchAll(
    /\b(?:class|id|itemprop|role)\s*=\s*(?:"([^"]{0,200})|'([^']{0,200})|([^\s>]{0,80}))/gi,
  )) {
    out.push((m[1] ?? m[2] ?? m[3] ?? '').toLowerCase());
  }
  return out.join(' ');
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  copy: '©',
  reg: '®',
  trade: '™',
  bull: '•',
  middot: '·',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  yen: '¥',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  szlig: 'ß',
  oslash: 'ø',
  aring: 'å',
  aelig: 'æ',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ecirc: 'ê',
  ocirc: 'ô',
  icirc: 'î',
  acirc: 'â',
  Ouml: 'Ö',
  Uuml: 'Ü',
  Auml: 'Ä',
  Eacute: 'É',
  sect: '§',
  deg: '°',
  times: '×',
  frac12: '½',
  shy: '',
  zwj: '',
  zwnj: '',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
};

/** Character references of HTML; unknown names stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));?/g,
    (whole, dec, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
    },
  );
}
