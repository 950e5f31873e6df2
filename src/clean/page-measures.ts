/** Facts of a page as numbers, one row a line: what the page model weighs. */
import { countMarked, markMatters } from './cohesion.ts';
import { type Sign, signBits } from './cues.ts';
import type { LineFacts } from './line-facts.ts';
import { MeasureRoom, type MeasureTable } from './measure-table.ts';
import type { PageFacts } from './page-facts.ts';

/** Signs counted by where they stand in the line: at its start (or alone in it) and inside it. */
const WEIGHED: readonly Sign[] = [
  'navigation',
  'read-more',
  'list-head',
  'promotion',
  'advertisement',
  'comments',
  'legal',
  'share',
  'media',
  'widget',
  'ago',
  'tags',
  'photo-credit',
  'byline',
  'published',
  'updated',
  'syndicated',
  'correction',
  'about',
];

const OWN = [
  'count',
  'length',
  'closed',
  'colon',
  'ellipsis',
  'endsQuote',
  'endsBracket',
  'beginsLower',
  'beginsQuote',
  'beginsDigit',
  'beginsDash',
  'beginsOther',
  'functional',
  'capitals',
  'digits',
  'stops',
  'commas',
  'quotes',
  'speech',
  'allCapitals',
  'personLike',
  'separators',
  'address',
  'clock',
  'day',
  'dateline',
  'fused',
  'glued',
  'mass',
] as const;
const PLACED = [
  'gap',
  'gapAfter',
  'before',
  'around',
  'topic',
  'topicWords',
  'denseFrom',
  'denseTo',
  'wideFrom',
  'wideTo',
  'double',
  'doubleAfter',
  'earlier',
  'later',
  'since',
  'until',
  'run',
  'section',
  'sectionAge',
  'sectionText',
  'comments',
  'massBefore3',
  'massAfter3',
  'massBefore10',
  'massAfter10',
  'looksBefore',
  'looksAfter',
  'cohesionBefore',
  'cohesionAfter',
  'cohesionAround',
  'titleFrom',
  'titleWords',
  'stampAge',
  'stampText',
  'fromTop',
  'fromEnd',
] as const;

/** What a line sees of the lines around it, and what stands for lines outside the page. */
interface Seen {
  readonly name: string;
  readonly of: (line: LineFacts, i: number, page: PageFacts) => number;
  readonly outside: number;
}

const FURNISHED: ReadonlySet<string> = new Set(['furniture', 'list-head', 'read-more', 'label']);
const NEAR: readonly Seen[] = [
  { name: 'mass', of: (_, i, page) => page.masses[i]!, outside: -1 },
  { name: 'count', of: (line) => Math.min(line.count, 99), outside: -1 },
  { name: 'functional', of: (line) => line.functional, outside: -1 },
  { name: 'furniture', of: (line) => (FURNISHED.has(line.look) ? 1 : 0), outside: -1 },
  { name: 'closed', of: (line) => (isClosed(line) ? 1 : 0), outside: -1 },
  { name: 'topic', of: (_, i, page) => page.topic[i]!, outside: -1 },
  { name: 'credit', of: (line) => (line.look === 'credit' ? 1 : 0), outside: 0 },
  { name: 'stamp', of: (line) => (line.look === 'stamp' ? 1 : 0), outside: 0 },
];
const OFFSETS = [-3, -2, -1, 1, 2, 3] as const;

/** Names of the measures, in the order of a row; the trained trees refer to these names. */
export const MEASURES: readonly string[] = [
  ...OWN,
  ...WEIGHED.map((s) => `starts:${s}`),
  ...WEIGHED.map((s) => `inside:${s}`),
  ...PLACED,
  ...OFFSETS.flatMap((o) => NEAR.map(({ name }) => `${name}${o > 0 ? '+' : ''}${o}`)),
];

const WIDTH = MEASURES.length;
const NEAR_FROM = OWN.length + 2 * WEIGHED.length + PLACED.length;

/** The measures of all lines of a page, in the order of {@link MEASURES}. */
export function pageMeasures(page: PageFacts, room = new MeasureRoom()): MeasureTable {
  const table = room.table(page.lines.length, WIDTH);
  const scan = scanPage(page);
  page.lines.forEach((line, i) => {
    table.go(i, 0);
    own(line, table);
    if (line.hits.length > 0) signs(line, i, table);
    table.go(i, OWN.length + 2 * WEIGHED.length);
    placed(page, scan, i, table);
  });
  near(page, table);
  return table;
}

