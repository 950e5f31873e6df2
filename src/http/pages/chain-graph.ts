/** The ways a word took in, a drawing and the same in words out. */
import { html } from 'hono/html';
import { capital } from '../../ledger/names.ts';
import type { DeskContext, Html } from '../desk-context.ts';
import { personPath, reportPath } from '../paths.ts';
import type { Roster } from '../roster.ts';
import { keyOf, STATIONS, type Station, type Voice, type Way, type WordOf } from '../word-of.ts';

const WIDTH = 178;
const HEIGHT = 46;
const COLUMN = 232;
const ROW = 62;
const TOP = 30;
const SIDE = 8;
/** Signs that fit into a box; the whole stands in its title and in the list below. */
const FITS = 24;

const HEADS: Readonly<Record<Station, string>> = {
  speaker: 'Speaker',
  organ: 'Organ',
  agency: 'Agency',
  outlet: 'Outlet',
};

interface Node {
  readonly voice: Voice;
  readonly column: number;
  readonly y: number;
  readonly copies: number;
}

interface Drawn {
  readonly nodes: readonly Node[];
  readonly steps: readonly Step[];
  readonly columns: readonly Column[];
  readonly height: number;
}

function short(words: string): string {
  return words.length <= FITS ? words : `${words.slice(0, FITS - 1).trimEnd()}…`;
}

export function voiceName(voice: Voice): string {
  return voice.name ?? voice.role ?? 'not named';
}

/** Under the name: role and state. */
function voiceSide(voice: Voice, context: DeskContext): string {
  const role = voice.name === null ? null : voice.role;
  return [role, voice.state ? capital(context.names.actor(voice.state)) : null].filter(Boolean).join(', ');
}

/** A column for each station, and further ones where a way passes several of a station: one agency citing another. */
interface Column {
  readonly station: Station;
  readonly nth: number;
}

/** The column each voice stands in: the last it needs on any way. */
function columnsOf(ways: readonly Way[]): {
  readonly columns: readonly Column[];
  readonly of: ReadonlyMap<string, number>;
} {
  const nths = new Map<string, Column>();
  for (const { voices } of ways) {
    const seen = new Map<Station, number>();
    for (const voice of voices) {
      const { station } = voice;
      const nth = Math.max(seen.get(station) ?? 0, nths.get(keyOf(voice))?.nth ?? 0);
      seen.set(station, nth + 1);
      nths.set(keyOf(voice), { station, nth });
    }
  }
  const rank = (c: Column): number => STATIONS.indexOf(c.station) * 1000 + c.nth;
  const ranks = [...new Set([...nths.values()].map(rank))].sort((a, b) => a - b);
  const columns = ranks.map((r) => ({ station: STATIONS[Math.floor(r / 1000)] ?? 'speaker', nth: r % 1000 }));
  return { columns, of: new Map([...nths].map(([key, c]) => [key, ranks.indexOf(rank(c))])) };
}

interface Row {
  readonly key: string;
  readonly voice: Voice;
  readonly ways: number[];
  copies: number;
}

