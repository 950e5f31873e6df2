/** Facts of a page as numbers, one row a line: what the page model weighs. */
import { countMarked, markMatters } from './cohesion.ts';
import type { Sign } from './cues.ts';
import type { LineFacts } from './line-facts.ts';
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
const NEAR = ['mass', 'count', 'functional', 'furniture', 'closed', 'topic', 'credit', 'stamp'] as const;
const OFFSETS = [-3, -2, -1, 1, 2, 3] as const;

/** Names of the measures, in the order of a row; the trained trees refer to these names. */
export const MEASURES: readonly string[] = [
  ...OWN,
  ...WEIGHED.map((s) => `starts:${s}`),
  ...WEIGHED.map((s) => `inside:${s}`),
  ...PLACED,
  ...OFFSETS.flatMap((o) => NEAR.map((n) => `${n}${o > 0 ? '+' : ''}${o}`)),
];

const WIDTH = MEASURES.length;

/** All rows of a page, one after another, each as long as {@link MEASURES}. */
export function pageMeasures(page: PageFacts): Float64Array {
  const rows = new Float64Array(page.lines.length * WIDTH);
  const scan = scanPage(page);
  page.lines.forEach((line, i) => {
    const row = rows.subarray(i * WIDTH, (i + 1) * WIDTH);
    let at = own(line, row);
    at = signs(line, row, at);
    at = placed(page, scan, i, row, at);
    near(page, i, row, at);
  });
  return rows;
}

function own(line: LineFacts, row: Float64Array): number {
  const { end, begin } = line;
  // In the order of OWN.
  let at = 0;
  row[at++] = line.count;
  row[at++] = Math.min(line.part.text.length, 2000);
  row[at++] = isClosed(line) ? 1 : 0;
  row[at++] = end === 'colon' ? 1 : 0;
  row[at++] = end === 'ellipsis' ? 1 : 0;
  row[at++] = end === 'quote' ? 1 : 0;
  row[at++] = end === 'bracket' ? 1 : 0;
  row[at++] = begin === 'lower' ? 1 : 0;
  row[at++] = begin === 'quote' ? 1 : 0;
  row[at++] = begin === 'digit' ? 1 : 0;
  row[at++] = begin === 'dash' || begin === 'bullet' ? 1 : 0;
  row[at++] = begin === 'other' || begin === 'bracket' ? 1 : 0;
  row[at++] = line.functional;
  row[at++] = line.capitals;
  row[at++] = line.digits;
  row[at++] = line.stops;
  row[at++] = line.commas;
  row[at++] = line.quotes;
  row[at++] = line.speech;
  row[at++] = line.allCapitals ? 1 : 0;
  row[at++] = line.personLike ? 1 : 0;
  row[at++] = line.separators;
  row[at++] = line.address ? 1 : 0;
  row[at++] = line.clock ? 1 : 0;
  row[at++] = line.day ? 1 : 0;
  row[at++] = line.dateline ? 1 : 0;
  row[at++] = line.fused ? 1 : 0;
  row[at++] = line.part.glued === 'script' ? 2 : line.part.glued ? 1 : 0;
  row[at++] = line.mass;
  return at;
}

function isClosed(line: LineFacts): boolean {
  return line.end === 'stop' || line.end === 'question' || line.end === 'quote' || line.end === 'ellipsis';
}

function signs(line: LineFacts, row: Float64Array, at: number): number {
  for (const hit of line.hits) {
    const k = WEIGHED.indexOf(hit.sign);
    if (k < 0) continue;
    if (hit.place === 'inside') row[at + WEIGHED.length + k]!++;
    else row[at + k] = Math.max(row[at + k]!, hit.place === 'whole' ? 2 : 1);
  }
  return at + 2 * WEIGHED.length;
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
    const sign = line.hits.length === 0 ? -1 : sectionSign(line);
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

/** Which of the signs of a section opens the line, -1 for none. */
function sectionSign(line: LineFacts): number {
  return SECTION_SIGNS.findIndex((s) => line.hits.some((h) => h.sign === s && h.place !== 'inside'));
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

function placed(page: PageFacts, scan: Scan, i: number, row: Float64Array, from: number): number {
  const n = page.lines.length;
  const repeat = page.repeats[i]!;
  const cohesion = page.cohesion[i]!;
  // In the order of PLACED.
  let at = from;
  row[at++] = page.lines[i]!.part.gap > 0 ? 1 : 0;
  row[at++] = (page.lines[i + 1]?.part.gap ?? 1) > 0 ? 1 : 0;
  row[at++] = page.before[i]!;
  row[at++] = page.around[i]!;
  row[at++] = page.topic[i]!;
  row[at++] = page.topicWords[i]!;
  row[at++] = clamp(i - page.dense[0]);
  row[at++] = clamp(page.dense[1] - i);
  row[at++] = clamp(i - page.wide[0]);
  row[at++] = clamp(page.wide[1] - i);
  row[at++] = repeat.doubleBefore ? 1 : 0;
  row[at++] = repeat.doubleAfter ? 1 : 0;
  row[at++] = repeat.earlier;
  row[at++] = repeat.later;
  row[at++] = scan.since[i]!;
  row[at++] = scan.until[i]!;
  row[at++] = scan.run[i]!;
  row[at++] = scan.section[i]!;
  row[at++] = scan.sectionAge[i]!;
  row[at++] = scan.sectionText[i]!;
  row[at++] = scan.comments[i]!;
  row[at++] = between(scan.sums, i - 3, i);
  row[at++] = between(scan.sums, i + 1, i + 4);
  row[at++] = between(scan.sums, i - 10, i);
  row[at++] = between(scan.sums, i + 1, i + 11);
  row[at++] = looksLike(page, i, i - 5, i - 1);
  row[at++] = looksLike(page, i, i + 1, i + 5);
  row[at++] = cohesion.before;
  row[at++] = cohesion.after;
  row[at++] = cohesion.around;
  row[at++] = titleFrom(page, i);
  row[at++] = scan.title ? countMarked(page.matters, i, scan.title) : 0;
  row[at++] = scan.stampAge[i]!;
  row[at++] = scan.stampText[i]!;
  row[at++] = Math.min(i, 30);
  row[at++] = Math.min(n - 1 - i, 30);
  return at;
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

function near(page: PageFacts, i: number, row: Float64Array, from: number): void {
  let at = from;
  for (const o of OFFSETS) {
    const line = page.lines[i + o];
    row[at++] = line ? page.masses[i + o]! : -1;
    row[at++] = line ? Math.min(line.count, 99) : -1;
    row[at++] = line ? line.functional : -1;
    row[at++] = line ? (FURNISHED.has(line.look) ? 1 : 0) : -1;
    row[at++] = line ? (isClosed(line) ? 1 : 0) : -1;
    row[at++] = line ? page.topic[i + o]! : -1;
    row[at++] = line?.look === 'credit' ? 1 : 0;
    row[at++] = line?.look === 'stamp' ? 1 : 0;
  }
}

const FURNISHED: ReadonlySet<string> = new Set(['furniture', 'list-head', 'read-more', 'label']);
