/** Number words joined to one lexeme: "twenty-one", "two hundred", and years as they are spoken. */
import { type ClassValue, type Lexeme, valueIn } from './lexeme.ts';

/** Joins runs of number words; everything else stays. */
export function joinNumbers(lexemes: readonly Lexeme[]): Lexeme[] {
  const out: Lexeme[] = [];
  for (let i = 0; i < lexemes.length; ) {
    const run = isWordNumber(lexemes[i]) || isArticleBeforeScale(lexemes, i) ? readNumber(lexemes, i) : null;
    if (run === null) out.push(lexemes[i++] as Lexeme);
    else {
      out.push(joined(lexemes, i, run));
      i = run.next;
    }
  }
  return out;
}

interface Run {
  readonly next: number;
  readonly classes: readonly ClassValue[];
}

/** "A hundred" begins a number too. */
function isArticleBeforeScale(lexemes: readonly Lexeme[], i: number): boolean {
  const next = lexemes[i + 1];
  return lexemes[i]?.low === 'a' && next !== undefined && valueIn(next, 'SCALE') !== undefined;
}

function isWordNumber(l: Lexeme | undefined): boolean {
  if (l === undefined || l.classes.length === 0) return false;
  return l.classes.some((c) => c.name === 'SMALL' || c.name === 'TENS');
}

function joined(lexemes: readonly Lexeme[], i: number, run: Run): Lexeme {
  const first = lexemes[i] as Lexeme;
  const last = lexemes[run.next - 1] as Lexeme;
  if (first === last) return { ...first, classes: [...first.classes, ...run.classes] };
  const parts = lexemes.slice(i, run.next).map((l) => l.text);
  return { ...first, end: last.end, text: parts.join(' '), low: parts.join(' ').toLowerCase(), classes: run.classes };
}

function readNumber(lexemes: readonly Lexeme[], i: number): Run | null {
  return readYear(lexemes, i) ?? readCount(lexemes, i);
}

/** "nineteen ninety-six": a number of 16 to 20, then the two last digits. */
function readYear(lexemes: readonly Lexeme[], i: number): Run | null {
  const head = valueIn(lexemes[i] as Lexeme, 'SMALL') ?? valueIn(lexemes[i] as Lexeme, 'TENS');
  if (typeof head !== 'number' || head < 14 || head > 20) return null;
  const tail = underHundred(lexemes, skipHyphen(lexemes, i + 1, i));
  if (tail === null || tail.n < 10) return null;
  return {
    next: tail.next,
    classes: [
      { name: 'YEAR', value: head * 100 + tail.n },
      { name: 'SPOKENYEAR', value: head * 100 + tail.n },
    ],
  };
}

function readCount(lexemes: readonly Lexeme[], i: number): Run | null {
  const first = underHundred(lexemes, i);
  if (first === null) return null;
  let { n, next, ordinal } = first;
  for (let scale = scaleAt(lexemes, next, n); scale !== null && !ordinal; scale = scaleAt(lexemes, next, n)) {
    n *= scale;
    next++;
    const at = lexemes[next]?.low === 'and' ? next + 1 : next;
    const more = isWordNumber(lexemes[at]) ? underHundred(lexemes, at) : null;
    if (more !== null && more.n < scale) {
      n += more.n;
      next = more.next;
      ordinal = more.ordinal;
    } else break;
  }
  if (ordinal) return ordinalRun(n, next);
  const classes: ClassValue[] = [{ name: 'N', value: n }];
  if (n >= 1100 && n <= 2100) classes.push({ name: 'SPOKENYEAR', value: n });
  return { next, classes };
}

/** Ordinal words in a list of their own ("eighth") end a number: "twenty-eighth". */
function ordinalRun(n: number, next: number): Run {
  const classes: ClassValue[] = [{ name: 'ORD', value: n }];
  if (n <= 31) classes.push({ name: 'DAY', value: n }, { name: 'DAYTH', value: n });
  return { next, classes };
}

/** Limits the value, so that "thousand thousand thousand" cannot run away. */
function scaleAt(lexemes: readonly Lexeme[], i: number, n: number): number | null {
  const l = lexemes[i];
  const scale = l && valueIn(l, 'SCALE');
  return typeof scale === 'number' && n * scale < 1e9 ? scale : null;
}

function skipHyphen(lexemes: readonly Lexeme[], i: number, from: number): number {
  const sameSentence = lexemes[i]?.sentence === lexemes[from]?.sentence;
  return sameSentence && lexemes[i]?.low === '-' ? i + 1 : i;
}

function underHundred(lexemes: readonly Lexeme[], i: number): { n: number; next: number; ordinal: boolean } | null {
  const l = lexemes[i];
  if (l === undefined) return null;
  if (isArticleBeforeScale(lexemes, i)) return { n: 1, next: i + 1, ordinal: false };
  const small = valueIn(l, 'SMALL');
  if (typeof small === 'number') return { n: small, next: i + 1, ordinal: false };
  const tens = valueIn(l, 'TENS');
  if (typeof tens !== 'number') return null;
  const at = skipHyphen(lexemes, i + 1, i);
  const unit = lexemes[at];
  if (unit === undefined || unit.sentence !== l.sentence) return { n: tens, next: i + 1, ordinal: false };
  const digit = valueIn(unit, 'SMALL');
  if (typeof digit === 'number' && digit < 10) return { n: tens + digit, next: at + 1, ordinal: false };
  const ord = valueIn(unit, 'ORD');
  if (typeof ord === 'number' && ord < 10 && at > i + 1) return { n: tens + ord, next: at + 1, ordinal: true };
  return { n: tens, next: i + 1, ordinal: false };
}
