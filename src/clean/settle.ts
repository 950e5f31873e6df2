/** Chances of lines in, the body out: one stretch of the page holds it, and a page with text has one. */
import { signBits } from './cues.ts';
import { findDateline } from './dateline.ts';
import type { LineFacts } from './line-facts.ts';
import { isRepeat, type PageFacts } from './page-facts.ts';

/**
 * A line is body from this share of the F1 on that the page's best choice of lines can be expected to reach: half of it
 * gives the highest F1 where the chances are right, and a page that leaves much open needs less than a clear one.
 */
const OF_EXPECTED = 0.45;
/** A line in the stretch pays from this chance on; the stretch grows over gaps that its lines pay for. */
const PAYS = 0.2;
const FEW_WORDS = 25;

const ADVERTISEMENT = signBits('advertisement');
const COMMENTS = signBits('comments');
const CORRECTION = signBits('correction');
const LEGAL = signBits('legal');
const LIST_HEAD = signBits('list-head');
const PROMOTION = signBits('promotion');
const READ_MORE = signBits('read-more');
const RESUMES = signBits('resumes');
const SPEECH = signBits('speech');
const SYNDICATED = signBits('syndicated');

/** True for each line that is body. */
export function settle(page: PageFacts, looked: Float64Array): boolean[] {
  const chances = hushComments(page, looked);
  const counts = page.lines.map((l) => l.count);
  const [first, last] = stretchOf(chances, counts);
  const least = OF_EXPECTED * expectedF1(chances, counts, first, last);
  const keep = counts.map(
    (_, i) => i >= first && i <= last && chances[i]! >= least && chances[i]! > 0.01 && !isPlainlyOther(page.lines[i]!),
  );
  dropOpenings(page, keep, chances);
  keepResumed(page, keep, first);
  fillGaps(page, keep, chances);
  keepPlain(page, keep, first, last);
  keepOpening(page, keep);
  dropSaidAgain(page, keep);
  dropDeck(page, keep);
  dropTail(page, keep, chances);
  dropHanging(page, keep, chances);
  dropHeadline(page, keep, chances);
  dropNotices(page, keep);
  return keep;
}

/** F1 over words to expect of the best choice of lines, the likeliest first. */
function expectedF1(chances: Float64Array, counts: readonly number[], first: number, last: number): number {
  const lines: number[] = [];
  let body = 0;
  for (let i = first; i <= last; i++) {
    if (counts[i] === 0) continue;
    lines.push(i);
    body += chances[i]! * counts[i]!;
  }
  lines.sort((a, b) => chances[b]! - chances[a]!);
  let [kept, right, best] = [0, 0, 0];
  for (const i of lines) {
    kept += counts[i]!;
    right += chances[i]! * counts[i]!;
    best = Math.max(best, (2 * right) / (kept + body));
  }
  return best;
}

/** Words of likely body above a comment head that make it the end of the report; fewer, and it is a counter above it. */
const COMMENTED = 120;
const HUSH = 0.3;

/** What readers wrote looks like running text: below the head of the comments chances sink. */
function hushComments(page: PageFacts, chances: Float64Array): Float64Array {
  let words = 0;
  for (let i = 0; i < chances.length; i++) {
    const line = page.lines[i]!;
    const head = line.count <= 10 && (line.opens & COMMENTS) !== 0;
    if (head && words >= COMMENTED) return chances.map((c, k) => (k > i ? c * HUSH : c));
    if (chances[i]! > 0.3) words += line.count;
  }
  return chances;
}

/** For web pages half of the expected F1, but not less than this: some pages hold no report. */
const HTML_LEAST = 0.2;
/** How much Readability's word counts beside the chance. */
const WITNESS = 0.1;

/** As {@link settle}, for a web page: line by line, with Readability as a witness; `witness` has an entry for each line. */
export function settleHtml(page: PageFacts, chances: Float64Array, witness: readonly boolean[]): boolean[] {
  const mixed = chances.map((c, i) => (1 - WITNESS) * c + (witness[i] ? WITNESS : 0));
  const counts = page.lines.map((l) => l.count);
  const least = Math.max(HTML_LEAST, expectedF1(mixed, counts, 0, counts.length - 1) / 2);
  const keep = counts.map((_, i) => mixed[i]! >= least && !page.lines[i]!.part.glued);
  const words = counts.reduce((n, count, i) => n + (keep[i] ? count : 0), 0);
  if (words < FEW_WORDS) return settle(page, mixed);
  dropName(page, keep, chances);
  return keep;
}

/** A name alone above the first paragraph says who wrote the report, where it is not surer than this to be body. */
const SURE_NAME = 0.7;

function dropName(page: PageFacts, keep: boolean[], chances: Float64Array): void {
  const at = keep.indexOf(true);
  const [line, next] = [page.lines[at], page.lines[keep.indexOf(true, at + 1)]];
  if (!line?.personLike || line.mass > 0 || line.dateline || chances[at]! > SURE_NAME) return;
  if (next && next.mass > 0) keep[at] = false;
}

