/** Facts of a page as numbers, one row a line: what the page model weighs. */
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
  const values: Record<(typeof OWN)[number], number> = {
    count: line.count,
    length: Math.min(line.part.text.length, 2000),
    closed: isClosed(line) ? 1 : 0,
    colon: end === 'colon' ? 1 : 0,
    ellipsis: end === 'ellipsis' ? 1 : 0,
    endsQuote: end === 'quote' ? 1 : 0,
    endsBracket: end === 'bracket' ? 1 : 0,
    beginsLower: begin === 'lower' ? 1 : 0,
    beginsQuote: begin === 'quote' ? 1 : 0,
    beginsDigit: begin === 'digit' ? 1 : 0,
    beginsDash: begin === 'dash' || begin === 'bullet' ? 1 : 0,
    beginsOther: begin === 'other' || begin === 'bracket' ? 1 : 0,
    functional: line.functional,
    capitals: line.capitals,
    digits: line.digits,
    stops: line.stops,
    commas: line.commas,
    quotes: line.quotes,
    speech: line.speech,
    allCapitals: line.allCapitals ? 1 : 0,
    personLike: line.personLike ? 1 : 0,
    separators: line.separators,
    address: line.address ? 1 : 0,
    clock: line.clock ? 1 : 0,
    day: line.day ? 1 : 0,
    dateline: line.dateline ? 1 : 0,
    fused: line.fused ? 1 : 0,
    glued: line.part.glued === 'script' ? 2 : line.part.glued ? 1 : 0,
    mass: line.mass,
  };
  OWN.forEach((name, k) => {
    row[k] = values[name];
  });
  return OWN.length;
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
    const sign = SECTION_SIGNS.findIndex((s) => line.hits.some((h) => h.sign === s && h.place !== 'inside'));
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

function placed(page: PageFacts, scan: Scan, i: number, row: Float64Array, at: number): number {
  const n = page.lines.length;
  const repeat = page.repeats[i]!;
  const between = (from: number, to: number): number =>
    scan.sums[Math.min(n, Math.max(0, to))]! - scan.sums[Math.min(n, Math.max(0, from))]!;
  const looks = (from: number, to: number): number => {
    let same = 0;
    for (let k = from; k <= to; k++) if (page.lines[k]?.look === page.lines[i]!.look) same++;
    return same;
  };
  const values: Record<(typeof PLACED)[number], number> = {
    gap: page.lines[i]!.part.gap > 0 ? 1 : 0,
    gapAfter: (page.lines[i + 1]?.part.gap ?? 1) > 0 ? 1 : 0,
    before: page.before[i]!,
    around: page.around[i]!,
    topic: page.topic[i]!,
    topicWords: page.topicWords[i]!,
    denseFrom: clamp(i - page.dense[0]),
    denseTo: clamp(page.dense[1] - i),
    wideFrom: clamp(i - page.wide[0]),
    wideTo: clamp(page.wide[1] - i),
    double: repeat.doubleBefore ? 1 : 0,
    doubleAfter: repeat.doubleAfter ? 1 : 0,
    earlier: repeat.earlier,
    later: repeat.later,
    since: scan.since[i]!,
    until: scan.until[i]!,
    run: scan.run[i]!,
    section: scan.section[i]!,
    sectionAge: scan.sectionAge[i]!,
    sectionText: scan.sectionText[i]!,
    comments: scan.comments[i]!,
    massBefore3: between(i - 3, i),
    massAfter3: between(i + 1, i + 4),
    massBefore10: between(i - 10, i),
    massAfter10: between(i + 1, i + 11),
    looksBefore: looks(i - 5, i - 1),
    looksAfter: looks(i + 1, i + 5),
    cohesionBefore: page.cohesion[i]!.before,
    cohesionAfter: page.cohesion[i]!.after,
    cohesionAround: page.cohesion[i]!.around,
    ...titleMeasures(page, i),
    stampAge: scan.stampAge[i]!,
    stampText: scan.stampText[i]!,
    fromTop: Math.min(i, 30),
    fromEnd: Math.min(n - 1 - i, 30),
  };
  PLACED.forEach((name, k) => {
    row[at + k] = values[name];
  });
  return at + PLACED.length;
}

function titleMeasures(page: PageFacts, i: number): { titleFrom: number; titleWords: number } {
  if (!page.title) return { titleFrom: -40, titleWords: 0 };
  let words = 0;
  for (const w of page.title.forms) if (page.content[i]!.has(w)) words++;
  const from = Math.max(-30, Math.min(60, i - page.title.line));
  return { titleFrom: from, titleWords: words };
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
