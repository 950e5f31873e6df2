/** A piece of HTML or XML in, its visible text out: a line break at the end of every block, none inside a line. */
import { parseHTML } from 'linkedom';

const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'iframe']);
const BLOCK: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
/** What the walk needs of a node. */
interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
  readonly parentNode: Node | null;
}

/**
 * Visible text of a piece of HTML.
 *
 * @example markupText('<p>One.</p><p>Two.</p>') // 'One.\nTwo.'
 */
export function markupText(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return nodeText(document.body as unknown as Node);
}

/** Visible text below a node. Walks without recursion: foreign markup may be nested a hundred thousand deep. */
export function nodeText(root: Node): string {
  let out = '';
  let node: Node | null = root;
  while (node !== null) {
    const name: string = node.nodeName.toLowerCase();
    if (node.nodeType === 3) out += (node.textContent ?? '').replace(/\s+/g, ' ');
    else if (BLOCK.has(name)) out += '\n';
    if (node.firstChild !== null && !HIDDEN.has(name)) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && BLOCK.has(node.nodeName.toLowerCase())) out += '\n';
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  return tidy(out);
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
