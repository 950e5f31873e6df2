/** A node of parsed markup in, its visible text out: a line break at the end of every block, none inside a line. */

const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'iframe']);
const BLOCK: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** What the walk needs of a node. */
export interface MarkupNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: MarkupNode | null;
  readonly nextSibling: MarkupNode | null;
  readonly parentNode: MarkupNode | null;
}

const TEXT = 3;

/** Visible text below a node. Walks without recursion: foreign markup may be nested a hundred thousand deep. */
export function nodeText(root: MarkupNode): string {
  let out = '';
  let node: MarkupNode | null = root;
  while (node !== null) {
    const name: string = node.nodeName.toLowerCase();
    if (node.nodeType === TEXT) out += (node.textContent ?? '').replace(/\s+/g, ' ');
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