/** A caption, however long, ends in who made the picture. */
const CREDIT_AT_END = /(?:\b[Cc]redits?: ?|\b(?:[Pp]hoto|[Pp]hotograph|[Ii]mage|[Ff]oto)(?: by|:) )[^.!?:]{2,60}$/;

/** Lines that are no body whatever stands around them: glued teasers, image marks, captions with their credit, short lines that a cue opens. */
function isPlainlyOther(line: LineFacts): boolean {
  if (line.part.glued || line.part.text.startsWith('![')) return true;
  if (line.quotes === 0 && line.end !== 'stop' && CREDIT_AT_END.test(line.part.text)) return true;
  if (line.part.text.startsWith('(') && line.count < 60 && (line.signs & SYNDICATED) !== 0) return true;
  if (line.look === 'stamp' && line.count <= 14 && (line.day || line.clock) && line.end !== 'stop') return true;
  const opens = (signs: number): boolean => (line.opens & signs) !== 0;
  if (line.count <= 14 && opens(ADVERTISEMENT | READ_MORE)) return true;
  if (line.count <= 14 && line.quotes === 0 && opens(COMMENTS)) return true;
  if (line.count <= 25 && line.quotes === 0 && line.end !== 'stop' && opens(READ_MORE)) return true;
  const open = line.count <= 14 && line.end !== 'stop' && line.quotes === 0;
  if (open && (line.signs & PROMOTION) !== 0) return true;
  return line.count <= 25 && line.quotes === 0 && line.speech <= 1 && opens(PROMOTION);
}

/** Lines of so many words that break off are openings of other reports where the page has so many of them. */
const OPENING_WORDS = 15;
const OPENINGS = 6;
const SURE_OPENING = 0.9;

function dropOpenings(page: PageFacts, keep: boolean[], chances: Float64Array): void {
  const open = page.lines.map((l) => l.end === 'ellipsis' && l.count >= OPENING_WORDS);
  if (open.filter(Boolean).length < OPENINGS) return;
  for (let i = 0; i < keep.length; i++) if (open[i] && chances[i]! < SURE_OPENING) keep[i] = false;
}

/** Where the page says that the report goes on, the paragraph below is body. */
function keepResumed(page: PageFacts, keep: boolean[], first: number): void {
  const last = keep.lastIndexOf(true) + RESUMES_WITHIN;
  for (let i = first + 1; i < keep.length && i <= last; i++) {
    const resumed = (page.lines[i - 1]!.opens & RESUMES) !== 0;
    const line = page.lines[i]!;
    if (resumed && line.mass > 0 && (line.end === 'stop' || line.end === 'quote')) keep[i] = true;
  }
}

/** The box between may be long, but the report does not go on below the whole furniture of a page. */
const RESUMES_WITHIN = 15;

/** A paragraph between two that are body needs less of a chance. */
const BETWEEN = 0.2;

function fillGaps(page: PageFacts, keep: boolean[], chances: Float64Array): void {
  for (let i = 1; i < keep.length - 1; i++) {
    const likely = page.lines[i]!.mass > 0 && chances[i]! > BETWEEN && !isPlainlyOther(page.lines[i]!);
    if (likely && keep[i - 1] && keep[i + 1]) keep[i] = true;
  }
}

/** Shares of running text and of lines with a cue that make a page a plain text, without furniture. */
const PLAIN = 0.6;
const FURNISHED = 0.12;

/** A plain text loses no paragraph: inside its stretch, and below it where sentences go on, only cues drop a line. */
function keepPlain(page: PageFacts, keep: boolean[], first: number, last: number): void {
  const cued = (l: LineFacts): boolean => (l.opens & ~SPEECH) !== 0;
  if (page.plain < PLAIN || page.lines.filter(cued).length > page.lines.length * FURNISHED) return;
  // A headline lies above the first line that is sure, not among the paragraphs.
  const sure = keep.indexOf(true);
  page.lines.forEach((l, i) => {
    if (i < first || l.part.glued || cued(l) || isRepeat(page.repeats[i]!)) return;
    const sentence = l.mass > 0 && (l.end === 'stop' || l.end === 'quote' || l.end === 'question');
    if ((i >= sure && i <= last) || (sentence && !l.part.text.startsWith('('))) keep[i] = true;
  });
}

/** A dateline right above the body opens it: alone on its line, or with a full sentence behind it whose date makes it look like a stamp. */
function keepOpening(page: PageFacts, keep: boolean[]): void {
  const at = keep.indexOf(true) - 1;
  const line = page.lines[at];
  if (!line || findDateline(line.part.text) === null) return;
  const sentence = line.count >= 8 && (line.end === 'stop' || line.end === 'quote') && line.functional > 0.1;
  const alone = line.count <= 5 && !line.day && /[-–—_]$/.test(line.part.text);
  if (sentence || alone) keep[at] = true;
}