/** Each voice once, with the ways that pass it. */
function rowsOf(ways: readonly Way[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const [i, way] of ways.entries()) {
    for (const voice of way.voices) {
      const key = keyOf(voice);
      const row = rows.get(key) ?? { key, voice, ways: [], copies: 0 };
      row.ways.push(i);
      if (voice === way.voices.at(-1)) row.copies += way.copies.length;
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

/**
 * Each way has a row of its own; a voice stands on the row of its first way. So a way that skips a column runs past on its
 * own row and never behind a box it does not pass.
 */
function placed(rows: readonly Row[], column: number, ways: number): readonly (readonly [string, Node])[] {
  const taken = new Set<number>();
  return rows.map((row) => {
    let at = Math.min(...row.ways);
    // Two voices of one way in one column: the second goes below all ways.
    if (taken.has(at)) at = Math.max(ways, ...[...taken].map((t) => t + 1));
    taken.add(at);
    return [row.key, { voice: row.voice, column, y: TOP + at * ROW, copies: row.copies }] as const;
  });
}

/** A step of a way from one voice to the next, on the row of that way. */
interface Step {
  readonly from: Node;
  readonly to: Node;
  readonly y: number;
}

function stepsOf(ways: readonly Way[], nodes: ReadonlyMap<string, Node>): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const [i, { voices }] of ways.entries()) {
    for (const [j, voice] of voices.slice(1).entries()) {
      const [from, to] = [nodes.get(keyOf(voices[j] ?? voice)), nodes.get(keyOf(voice))];
      if (from === undefined || to === undefined) continue;
      const row = to.column - from.column > 1 ? i : '';
      steps.set([keyOf(from.voice), keyOf(to.voice), row].join('\n'), { from, to, y: TOP + i * ROW + HEIGHT / 2 });
    }
  }
  return [...steps.values()];
}

function drawn({ ways }: WordOf): Drawn {
  const { columns, of } = columnsOf(ways);
  const rows = rowsOf(ways);
  const inColumn = (i: number): readonly Row[] => rows.filter((r) => of.get(r.key) === i);
  const nodes = new Map(columns.flatMap((_, i) => placed(inColumn(i), i, ways.length)));
  const height = Math.max(...[...nodes.values()].map((n) => n.y), TOP) + HEIGHT + 12;
  return { nodes: [...nodes.values()], steps: stepsOf(ways, nodes), columns, height };
}

const left = (node: Node): number => SIDE + node.column * COLUMN;

/** From one height to another between two columns, as a bend. */
function bend(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

function tie({ from, to, y }: Step): Html {
  const [x1, y1, y2] = [left(from) + WIDTH, from.y + HEIGHT / 2, to.y + HEIGHT / 2];
  // Two that cite each other on different ways stand in one column: their tie runs down beside the boxes.
  if (from.column >= to.column) {
    return html`<path class="tie" d="M${x1} ${y1} C${x1 + 26} ${y1} ${x1 + 26} ${y2} ${left(to) + WIDTH} ${y2}"/>`;
  }
  const x2 = left(to) - 7;
  const [first, last] = [SIDE + (from.column + 1) * COLUMN, SIDE + (to.column - 1) * COLUMN + WIDTH];
  const path =
    to.column - from.column === 1
      ? bend(x1, y1, x2, y2)
      : `${bend(x1, y1, first, y)} H${last} ${bend(last, y, x2, y2)}`;
  return html`<path class="tie${to.voice.from === 'page' ? ' page' : ''}" d="M${x1} ${y1} ${path}"/><path class="head" d="M${x2} ${y2 - 4} l7 4 l-7 4 z"/>`;
}

function box(node: Node, context: DeskContext): Html {
  const { voice, y, copies } = node;
  const [x, name] = [left(node), voiceName(voice)];
  const below = copies > 0 ? `and ${copies} ${copies === 1 ? 'copy' : 'copies'}` : voiceSide(voice, context);
  const second = below === '' ? '' : html`<text class="below" x="${x + 10}" y="${y + 36}">${short(below)}</text>`;
  const stack =
    copies > 0 ? html`<rect class="copy" x="${x + 4}" y="${y + 4}" width="${WIDTH}" height="${HEIGHT}" rx="5"/>` : '';
  return html`<g class="voice ${voice.station}${voice.name === null ? ' nameless' : ''}"><title>${name}${below ? `, ${below}` : ''}</title>${stack}<rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="5"/><text x="${x + 10}" y="${y + (below === '' ? 28 : 20)}">${short(name)}</text>${second}</g>`;
}

function svg(word: WordOf, context: DeskContext): Html {
  const { nodes, steps, columns, height } = drawn(word);
  const width = SIDE * 2 + (columns.length - 1) * COLUMN + WIDTH + 28;
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
${columns.map((c, i) => html`<text class="column" x="${SIDE + i * COLUMN}" y="18">${c.nth === 0 ? HEADS[c.station] : ''}</text>`)}
${steps.map(tie)}${nodes.map((n) => box(n, context))}</svg>`;
}

/** "1 independent origin" and what must be known beside it. */
export function originWords({ origins, shared, ways }: WordOf): string {
  const reports = new Set(ways.flatMap((w) => [w.report, ...w.copies.map((c) => c.report)])).size;
  const counted = `${origins} independent ${origins === 1 ? 'origin' : 'origins'} in ${reports} ${reports === 1 ? 'report' : 'reports'}.`;
  return shared ? `${counted} All of it goes back to ${voiceName(shared)}.` : counted;
}

function voiceItem(voice: Voice, context: DeskContext, roster: Roster): Html {
  const person = voice.station === 'speaker' && voice.name ? roster.meant(voice.name, voice.state) : null;
  const name = person ? html`<a href="${personPath(person.slug)}">${voiceName(voice)}</a>` : voiceName(voice);
  const side = voiceSide(voice, context);
  return html`<li>${name}${side ? `, ${side}` : ''}${voice.from === 'page' ? html` <span class="count">(as the page says)</span>` : ''}</li>`;
}

function wayItem(way: Way, context: DeskContext, roster: Roster): Html {
  const copies = way.copies.map((c, i) => html`${i > 0 ? ', ' : ''}<a href="${reportPath(c.report)}">${c.name}</a>`);
  return html`<li><ol class="way">${way.voices.map((v) => voiceItem(v, context, roster))}</ol> <a class="small" href="${reportPath(way.report)}">report</a>${copies.length > 0 ? html` <span class="small count">The same text: ${copies}.</span>` : ''}</li>`;
}

/** The drawing with the same in words; the list is what a reader without eyes for it gets. */
export function chainGraph(word: WordOf, context: DeskContext, roster: Roster): Html {
  if (word.ways.length === 0) return html``;
  return html`<figure class="chains">
<div class="scroll" tabindex="0" role="region" aria-label="By whose word">${svg(word, context)}</div>
<figcaption>${originWords(word)}</figcaption>
<details><summary>The same in words</summary><ul class="ways">${word.ways.map((w) => wayItem(w, context, roster))}</ul></details>
</figure>`;
}
