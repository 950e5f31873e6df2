/** A parsed sentence in, its dependency tree drawn down the page out: a word a row, a bracket from each head to what hangs on it. */
import { html } from 'hono/html';
import type { Sentence, Token } from '../../model/index.ts';
import type { Html } from '../desk-context.ts';

const ROW = 26;
const LEVEL = 13;
/** Deeper brackets than this share a column. */
const MOST_LEVELS = 14;
const WORD = 8;
const TOP = 8;
/** Longer words are cut; the table has them whole. */
const FITS = 22;
/** A letter's width, on the safe side. */
const LETTER = 7.4;

/** An arc over rows `from` to `to`, drawn at a distance from the words. */
export interface Bracket {
  readonly head: number;
  readonly dependent: number;
  readonly level: number;
}

/** Shorter arcs stand nearer to the words, and no two that share a row of their run stand on one line. */
export function brackets(tokens: readonly Pick<Token, 'head'>[]): readonly Bracket[] {
  const arcs = tokens
    .map(({ head }, dependent) => ({ head, dependent }))
    .filter(({ head, dependent }) => head >= 0 && head < tokens.length && head !== dependent)
    .sort((a, b) => Math.abs(a.head - a.dependent) - Math.abs(b.head - b.dependent) || a.dependent - b.dependent);
  const done: { from: number; to: number; head: number; level: number }[] = [];
  return arcs.map(({ head, dependent }) => {
    const [from, to] = [Math.min(head, dependent), Math.max(head, dependent)];
    const under = done.filter((d) => d.from < to && from < d.to).map((d) => d.level);
    const level = Math.min(MOST_LEVELS, 1 + Math.max(0, ...under));
    done.push({ from, to, head, level });
    return { head, dependent, level };
  });
}

const cut = (words: string, most: number): string => (words.length <= most ? words : `${words.slice(0, most - 1)}…`);

/** Where a token's row runs. */
const middle = (row: number): number => TOP + row * ROW + ROW / 2;

function arc({ head, dependent, level }: Bracket, words: number): Html {
  const x = words - level * LEVEL;
  // Arrows arrive in the middle of a row and leave a little beside it, so that both can be told apart.
  const [y1, y2] = [middle(head) + (dependent > head ? 4 : -4), middle(dependent)];
  const r = Math.min(6, Math.abs(y2 - y1) / 2) * Math.sign(y2 - y1);
  const end = words - 6;
  const path = `M${words - 2} ${y1} H${x + 6} Q${x} ${y1} ${x} ${y1 + r} V${y2 - r} Q${x} ${y2} ${x + 6} ${y2} H${end}`;
  return html`<path class="arc" d="${path}"/><path class="head" d="M${end} ${y2 - 3.5} l6 3.5 l-6 3.5 z"/>`;
}

/** What the drawing of a long sentence costs is bounded; the table goes on. */
const MOST_ROWS = 250;

/** The drawing; the table beside it says the same. */
export function treeDrawing({ tokens }: Sentence): Html {
  const shown = tokens.slice(0, MOST_ROWS);
  const arcs = brackets(shown);
  const words = WORD + LEVEL * Math.max(1, ...arcs.map((a) => a.level)) + 10;
  const longest = Math.max(1, ...shown.map((t) => Math.min(t.text.length, FITS)));
  const relations = words + 10 + longest * LETTER + 12;
  const width = Math.ceil(relations + 84);
  const height = TOP * 2 + shown.length * ROW;
  const row = (t: Token, i: number): Html =>
    html`<g class="${t.head < 0 ? 'root' : t.rel === 'punct' ? 'minor' : 'word'}"><text x="${words + 8}" y="${middle(i) + 4}">${cut(t.text, FITS)}</text><text class="rel" x="${relations.toFixed(0)}" y="${middle(i) + 4}">${cut(t.rel, 14)}</text></g>`;
  return html`<svg class="tree" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
${arcs.map((a) => arc(a, words))}${shown.map(row)}</svg>`;
}
