/** What the mark-up tells of each line, as numbers beside those of the line itself. */
import { AGAINST, CAPTION, FOR, META } from './mark-words.ts';
import type { VisibleLine } from './visible.ts';

const TAGS = ['p', 'li', 'figcaption', 'td', 'div', 'blockquote', 'pre'] as const;
const AREAS = ['nav', 'header', 'footer', 'aside', 'figure', 'form', 'button', 'ul', 'blockquote', 'table'] as const;
/** Names of the measures, in the order of a row. */
export const HTML_MEASURES: readonly string[] = [
  ...TAGS.map((t) => `tag:${t}`),
  'tag:heading',
  ...AREAS.map((a) => `within:${a}`),
  'linked',
  'inArticle',
  'marksFor',
  'marksAgainst',
  'marksCaption',
  'marksMeta',
  'witness',
  'witness-1',
  'witness+1',
  'witnessAround',
  'witnessBefore',
  'witnessAfter',
  'sameMarks',
  'paragraphsAround',
];

const WIDTH = HTML_MEASURES.length;

/** One row a line. `witness` says which lines Readability keeps. */
export function htmlMeasures(lines: readonly VisibleLine[], witness: readonly boolean[]): Float64Array {
  const rows = new Float64Array(lines.length * WIDTH);
  const sums = new Float64Array(lines.length + 1);
  const marks = new Map<string, number>();
  lines.forEach((l, i) => {
    sums[i + 1] = sums[i]! + (witness[i] ? Math.min(400, l.text.length) : 0);
    if (witness[i]) marks.set(key(l), (marks.get(key(l)) ?? 0) + Math.min(400, l.text.length));
  });
  const total = Math.max(1, sums[lines.length]!);
  lines.forEach((l, i) => {
    let around = 0;
    let paragraphs = 0;
    for (let k = i - 4; k <= i + 4; k++) {
      if (witness[k]) around++;
      if (lines[k]?.tag === 'p') paragraphs++;
    }
    rows.set(
      [
        ...TAGS.map((t) => (l.tag === t ? 1 : 0)),
        /^h[1-6]$/.test(l.tag) ? 1 : 0,
        ...AREAS.map((a) => (l.within === a ? 1 : 0)),
        l.linked,
        l.inArticle ? 1 : 0,
        FOR.test(l.marks) ? 1 : 0,
        AGAINST.test(l.marks) ? 1 : 0,
        CAPTION.test(l.marks) ? 1 : 0,
        META.test(l.marks) ? 1 : 0,
        witness[i] ? 1 : 0,
        witness[i - 1] ? 1 : 0,
        witness[i + 1] ? 1 : 0,
        around,
        sums[i]! / total,
        1 - sums[i + 1]! / total,
        (marks.get(key(l)) ?? 0) / total,
        paragraphs,
      ],
      i * WIDTH,
    );
  });
  return rows;
}

function key(l: VisibleLine): string {
  return `${l.tag} ${l.marks}`;
}
