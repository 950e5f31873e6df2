/**
 * A web page in, a tree of it out that holds just what Readability asks of a document. Trees for everything cost several
 * times as much: they keep events, live lists and a node for each attribute. The tags are read by htmlparser2.
 */
import { Parser } from 'htmlparser2';

/** The document that Readability is given; null where elements are nested deeper than `maxDepth`. */
export function pageTree(html: string, maxDepth: number): PageDocument | null {
  const document = new PageDocument();
  if (!parseInto(document, html, maxDepth)) return null;
  document.complete();
  return document;
}

/** Adds the elements and texts of a source; false where it stops because they are nested too deeply. */
function parseInto(root: PageParent, html: string, maxDepth = Number.POSITIVE_INFINITY): boolean {
  let at = root;
  let depth = 0;
  let whole = true;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = new PageElement(name);
        for (const key in attributes) element.attributes.push(new PageAttribute(key, attributes[key]!));
        at.appendChild(element);
        at = element;
        if (++depth <= maxDepth) return;
        // The parser takes time with the square of the depth.
        whole = false;
        parser.pause();
      },
      ontext(text) {
        const last = at.lastChild;
        if (last instanceof PageText) last.textContent += text;
        else at.appendChild(new PageText(text));
      },
      onclosetag() {
        at = at.parentNode ?? root;
        depth--;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return whole;
}

/** What texts and elements share: their place. */
abstract class PageNode {
  abstract readonly nodeType: number;
  abstract readonly textContent: string;
  parentNode: PageParent | null = null;
  previousSibling: PageChild | null = null;
  nextSibling: PageChild | null = null;

  remove(): void {
    this.parentNode?.removeChild(this as unknown as PageChild);
  }
}

export type PageChild = PageText | PageElement;

export class PageText extends PageNode {
  readonly nodeType = 3;
  readonly nodeName = '#text';
  readonly childNodes: PageChild[] = [];
  textContent: string;

  constructor(text: string) {
    super();
    this.textContent = text;
  }
}

class PageAttribute {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): PageAttribute {
    return new PageAttribute(this.name, this.value);
  }
}

/** Holds nodes. Its text is kept until something below changes, the list of its elements follows what changes in it. */
abstract class PageParent extends PageNode {
  firstChild: PageChild | null = null;
  lastChild: PageChild | null = null;
  private text: string | null = null;
  private elements: PageElement[] | null = null;

  get childNodes(): PageChild[] {
    const out: PageChild[] = [];
    for (let c = this.firstChild; c; c = c.nextSibling) out.push(c);
    return out;
  }

  get children(): PageElement[] {
    if (this.elements === null) {
      this.elements = [];
      for (let c = this.firstChild; c; c = c.nextSibling) if (c.nodeType === 1) this.elements.push(c);
    }
    return this.elements;
  }

  get firstElementChild(): PageElement | null {
    return elementFrom(this.firstChild);
  }

  get textContent(): string {
    if (this.text === null) {
      let text = '';
      for (let c = this.firstChild; c; c = c.nextSibling) text += c.textContent;
      this.text = text;
    }
    return this.text;
  }

  appendChild<T extends PageChild>(child: T): T {
    child.remove();
    this.insert(child, this.lastChild, null);
    return child;
  }

  removeChild<T extends PageChild>(child: T): T {
    const { previousSibling: before, nextSibling: after } = child;
    if (before) before.nextSibling = after;
    else this.firstChild = after;
    if (after) after.previousSibling = before;
    else this.lastChild = before;
    child.parentNode = child.previousSibling = child.nextSibling = null;
    if (this.elements !== null && child.nodeType === 1) this.elements.splice(this.elements.indexOf(child), 1);
    this.changed();
    return child;
  }

  replaceChild<T extends PageChild>(child: PageChild, old: T): T {
    child.remove();
    const { previousSibling, nextSibling } = old;
    this.removeChild(old);
    this.insert(child, previousSibling, nextSibling);
    return old;
  }

  private insert(child: PageChild, before: PageChild | null, after: PageChild | null): void {
    child.parentNode = this;
    child.previousSibling = before;
    child.nextSibling = after;
    if (before) before.nextSibling = child;
    else this.firstChild = child;
    if (after) after.previousSibling = child;
    else this.lastChild = child;
    if (child.nodeType === 1) {
      if (after === null) this.elements?.push(child);
      else this.elements = null;
    }
    this.changed();
  }

  /** A text that is kept rests on kept ones below: above one that is not, none is. */
  private changed(): void {
    for (let e: PageParent | null = this; e !== null && e.text !== null; e = e.parentNode) e.text = null;
  }

  getElementsByTagName(name: string): PageElement[] {
    const tag = name.toUpperCase();
    return this.below((e) => e.tagName === tag);
  }

