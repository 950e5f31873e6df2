/** The elements of a page as boxes: what each holds, which holds the running text, what stands below headings over other reports. */
import type { PageFacts } from '../page-facts.ts';
import { RELATED } from './mark-words.ts';
import type { PageNode, Visible, VisibleLine } from './visible.ts';

/** The lines of a page with their elements and what is known of them. */
export interface MarkedPage {
  readonly lines: readonly VisibleLine[];
  readonly nodes: readonly PageNode[];
  /** Which lines Readability keeps. */
  readonly witness: readonly boolean[];
  /** Weight of each line as running text. */
  readonly masses: readonly number[];
  /** Lines that a cue makes the head of a list. */
  readonly listHeads: readonly boolean[];
}

/** A long line without links weighs half where its end or its language keeps it from being running text. */
const LONG = { words: 20, linked: 0.3, most: 60 };

export function markedPage({ lines, nodes }: Visible, witness: readonly boolean[], facts: PageFacts): MarkedPage {
  const masses = lines.map((l, i) => {
    const { count } = facts.lines[i]!;
    if (facts.masses[i]! > 0) return facts.masses[i]!;
    return count >= LONG.words && l.linked < LONG.linked ? Math.min(LONG.most, count) / 2 : 0;
  });
  const listHeads = facts.lines.map((l) => l.hits.some((h) => h.sign === 'list-head' && h.place !== 'inside'));
  return { lines, nodes, witness, masses, listHeads };
}

/** Sums over all that stands in an element, one entry an element. */
export interface Held {
  readonly letters: Float64Array;
  /** Of these in links, and in lines that Readability keeps. */
  readonly linked: Float64Array;
  readonly witness: Float64Array;
  readonly mass: Float64Array;
  readonly lines: Int32Array;
  /** Number of the first line. */
  readonly first: Int32Array;
}

export function holdUp({ lines, nodes, witness, masses }: MarkedPage): Held {
  const n = nodes.length;
  const [letters, linked, kept] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const [mass, count, first] = [new Float64Array(n), new Int32Array(n), new Int32Array(n).fill(lines.length)];
  lines.forEach((l, i) => {
    const size = l.text.length;
    letters[l.node]! += size;
    linked[l.node]! += size * l.linked;
    if (witness[i]) kept[l.node]! += size;
    mass[l.node]! += masses[i]!;
    count[l.node]!++;
    first[l.node] = Math.min(first[l.node]!, i);
  });
  // Each element stands behind the one around it.
  for (let k = n - 1; k > 0; k--) {
    const p = nodes[k]!.parent;
    letters[p]! += letters[k]!;
    linked[p]! += linked[k]!;
    kept[p]! += kept[k]!;
    mass[p]! += mass[k]!;
    count[p]! += count[k]!;
    first[p] = Math.min(first[p]!, first[k]!);
  }
  return { letters, linked, witness: kept, mass, lines: count, first };
}

/** For each line the last heading over other reports in an element around it, and that element; -1 for none. */
export interface Heads {
  readonly line: Int32Array;
  readonly scope: Int32Array;
}

/** A cue heads a list only alone in its line. */
const HEAD_LETTERS = 60;
/** How many elements up a heading is sought, and how far up from a heading lies what it heads. */
const REACH = 40;
const SCOPE = 3;

export function relatedHeads({ lines, nodes, listHeads }: MarkedPage, held: Held): Heads {
  const out = { line: new Int32Array(lines.length).fill(-1), scope: new Int32Array(lines.length).fill(-1) };
  const heads = new Map<number, number>();
  lines.forEach((l, i) => {
    for (let n = l.node, k = 0; n > 0 && k < REACH; n = nodes[n]!.parent, k++) {
      const head = heads.get(n);
      if (head === undefined) continue;
      out.line[i] = head;
      out.scope[i] = n;
      break;
    }
    const cued = listHeads[i]! && l.text.length < HEAD_LETTERS;
    if (!cued && !(/^h[1-6]$/.test(l.tag) && RELATED.test(marksOf(l, nodes, held)))) return;
    let scope = Math.max(0, nodes[l.node]!.parent);
    for (let k = 0; k < SCOPE && held.lines[scope]! <= 1; k++) scope = Math.max(0, nodes[scope]!.parent);
    if (scope > 0) heads.set(scope, i);
  });
  return out;
}

/** Marks of the line's element, and of the one around it where it holds no other line. */
function marksOf(line: VisibleLine, nodes: readonly PageNode[], held: Held): string {
  const { marks, parent } = nodes[line.node]!;
  return parent > 0 && held.lines[parent] === 1 ? `${marks} ${nodes[parent]!.marks}` : marks;
}

/** What a line counts where Readability keeps it, and below a heading over other reports. */
const KEPT = 1.5;
const HEADED = 0.1;
/** Text counts for elements so far up, each step half as much. */
const LEVELS = 4;
/** An element with so many lines of its own holds them itself. */
const OWN_LINES = 3;

/** The element that holds most running text, what lies deeper in it counting less. */
export function mainHolder({ lines, nodes, witness, masses }: MarkedPage, heads: Heads): number {
  const held = new Float64Array(nodes.length);
  const own = new Int32Array(nodes.length);
  for (const l of lines) own[l.node]!++;
  let best = 0;
  lines.forEach((l, i) => {
    let share = masses[i]! * (1 - l.linked / 2) * (witness[i] ? KEPT : 1) * (heads.line[i]! < 0 ? 1 : HEADED);
    let n = own[l.node]! >= OWN_LINES ? l.node : nodes[l.node]!.parent;
    for (let k = 0; k < LEVELS && n >= 0 && share > 0; k++, n = nodes[n]!.parent) {
      held[n]! += share;
      share /= 2;
      if (held[n]! > held[best]!) best = n;
    }
  });
  return best;
}
