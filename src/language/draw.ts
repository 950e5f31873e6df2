/** Draws a parsed sentence for a terminal. In: sentence. Out: lines of text. */
import type { Sentence } from '../model/sentence.ts';

/**
 * The tree with the root at the left, each word under its head in the order of the text.
 *
 * @example
 * drawTree(parser.parse('Ruta left.')[0]);
 * // left  VERB  root
 * // ├─ Ruta  PROPN  nsubj
 * // └─ .  PUNCT  punct
 */
export function drawTree(sentence: Sentence): string {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  let root = 0;
  tokens.forEach((token, i) => {
    if (token.head < 0) root = i;
    else children[token.head]!.push(i);
  });
  const lines: string[] = [];
  // A stack instead of recursion: a tree can be as deep as its sentence is long.
  const stack: [number, string, string][] = [[root, '', '']];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [at, first, rest] = next;
    const token = tokens[at]!;
    lines.push(`${first}${token.text}  ${token.upos}  ${token.rel}`);
    const below = children[at]!;
    for (let k = below.length - 1; k >= 0; k -= 1) {
      const last = k === below.length - 1;
      stack.push([below[k]!, `${rest}${last ? '└─ ' : '├─ '}`, `${rest}${last ? '   ' : '│  '}`]);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** One line a word: number, offsets, word, base form, tags, head, relation, confidence. */
export function drawTable(sentence: Sentence): string {
  const rows = sentence.tokens.map((t, i) => [
    String(i + 1),
    `${t.start}-${t.end}`,
    t.text,
    t.lemma,
    t.upos,
    t.xpos,
    String(t.head + 1),
    t.rel,
    t.margin.toFixed(2),
  ]);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return `${rows
    .map((row) =>
      row
        .map((cell, c) => cell.padEnd(widths[c]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
