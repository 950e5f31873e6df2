/** HTML in, its visible text out as lines, each with the elements it stood in. A tokeniser of our own: linear, no tree, no depth. */

import { decodeEntities } from './entities.ts';
import { readTag, type TagRead } from './tags.ts';

/** A line of visible text. */
export interface VisibleLine {
  readonly text: string;
  /** Innermost block element: p, li, h2, figcaption, td, div ... */
  readonly tag: string;
  /** The number of that element. */
  readonly node: number;
  /** Shares of its characters inside links, in bold and in slanted letters. */
  readonly linked: number;
  readonly bold: number;
  readonly slanted: number;
  /** Pictures and films since the line before. */
  readonly pictures: number;
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

/** Elements that run on across blocks: their end closes them alone, not the blocks that were opened inside. */
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const PICTURES = new Set(['img', 'picture', 'video', 'iframe', 'embed', 'object', 'audio', 'amp-img']);

/** Where a tag starts: its slash and its name. */
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,57})/y;

/** An element of the page; the first is the page itself. */
export interface PageNode {
  readonly tag: string;
  /** Words of its class, id, itemprop and role. */
  readonly marks: string;
  /** Number of the element around it, smaller than its own; -1 for the page. */
  readonly parent: number;
}

interface Open {
  readonly tag: string;
  readonly marks: string;
  readonly hidden: boolean;
  readonly node: number;
}

/** More than this many open elements are counted but not kept: no page means them. */
const MAX_OPEN = 512;

export interface Visible {
  readonly lines: readonly VisibleLine[];
  /** All elements that were kept, each behind the one around it. */
  readonly nodes: readonly PageNode[];
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
  return { lines: state.lines, nodes: state.nodes, depth: state.deepest };
}

/** Characters of a line, and how many of them stand in links, in bold and in slanted letters. */
interface Sizes {
  all: number;
  linked: number;
  bold: number;
  slanted: number;
}

class Scan {
  readonly lines: VisibleLine[] = [];
  readonly nodes: PageNode[] = [{ tag: 'page', marks: '', parent: -1 }];
  deepest = 0;
  private readonly stack: Open[] = [];
  private hidden = 0;
  private links = 0;
  private bold = 0;
  private slanted = 0;
  private pictures = 0;
  private extra = 0;
  private text: string[] = [];
  private size: Sizes = { all: 0, linked: 0, bold: 0, slanted: 0 };

  words(raw: string): void {
    if (this.hidden > 0) return;
    const text = decodeEntities(raw).replace(/[\s\u00a0]+/g, ' ');
    if (text === '') return;
    this.text.push(text);
    const n = text.trim().length;
    this.size.all += n;
    if (this.links > 0) this.size.linked += n;
    if (this.bold > 0) this.size.bold += n;
    if (this.slanted > 0) this.size.slanted += n;
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
    const tag = readTag(html, open + m[0].length);
    const name = m[2]!.toLowerCase();
    if (m[1]) this.close(name);
    else this.open(name, tag);
    if (!m[1] && RAW.has(name)) return this.skipRaw(html, tag.end, name);
    return tag.end;
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

  private open(name: string, tag: TagRead): void {
    if (name === 'br' || BLOCKS.has(name)) this.flush();
    if (CLOSES_P.has(name)) this.closeParagraph();
    if ((name === 'li' || name === 'option' || name === 'tr' || name === 'td') && this.stack.at(-1)?.tag === name)
      this.pop();
    if (name === 'a' && this.links > 0) this.close('a');
    if (PICTURES.has(name)) this.pictures++;
    if (VOID.has(name) || tag.closed) return;
    if (this.stack.length >= MAX_OPEN) {
      this.extra++;
      this.deepest = Math.max(this.deepest, MAX_OPEN + this.extra);
      return;
    }
    const hidden = HIDDEN.has(name) || tag.hidden;
    this.nodes.push({ tag: name, marks: tag.marks, parent: this.stack.at(-1)?.node ?? 0 });
    this.stack.push({ tag: name, marks: tag.marks, hidden, node: this.nodes.length - 1 });
    this.deepest = Math.max(this.deepest, this.stack.length);
    this.count(name, hidden, 1);
  }

  private count(tag: string, hidden: boolean, step: 1 | -1): void {
    if (hidden) this.hidden += step;
    if (tag === 'a') this.links += step;
    else if (tag === 'b' || tag === 'strong') this.bold += step;
    else if (tag === 'i' || tag === 'em') this.slanted += step;
  }

  private close(name: string): void {
    const block = BLOCKS.has(name);
    if (block) this.flush();
    if (this.extra > 0 && !this.stack.slice(-8).some((o) => o.tag === name)) {
      this.extra--;
      return;
    }
    // A stray closing tag must not close the page around it: only near openings are looked for.
    for (let k = this.stack.length - 1, n = 0; k >= 0 && n < 64; k--, n++) {
      const { tag } = this.stack[k]!;
      if (tag === name) {
        if (FORMATTING.has(name)) this.takeOut(k);
        else this.popTo(k);
        return;
      }
      if (!block && !FORMATTING.has(name) && BLOCKS.has(tag)) return;
    }
  }

  /** Ends an open paragraph, with what runs on inside it. */
  private closeParagraph(): void {
    const k = this.stack.findLastIndex((o) => BLOCKS.has(o.tag));
    if (this.stack[k]?.tag === 'p') this.popTo(k);
  }

  private popTo(k: number): void {
    while (this.stack.length > k) this.pop();
  }

  private takeOut(k: number): void {
    const [open] = this.stack.splice(k, 1);
    this.count(open!.tag, open!.hidden, -1);
  }

  private pop(): void {
    const top = this.stack.pop();
    if (top) this.count(top.tag, top.hidden, -1);
  }

  flush(): void {
    if (this.text.length === 0) return;
    const text = this.text.join('').replace(/\s+/g, ' ').trim();
    const { size } = this;
    this.text = [];
    this.size = { all: 0, linked: 0, bold: 0, slanted: 0 };
    if (text === '') return;
    const near = this.stack.slice(-24);
    const block = near.findLast((o) => BLOCKS.has(o.tag));
    const within = near.findLast((o) => AREAS.has(o.tag))?.tag ?? '';
    const marks = near
      .slice(-6)
      .map((o) => o.marks)
      .join(' ')
      .trim()
      .slice(-300);
    const all = Math.max(1, size.all);
    this.lines.push({
      text,
      tag: block?.tag ?? 'body',
      node: block?.node ?? 0,
      linked: size.linked / all,
      bold: size.bold / all,
      slanted: size.slanted / all,
      pictures: this.pictures,
      within,
      marks,
      inArticle: this.stack.some((o) => o.tag === 'article' || o.tag === 'main'),
    });
    this.pictures = 0;
  }
}