/** The first line is the deck where the text says it again, or where stamps and credits stand between it and the text. */
function dropDeck(page: PageFacts, keep: boolean[]): void {
  const first = keep.indexOf(true);
  const second = keep.indexOf(true, first + 1);
  if (first < 0 || second < 0 || page.lines[first]!.dateline) return;
  const between = page.lines.slice(first + 1, second);
  const head = between.some((l) => l.look === 'stamp' && (l.day || l.clock));
  // Said again by another body line, not by a copy of the whole body.
  const opening = page.lines[first]!.part.text.replace(/[.…\s]+$/, '').slice(0, 80);
  const said =
    opening.length > 40 &&
    page.repeats[first]!.later > 0.6 &&
    page.lines.some((l, i) => keep[i] && i > first && l.count < 200 && l.part.text.includes(opening));
  const more = keep.filter(Boolean).length >= 3;
  if (more && (said || (head && between.length <= 9))) keep[first] = false;
}

/** A last few lines below the head of a list count as body only where they are sure or speak of the matter of the body. */
const TAIL = 0.2;
const ON_TOPIC = 0.4;
const SURE = 0.8;

function dropTail(page: PageFacts, keep: boolean[], chances: Float64Array): void {
  const all = page.lines.reduce((n, l, i) => n + (keep[i] ? l.count : 0), 0);
  let [tail, lines, topic, sure] = [0, 0, 0, 0];
  let cut = -1;
  for (let i = page.lines.length - 1; i > 0 && tail <= all * TAIL; i--) {
    if (keep[i]) {
      tail += page.lines[i]!.count;
      lines++;
      topic += page.topic[i]!;
      sure += chances[i]! * page.lines[i]!.count;
      continue;
    }
    const heads = (page.lines[i]!.opens & LIST_HEAD) !== 0;
    if (heads && lines > 0 && topic / lines < ON_TOPIC && sure < SURE * tail) cut = i;
  }
  if (cut >= 0) keep.fill(false, cut);
}

/** Headlines of other reports hang below the last sentence: short open lines there must be likelier than not by a good deal. */
const HANGING = 0.6;
const HEADLINE_WORDS = 14;

function dropHanging(page: PageFacts, keep: boolean[], chances: Float64Array): void {
  for (let i = keep.lastIndexOf(true); i > 0 && keep[i]; i--) {
    const line = page.lines[i]!;
    if (line.mass > 0 || line.end === 'colon' || line.count > HEADLINE_WORDS || chances[i]! > HANGING) return;
    keep[i] = false;
  }
}

/** So does an open line right above the first paragraph: most often it is the headline. */
const HEADING = 0.5;

function dropHeadline(page: PageFacts, keep: boolean[], chances: Float64Array): void {
  const at = keep.indexOf(true);
  const line = page.lines[at];
  if (at < 1 || !line || !keep[at + 1] || page.lines[at + 1]!.mass <= 0 || chances[at]! >= HEADING) return;
  const open = line.mass <= 0 && line.end !== 'colon' && findDateline(line.part.text) === null;
  if (open && line.count >= 4 && line.count <= HEADLINE_WORDS) keep[at] = false;
}

/** Words of a line that may hold a whole body again, of a paragraph in it, and characters that tell a paragraph. */
const SAID_AGAIN = { line: 40, paragraph: 12, opening: 60 };
/** A body stands again once or twice; more lines are not looked at, which keeps the search linear. */
const MOST_AGAIN = 8;

/** The body said again on one line: it repeats at least two paragraphs above it that are body. */
function dropSaidAgain(page: PageFacts, keep: boolean[]): void {
  for (let i = keep.length - 1, n = 0; i > 0 && n < MOST_AGAIN; i--) {
    const line = page.lines[i]!;
    if (!keep[i] || line.count < SAID_AGAIN.line || page.repeats[i]!.earlier <= 0.7) continue;
    n++;
    const repeated = page.lines.filter(
      (l, k) =>
        k < i &&
        keep[k] &&
        l.count >= SAID_AGAIN.paragraph &&
        line.part.text.includes(l.part.text.slice(0, SAID_AGAIN.opening)),
    );
    if (repeated.length >= 2) keep[i] = false;
  }
}

/** Notices of the publisher at the end of the text. */
function dropNotices(page: PageFacts, keep: boolean[]): void {
  for (let i = keep.lastIndexOf(true), n = 0; i > 0 && n < 4; i--, n++) {
    const line = page.lines[i]!;
    const notice = line.count < 50 && ((line.signs & LEGAL) !== 0 || (line.opens & CORRECTION) !== 0);
    if (!keep[i] || !notice || line.quotes > 1) continue;
    if (line.hits.some((h) => h.sign === 'legal' && h.phrase !== '©' && h.place === 'inside') && line.speech > 2)
      continue;
    keep[i] = false;
  }
}

/** The run of lines that pays most: long likely lines bring in, long unlikely ones cost. */
function stretchOf(chances: Float64Array, counts: readonly number[]): [number, number] {
  let best = { sum: Number.NEGATIVE_INFINITY, first: 0, last: -1 };
  let sum = 0;
  let first = 0;
  for (let i = 0; i < counts.length; i++) {
    if (sum <= 0) [sum, first] = [0, i];
    sum += (chances[i]! - PAYS) * Math.min(60, counts[i]! + 4);
    if (sum > best.sum) best = { sum, first, last: i };
  }
  return [best.first, best.last];
}