function own(line: LineFacts, table: MeasureTable): void {
  const { end, begin } = line;
  // In the order of OWN.
  table.put(line.count);
  table.put(Math.min(line.part.text.length, 2000));
  table.flag(isClosed(line));
  table.flag(end === 'colon');
  table.flag(end === 'ellipsis');
  table.flag(end === 'quote');
  table.flag(end === 'bracket');
  table.flag(begin === 'lower');
  table.flag(begin === 'quote');
  table.flag(begin === 'digit');
  table.flag(begin === 'dash' || begin === 'bullet');
  table.flag(begin === 'other' || begin === 'bracket');
  table.put(line.functional);
  table.put(line.capitals);
  table.put(line.digits);
  table.put(line.stops);
  table.put(line.commas);
  table.put(line.quotes);
  table.put(line.speech);
  table.flag(line.allCapitals);
  table.flag(line.personLike);
  table.put(line.separators);
  table.flag(line.address);
  table.flag(line.clock);
  table.flag(line.day);
  table.flag(line.dateline);
  table.flag(line.fused);
  table.put(line.part.glued === 'script' ? 2 : line.part.glued ? 1 : 0);
  table.put(line.mass);
}

function isClosed(line: LineFacts): boolean {
  return line.end === 'stop' || line.end === 'question' || line.end === 'quote' || line.end === 'ellipsis';
}

function signs(line: LineFacts, i: number, table: MeasureTable): void {
  for (const hit of line.hits) {
    const k = WEIGHED.indexOf(hit.sign);
    if (k < 0) continue;
    const inside = hit.place === 'inside';
    const measure = OWN.length + (inside ? WEIGHED.length : 0) + k;
    const known = table.get(i, measure);
    table.go(i, measure);
    table.put(inside ? known + 1 : Math.max(known, hit.place === 'whole' ? 2 : 1));
  }
}

/** What a scan from the top and one from the bottom tell of each line. */
interface Scan {
  readonly sums: Float64Array;
  readonly since: readonly number[];
  readonly until: readonly number[];
  readonly run: readonly number[];
  readonly section: readonly number[];
  readonly sectionAge: readonly number[];
  readonly sectionText: readonly number[];
  readonly comments: readonly number[];
  readonly stampAge: readonly number[];
  readonly stampText: readonly number[];
  /** The matters of the likeliest headline, marked. */
  readonly title: Uint8Array | null;
}

const SECTION_SIGNS: readonly Sign[] = ['list-head', 'comments', 'legal', 'promotion', 'read-more', 'share', 'tags'];
const SECTION_BITS = SECTION_SIGNS.map((sign) => signBits(sign));
const TEXT = 12;

function scanPage(page: PageFacts): Scan {
  const n = page.lines.length;
  const sums = new Float64Array(n + 1);
  const since: number[] = [];
  const section: number[] = [];
  const sectionAge: number[] = [];
  const sectionText: number[] = [];
  const comments: number[] = [];
  const stampAge: number[] = [];
  const stampText: number[] = [];
  let [stamped, sinceStamp] = [99, 999];
  let [last, kind, age, text, commented] = [99, 0, 99, 0, 0];
  for (let i = 0; i < n; i++) {
    const line = page.lines[i]!;
    const mass = page.masses[i]!;
    sums[i + 1] = sums[i]! + mass;
    since.push(last);
    section.push(kind);
    sectionAge.push(age);
    sectionText.push(text);
    comments.push(commented);
    stampAge.push(stamped);
    stampText.push(sinceStamp);
    stamped = line.look === 'stamp' ? 0 : Math.min(99, stamped + 1);
    sinceStamp = line.look === 'stamp' ? 0 : Math.min(999, sinceStamp + mass);
    last = mass >= TEXT ? 0 : Math.min(99, last + 1);
    age = Math.min(99, age + 1);
    text = Math.min(999, text + mass);
    const sign = line.opens === 0 ? -1 : SECTION_BITS.findIndex((bit) => (line.opens & bit) !== 0);
    if (sign >= 0 && mass < 20) [kind, age, text] = [sign + 1, 0, 0];
    if (sign === 1) commented++;
  }
  return {
    sums,
    since,
    until: untilText(page),
    run: runLengths(page),
    section,
    sectionAge,
    sectionText,
    comments,
    stampAge,
    stampText,
    title: page.title && markMatters(page.matters, [page.title.line]),
  };
}