  /** Of selectors only lists of names, which are all that Readability uses. */
  querySelectorAll(names: string): PageElement[] {
    if (!names.includes(',')) return this.getElementsByTagName(names);
    const tags = new Set(names.toUpperCase().split(','));
    return this.below((e) => tags.has(e.tagName));
  }

  private below(wanted: (e: PageElement) => boolean): PageElement[] {
    const out: PageElement[] = [];
    let e = this.firstElementChild;
    while (e) {
      if (wanted(e)) out.push(e);
      let next = e.firstElementChild;
      for (let up: PageParent = e; next === null && up !== this; up = up.parentNode!)
        next = elementFrom(up.nextSibling);
      e = next;
    }
    return out;
  }

  get innerHTML(): string {
    const out: string[] = [];
    writeChildren(this, out);
    return out.join('');
  }

  set innerHTML(html: string) {
    this.takeAll();
    parseInto(this, html);
  }

  /** The nodes in it, which it then no longer has. */
  takeAll(): PageChild[] {
    const all = this.childNodes;
    for (const c of all) c.parentNode = c.previousSibling = c.nextSibling = null;
    this.firstChild = this.lastChild = this.elements = null;
    this.changed();
    return all;
  }
}

export class PageElement extends PageParent {
  readonly nodeType = 1;
  localName: string;
  tagName: string;
  readonly attributes: PageAttribute[] = [];
  /** What Readability notes of an element, here so that all elements have one shape. */
  readability: unknown;

  constructor(name: string) {
    super();
    this.localName = name;
    this.tagName = name.toUpperCase();
  }

  get nodeName(): string {
    return this.tagName;
  }

  /** So Readability renames elements in place, as in the trees of its own parser, and does not build them anew. */
  get __JSDOMParser__(): boolean {
    return true;
  }

  get nextElementSibling(): PageElement | null {
    return elementFrom(this.nextSibling);
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling;
    while (node !== null && node.nodeType !== 1) node = node.previousSibling;
    return node;
  }

  getAttribute(name: string): string | null {
    for (const a of this.attributes) if (a.name === name) return a.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    const found = this.attributes.find((a) => a.name === name);
    if (found) found.value = value;
    else this.attributes.push(new PageAttribute(name, value));
  }

  setAttributeNode({ name, value }: PageAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((a) => a.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  get srcset(): string {
    return this.getAttribute('srcset') ?? '';
  }

  get style(): { readonly display: string; readonly visibility: string } {
    const value = this.getAttribute('style');
    if (value === null) return UNSTYLED;
    return { display: styleOf(value, 'display'), visibility: styleOf(value, 'visibility') };
  }
}

const UNSTYLED = { display: '', visibility: '' };

function styleOf(value: string, name: string): string {
  let found = '';
  for (const rule of value.split(';')) {
    const colon = rule.indexOf(':');
    if (colon > 0 && rule.slice(0, colon).trim() === name) found = rule.slice(colon + 1).trim();
  }
  return found;
}

/** A whole page: it has an `html` element with a `body`, whatever the source has. */
class PageDocument extends PageParent {
  readonly nodeType = 9;
  readonly baseURI = 'about:blank';
  readonly documentURI = 'about:blank';

  get documentElement(): PageElement {
    return this.firstElementChild!;
  }

  get body(): PageElement {
    return this.getElementsByTagName('body')[0]!;
  }

  get title(): string {
    return this.getElementsByTagName('title')[0]?.textContent ?? '';
  }

  createElement(name: string): PageElement {
    return new PageElement(name.toLowerCase());
  }

  createTextNode(text: string): PageText {
    return new PageText(text);
  }

  /** Gives a page what it needs to be one. */
  complete(): void {
    const all = this.takeAll();
    let html = all.find((c) => c.nodeName === 'HTML') as PageElement | undefined;
    if (html === undefined) {
      html = new PageElement('html');
      for (const c of all) html.appendChild(c);
    }
    this.appendChild(html);
    if (html.childNodes.some((c) => c.nodeName === 'BODY')) return;
    const body = new PageElement('body');
    for (const c of html.takeAll()) (c.nodeName === 'HEAD' ? html : body).appendChild(c);
    html.appendChild(body);
  }
}

function elementFrom(node: PageChild | null): PageElement | null {
  let at = node;
  while (at !== null && at.nodeType !== 1) at = at.nextSibling;
  return at;
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

function writeChildren(node: PageParent, out: string[]): void {
  for (let c = node.firstChild; c; c = c.nextSibling) {
    if (c.nodeType === 3) {
      out.push(escaped(c.textContent));
      continue;
    }
    out.push('<', c.localName);
    for (const { name, value } of c.attributes) out.push(' ', name, '="', escaped(value), '"');
    out.push('>');
    if (VOID.has(c.localName)) continue;
    writeChildren(c, out);
    out.push('</', c.localName, '>');
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (c) => ESCAPES[c]!) : text;
}
