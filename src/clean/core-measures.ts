/** Measures of a line against what the first look holds for body: its matters, its style, the lump of lines it lies in. */
import { signBits } from './cues.ts';
import type { LineFacts, Matters } from './line-facts.ts';
import type { MeasureTable } from './measure-table.ts';
import type { PageFacts } from './page-facts.ts';

export const CORE_MEASURES = [
  'coreTopic',
  'coreTopicWords',
  'otherTopic',
  'lumpWords',
  'lumpShare',
  'wordsAbove',
  'wordsBelow',
  'wordsAtComments',
  'countToCore',
  'closedToCore',
  'gapToCore',
  'functionalToCore',
  'capitalsToCore',
  'sinceColon',
  'sameLook',
  'opensName',
] as const;

/** From this chance on a line counts as likely body. */
const LIKELY = 0.35;
/** Likely lines with this many others between them lie in different lumps. */
const APART = 4;
/** How far lines of the same look count. */
const LOOK_REACH = 8;

const COMMENTS = signBits('comments');

/** Writes the measures of a line where the table stands. */
export type WriteLine = (line: number, table: MeasureTable) => void;

/** The page against the chances of the first look. Linear in the page. */
export function coreMeasures(chances: Float64Array, page: PageFacts): WriteLine {
  const held = mattersHeld(chances, page);
  const style = coreStyle(chances, page);
  const lumps = lumpsOf(chances, page);
  const names = namesOf(page);
  const { above, colon, comments } = scanDown(chances, page);
  return (i, table) => {
    const line = page.lines[i]!;
    const c = chances[i]!;
    const { core, other } = shareOf(page.matters, i, c, held);
    const size = page.matters.from[i + 1]! - page.matters.from[i]!;
    // In the order of CORE_MEASURES.
    table.put(size === 0 ? -1 : core / size);
    table.put(core);
    table.put(size === 0 ? -1 : other / size);
    table.put(lumps.words[i]!);
    table.put(lumps.words[i]! / Math.max(1, lumps.best));
    table.put(above[i]!);
    table.put(style.words - above[i]! - c * Math.min(60, line.count));
    table.put(comments[i]!);
    table.put(line.count / Math.max(1, style.count));
    table.put((isClosed(line) ? 1 : 0) - style.closed);
    table.put((line.part.gap > 0 ? 1 : 0) - style.gap);
    table.put(line.functional - style.functional);
    table.put(line.capitals - style.capitals);
    table.put(colon[i]!);
    table.put(sameLook(chances, page, i));
    table.flag(opensName(line, names));
  };
}

/** What a scan from the top tells of each line: likely words above it, lines since a likely one with a colon, likely words at the last comment head. */
function scanDown(chances: Float64Array, page: PageFacts) {
  const n = chances.length;
  const [above, colon, comments] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  let [words, since, commented] = [0, 30, -1];
  for (let i = 0; i < n; i++) {
    const line = page.lines[i]!;
    above[i] = words;
    colon[i] = since;
    comments[i] = commented;
    words += chances[i]! * Math.min(60, line.count);
    since = line.end === 'colon' && chances[i]! > 0.3 ? 0 : Math.min(30, since + 1);
    if (line.count <= 10 && (line.opens & COMMENTS) !== 0) commented = words;
  }
  return { above, colon, comments };
}

interface Held {
  readonly core: Float64Array;
  readonly other: Float64Array;
}

/** How many matters of a line other likely lines hold, and how many only unlikely ones do. */
function shareOf({ items, from }: Matters, line: number, chance: number, held: Held): { core: number; other: number } {
  let [core, other] = [0, 0];
  for (let k = from[line]!; k < from[line + 1]!; k++) {
    const m = items[k]!;
    const h = Math.min(1, Math.max(0, held.core[m]! - chance));
    core += h;
    if (h < 0.3 && held.other[m]! - (1 - chance) > 0.5) other++;
  }
  return { core, other };
}

function isClosed(line: LineFacts): boolean {
  return line.end === 'stop' || line.end === 'question' || line.end === 'quote' || line.end === 'ellipsis';
}

/** For each matter the sum of chances of the lines that hold it, and of what they lack to certainty. */
function mattersHeld(chances: Float64Array, page: PageFacts): Held {
  const { items, from, total } = page.matters;
  const core = new Float64Array(total);
  const other = new Float64Array(total);
  for (let i = 0; i < chances.length; i++) {
    const c = chances[i]!;
    for (let k = from[i]!; k < from[i + 1]!; k++) {
      core[items[k]!]! += c;
      other[items[k]!]! += 1 - c;
    }
  }
  return { core, other };
}

function coreStyle(chances: Float64Array, page: PageFacts) {
  let [words, weight, count, closed, gap, functional, capitals] = [0, 1e-6, 0, 0, 0, 0, 0];
  page.lines.forEach((line, i) => {
    const c = chances[i]!;
    words += c * Math.min(60, line.count);
    if (c < LIKELY) return;
    const w = c * Math.min(60, line.count);
    weight += w;
    count += w * line.count;
    if (isClosed(line)) closed += w;
    if (line.part.gap > 0) gap += w;
    functional += w * line.functional;
    capitals += w * line.capitals;
  });
  return {
    words,
    count: count / weight,
    closed: closed / weight,
    gap: gap / weight,
    functional: functional / weight,
    capitals: capitals / weight,
  };
}

/** Likely words of the lump of lines that each line lies in, 0 between lumps. */
function lumpsOf(chances: Float64Array, page: PageFacts): { words: Float64Array; best: number } {
  const words = new Float64Array(chances.length);
  let best = 0;
  for (let i = 0; i < chances.length; ) {
    if (chances[i]! < LIKELY) {
      i++;
      continue;
    }
    let [last, sum] = [i, 0];
    for (let k = i; k < chances.length && k - last <= APART; k++) {
      if (chances[k]! < LIKELY) continue;
      last = k;
      sum += chances[k]! * Math.min(60, page.lines[k]!.count);
    }
    words.fill(sum, i, last + 1);
    best = Math.max(best, sum);
    i = last + 1;
  }
  return { words, best };
}

/** Mean chance of the lines of the same look near a line, -1 where there are none. */
function sameLook(chances: Float64Array, page: PageFacts, i: number): number {
  const { look } = page.lines[i]!;
  const last = Math.min(chances.length - 1, i + LOOK_REACH);
  let [sum, n] = [0, 0];
  for (let k = Math.max(0, i - LOOK_REACH); k <= last; k++) {
    if (k === i || page.lines[k]!.look !== look) continue;
    sum += chances[k]!;
    n++;
  }
  return n === 0 ? -1 : sum / n;
}

/** First two words of lines that hold a name and no more. */
function namesOf(page: PageFacts): Set<number> {
  return new Set(page.lines.flatMap((l) => (l.personLike && l.opening !== 0 ? [l.opening] : [])));
}

function opensName(line: LineFacts, names: ReadonlySet<number>): boolean {
  return line.count > 5 && line.opening !== 0 && names.has(line.opening);
}