function untilText(page: PageFacts): number[] {
  const out: number[] = new Array(page.lines.length);
  let until = 99;
  for (let i = page.lines.length - 1; i >= 0; i--) {
    out[i] = until;
    until = page.masses[i]! >= TEXT ? 0 : Math.min(99, until + 1);
  }
  return out;
}

/** Length of the run of lines without running text that a line lies in. */
function runLengths(page: PageFacts): number[] {
  const out: number[] = new Array(page.lines.length).fill(0);
  let from = 0;
  for (let i = 0; i <= page.lines.length; i++) {
    if (i < page.lines.length && page.masses[i]! < TEXT) continue;
    for (let k = from; k < i; k++) out[k] = Math.min(99, i - from);
    from = i + 1;
  }
  return out;
}

function placed(page: PageFacts, scan: Scan, i: number, table: MeasureTable): void {
  const n = page.lines.length;
  const repeat = page.repeats[i]!;
  const cohesion = page.cohesion[i]!;
  // In the order of PLACED.
  table.flag(page.lines[i]!.part.gap > 0);
  table.flag((page.lines[i + 1]?.part.gap ?? 1) > 0);
  table.put(page.before[i]!);
  table.put(page.around[i]!);
  table.put(page.topic[i]!);
  table.put(page.topicWords[i]!);
  table.put(clamp(i - page.dense[0]));
  table.put(clamp(page.dense[1] - i));
  table.put(clamp(i - page.wide[0]));
  table.put(clamp(page.wide[1] - i));
  table.flag(repeat.doubleBefore);
  table.flag(repeat.doubleAfter);
  table.put(repeat.earlier);
  table.put(repeat.later);
  table.put(scan.since[i]!);
  table.put(scan.until[i]!);
  table.put(scan.run[i]!);
  table.put(scan.section[i]!);
  table.put(scan.sectionAge[i]!);
  table.put(scan.sectionText[i]!);
  table.put(scan.comments[i]!);
  table.put(between(scan.sums, i - 3, i));
  table.put(between(scan.sums, i + 1, i + 4));
  table.put(between(scan.sums, i - 10, i));
  table.put(between(scan.sums, i + 1, i + 11));
  table.put(looksLike(page, i, i - 5, i - 1));
  table.put(looksLike(page, i, i + 1, i + 5));
  table.put(cohesion.before);
  table.put(cohesion.after);
  table.put(cohesion.around);
  table.put(titleFrom(page, i));
  table.put(scan.title ? countMarked(page.matters, i, scan.title) : 0);
  table.put(scan.stampAge[i]!);
  table.put(scan.stampText[i]!);
  table.put(Math.min(i, 30));
  table.put(Math.min(n - 1 - i, 30));
}

/** Sum of the weights of a run of lines; what lies outside the page counts nothing. */
function between(sums: Float64Array, from: number, to: number): number {
  const n = sums.length - 1;
  return sums[Math.min(n, Math.max(0, to))]! - sums[Math.min(n, Math.max(0, from))]!;
}

/** How many lines of a run have the look of this one. */
function looksLike(page: PageFacts, i: number, from: number, to: number): number {
  const { look } = page.lines[i]!;
  let same = 0;
  for (let k = Math.max(0, from); k <= Math.min(to, page.lines.length - 1); k++) {
    if (page.lines[k]!.look === look) same++;
  }
  return same;
}

function titleFrom(page: PageFacts, i: number): number {
  return page.title ? Math.max(-30, Math.min(60, i - page.title.line)) : -40;
}

function clamp(x: number): number {
  return Math.max(-20, Math.min(20, x));
}

/** How far lines are seen. */
const EDGE = 3;

/** Writes what is seen of the lines around: a list of the page for each of {@link NEAR}, moved up and down. */
function near(page: PageFacts, table: MeasureTable): void {
  const n = page.lines.length;
  NEAR.forEach(({ of, outside }, k) => {
    const list = new Float64Array(n + 2 * EDGE).fill(outside);
    for (let i = 0; i < n; i++) list[i + EDGE] = of(page.lines[i]!, i, page);
    OFFSETS.forEach((o, at) => {
      table.column(NEAR_FROM + at * NEAR.length + k, list, EDGE + o);
    });
  });
}
