/**
 * Where a line stands among the elements of the page, seen from the one that holds the running text: how far up the two
 * meet, what the box around the line holds, which other lines stand alike. Linear in the page.
 */
import type { Groups } from '../group-measures.ts';
import { MeasureTable } from '../measure-table.ts';
import { BOXED, CAPTION, INTRODUCTION } from './mark-words.ts';
import { type Held, holdUp, type MarkedPage, mainHolder, relatedHeads } from './page-boxes.ts';

/** Names of the measures, in the order of a row. */
export const TREE_MEASURES: readonly string[] = [
  'up',
  'down',
  'boxLines',
  'boxMass',
  'boxLinked',
  'boxWitness',
  'boxAgainst',
  'boxCaption',
  'boxMeta',
  'boxAside',
  'boxFigure',
  'boxList',
  'boxHeading',
  'boxFirst',
  'parentLinked',
  'parentLines',
  'parentMass',
  'grandLinked',
  'grandMass',
  'samePath',
  'samePathLines',
  'ownMarksMass',
  'bold',
  'slanted',
  'pictures',
  'linked-1',
  'linked+1',
  'alike-1',
  'alike+1',
  'sameBox-1',
  'sameBox+1',
  'underHead',
  'sinceHead',
  'headMass',
];

/** Further steps are not told apart: nobody nests a report so deep. */
const STEPS = 15;

const ASIDE: ReadonlySet<string> = new Set(['aside', 'nav', 'footer', 'form', 'header']);
const FIGURE: ReadonlySet<string> = new Set(['figure', 'figcaption']);
const LIST: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'dl']);

/** The measures of the lines, and the groups that these form. */
export interface TreeFacts {
  readonly table: MeasureTable;
  readonly groups: Groups;
}

export function treeMeasures(page: MarkedPage): TreeFacts {
  const held = holdUp(page);
  const heads = relatedHeads(page, held);
  const places = placesOf(page, mainHolder(page, heads));
  const table = new MeasureTable(page.lines.length, TREE_MEASURES.length);
  page.lines.forEach((_, i) => {
    table.go(i, 0);
    boxOf(page, held, places, i, table);
    around(page, held, places, i, table);
    const head = heads.line[i]!;
    table.flag(head >= 0);
    table.put(head < 0 ? 0 : Math.min(60, i - head));
    table.put(head < 0 ? 0 : held.mass[heads.scope[i]!]! / total(held));
  });
  const parents = Int32Array.from(page.lines, (l) => Math.max(0, page.nodes[l.node]!.parent));
  return { table, groups: [places.own, places.path, parents] };
}

/** For each line: steps to the element where it meets the running text, the outermost box below that, and its kind. */
interface Places {
  readonly up: Int32Array;
  readonly down: Int32Array;
  readonly box: Int32Array;
  /** Numbers of the path from the meeting element, and of the line's own element by name and marks. */
  readonly path: Int32Array;
  readonly own: Int32Array;
  /** By these numbers: running text and lines on the same path, running text in such elements. */
  readonly pathMass: Float64Array;
  readonly pathLines: Int32Array;
  readonly ownMass: Float64Array;
}

function placesOf({ lines, nodes, masses }: MarkedPage, main: number): Places {
  const level = new Int32Array(nodes.length).fill(-1);
  for (let n = main, k = 0; n >= 0; n = nodes[n]!.parent, k++) level[n] = k;
  const many = (): Int32Array => new Int32Array(lines.length);
  const sums = { pathMass: new Float64Array(lines.length), pathLines: many(), ownMass: new Float64Array(lines.length) };
  const out = { up: many(), down: many(), box: many(), path: many(), own: many(), ...sums };
  const [paths, owns] = [new Map<string, number>(), new Map<string, number>()];
  lines.forEach((l, i) => {
    let [n, path] = [l.node, ''];
    out.box[i] = n;
    for (; level[n]! < 0; n = nodes[n]!.parent) {
      out.box[i] = n;
      if (out.up[i]!++ < STEPS) path += `>${nodes[n]!.tag}`;
    }
    out.down[i] = level[n]!;
    out.path[i] = numberOf(paths, `${level[n]}${path}`);
    out.own[i] = numberOf(owns, `${l.tag} ${nodes[l.node]!.marks}`);
    out.pathMass[out.path[i]!]! += masses[i]!;
    out.pathLines[out.path[i]!]!++;
    out.ownMass[out.own[i]!]! += masses[i]!;
  });
  return out;
}

function numberOf(seen: Map<string, number>, key: string): number {
  const known = seen.get(key) ?? seen.size;
  seen.set(key, known);
  return known;
}

/** What the box holds, and what the elements from the line up to it are. */
function boxOf(page: MarkedPage, held: Held, places: Places, i: number, table: MeasureTable): void {
  const { lines, nodes } = page;
  const box = places.box[i]!;
  let marks = '';
  let [aside, figure, list] = [0, 0, 0];
  for (let n = lines[i]!.node, k = 0; k < Math.min(STEPS, places.up[i]!); k++, n = nodes[n]!.parent) {
    const { tag } = nodes[n]!;
    marks += ` ${nodes[n]!.marks}`;
    if (ASIDE.has(tag)) aside = 1;
    else if (FIGURE.has(tag)) figure = 1;
    else if (LIST.has(tag)) list = 1;
  }
  const first = held.first[box]!;
  table.put(Math.min(STEPS, places.up[i]!));
  table.put(Math.min(STEPS, places.down[i]!));
  table.put(Math.min(99, held.lines[box]!));
  table.put(held.mass[box]! / total(held));
  table.put(held.linked[box]! / Math.max(1, held.letters[box]!));
  table.put(held.witness[box]! / Math.max(1, held.letters[box]!));
  table.flag(BOXED.test(marks));
  table.flag(CAPTION.test(marks));
  table.flag(INTRODUCTION.test(marks));
  table.put(aside);
  table.put(figure);
  table.put(list);
  table.flag(/^h[1-6]$/.test(lines[first]?.tag ?? ''));
  table.put(i - first);
}

/** What holds the line one and two steps up, what stands like it, and the lines next to it. */
function around(page: MarkedPage, held: Held, places: Places, i: number, table: MeasureTable): void {
  const { lines, nodes } = page;
  const line = lines[i]!;
  const parent = Math.max(0, nodes[line.node]!.parent);
  const grand = Math.max(0, nodes[parent]!.parent);
  table.put(held.linked[parent]! / Math.max(1, held.letters[parent]!));
  table.put(Math.min(99, held.lines[parent]!));
  table.put(held.mass[parent]! / total(held));
  table.put(held.linked[grand]! / Math.max(1, held.letters[grand]!));
  table.put(held.mass[grand]! / total(held));
  table.put(places.pathMass[places.path[i]!]! / total(held));
  table.put(Math.min(99, places.pathLines[places.path[i]!]!));
  table.put(places.ownMass[places.own[i]!]! / total(held));
  table.put(line.bold);
  table.put(line.slanted);
  table.put(Math.min(5, line.pictures));
  table.put(lines[i - 1]?.linked ?? -1);
  table.put(lines[i + 1]?.linked ?? -1);
  table.put(i === 0 ? -1 : places.own[i - 1] === places.own[i] ? 1 : 0);
  table.put(i === lines.length - 1 ? -1 : places.own[i + 1] === places.own[i] ? 1 : 0);
  table.flag(places.box[i - 1] === places.box[i]);
  table.flag(places.box[i + 1] === places.box[i]);
}

function total(held: Held): number {
  return Math.max(1, held.mass[0]!);
}
