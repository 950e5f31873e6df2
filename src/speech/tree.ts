/** What the parse says about a reporting verb: its subject, and the clause it complements. In: a line. Out: token regions. */
import { isComma, isTime, type Line, type Region, type Subject } from './line.ts';

const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whose', 'whom']);
/** A subject further from its verb than this is more likely a mistake of the parse. */
const FARTHEST = 45;

/** Leftmost and rightmost token of the phrase that hangs on `head`. */
export function phraseOn(line: Line, head: number): Region {
  let start = head;
  let end = head + 1;
  for (let grown = true; grown; ) {
    grown = false;
    while (start > 0 && hangsOn(line, start - 1, head)) {
      start -= 1;
      grown = true;
    }
    while (end < line.tokens.length && hangsOn(line, end, head)) {
      end += 1;
      grown = true;
    }
  }
  return { start, end };
}

export function hangsOn(line: Line, i: number, head: number): boolean {
  let at = i;
  for (let steps = 0; steps < 40 && at >= 0; steps += 1) {
    if (at === head) return true;
    at = line.tokens[at]!.head;
  }
  return false;
}

/** The subject of a verb by the parse, or null. Shared subjects of coordinated verbs are followed. */
export function treeSubject(line: Line, verb: number): Subject | null {
  if (!line.tagged) return null;
  const own = nearestSubject(line, verb);
  if (own < 0 || Math.abs(own - verb) > FARTHEST || line.quotation[own]! >= 0) return null;
  if (RELATIVE.has(line.low[own]!) && own < verb) return antecedentOf(line, verb);
  return own < verb ? asSubject(line, own, 0, verb) : asSubject(line, own, verb + 1, line.tokens.length);
}

/** The nearest subject on the left, else the first on the right. */
function nearestSubject(line: Line, verb: number): number {
  for (let i = verb - 1; i >= line.textStart; i -= 1) {
    if (line.tokens[i]!.head === verb && line.tokens[i]!.rel.startsWith('nsubj')) return i;
  }
  for (let i = verb + 1; i < line.tokens.length; i += 1) {
    if (line.tokens[i]!.head === verb && line.tokens[i]!.rel.startsWith('nsubj')) return i;
  }
  return -1;
}

export function childOf(line: Line, head: number, relation: RegExp): number {
  for (let i = 0; i < line.tokens.length; i += 1) {
    if (line.tokens[i]!.head === head && relation.test(line.tokens[i]!.rel)) return i;
  }
  return -1;
}

/** "the envoy, who said": the noun that the relative clause describes. */
function antecedentOf(line: Line, verb: number): Subject | null {
  let at = verb;
  while (at >= 0 && line.tokens[at]!.rel !== 'acl:relcl' && /^conj/.test(line.tokens[at]!.rel))
    at = line.tokens[at]!.head;
  if (at < 0 || !line.tokens[at]!.rel.startsWith('acl')) return null;
  const noun = line.tokens[at]!.head;
  return noun < 0 || noun > verb ? null : asSubject(line, noun, 0, at);
}

/** The phrase on a noun without its relative clause, parted at the comma of an apposition. */
function asSubject(line: Line, noun: number, floor: number, ceiling: number): Subject | null {
  const whole = phraseOn(line, noun);
  let start = Math.max(whole.start, floor, line.textStart);
  const end = relativeStart(line, noun, Math.min(whole.end, ceiling));
  for (let i = noun - 1; i >= start; i -= 1) {
    if (line.mark[i] || line.quotation[i]! >= 0 || line.low[i] === ';' || line.low[i] === ':') {
      start = i + 1;
      break;
    }
  }
  while (
    start < noun &&
    (isComma(line, start) ||
      /^(?:and|but|or|—|–|--|-|\(|that|while|as|after|before|since|when|because|if|although|though|until|where)$/.test(
        line.low[start]!,
      ))
  )
    start += 1;
  if (start + 1 < noun && line.tokens[start]!.xpos === 'VBG') start += 1;
  const leftmost = line.tokens[noun]!.xpos === 'PRP' ? noun : line.textStart;
  while (
    start > leftmost &&
    !/^(?:DT|PRP\$)$/.test(line.tokens[start]!.xpos) &&
    !RELATIVE.has(line.low[start - 1]!) &&
    isNominal(line, start - 1) &&
    !isTime(line, start - 1)
  )
    start -= 1;
  while (
    start > line.textStart &&
    line.tokens[start - 1]!.end === line.tokens[start]!.start &&
    /^[\p{L}'’-]/u.test(line.tokens[start - 1]!.text) &&
    !line.mark[start - 1]
  )
    start -= 1;
  let stop = end;
  for (let i = noun + 1; i < end; i += 1) {
    if (line.mark[i] || line.quotation[i]! >= 0 || line.low[i] === ';') {
      stop = commaBetween(line, noun, i);
      break;
    }
  }
  while (stop > noun + 1 && (isComma(line, stop - 1) || /^[.–—()-]$/.test(line.low[stop - 1]!))) stop -= 1;
  stop = gluedEnd(line, stop);
  const comma = apposition(line, noun, start, stop);
  if (comma < 0) return { start, end: stop, beside: null };
  if (/^VB/.test(line.tokens[comma + 1]!.xpos)) return { start, end: comma, beside: null };
  return { start, end: comma, beside: { start: comma + 1, end: stop } };
}

/** Part of a noun phrase that the parse cut in two. */
function isNominal(line: Line, i: number): boolean {
  return /^(?:NN|JJ|DT$|POS$|PRP\$$)/.test(line.tokens[i]!.xpos) && line.quotation[i]! < 0 && !line.mark[i];
}

function relativeStart(line: Line, noun: number, end: number): number {
  for (let i = noun + 1; i < end; i += 1) {
    if (RELATIVE.has(line.low[i]!)) return isComma(line, i - 1) ? i - 1 : i;
  }
  return end;
}

/** Takes in what is written against the last word: the rest of "Alakija-Bello". */
function gluedEnd(line: Line, end: number): number {
  let stop = end;
  while (
    stop < line.tokens.length &&
    line.tokens[stop]!.start === line.tokens[stop - 1]!.end &&
    /^(?:-|\p{Lu})/u.test(line.tokens[stop]!.text)
  )
    stop += 1;
  return stop;
}

/** The last comma before a mark, where there is one: the stretch with the mark is an insertion. */
function commaBetween(line: Line, noun: number, mark: number): number {
  for (let i = noun + 1; i < mark; i += 1) if (isComma(line, i)) return i;
  return mark;
}

/** The comma that parts a name from its description; a list of names ("A, B and C") has none. */
function apposition(line: Line, noun: number, start: number, end: number): number {
  const hasList = childOf(line, noun, /^conj/) >= 0;
  if (hasList) return -1;
  for (let i = start + 1; i < end - 1; i += 1) if (isComma(line, i)) return i;
  return -1;
}
