/** Words of a line as the page cleaning compares them: lower case, straight apostrophes, some marks as words. */

/** A word or a mark that cues may name. */
export interface PageWord {
  /** Lower case, with straight apostrophes. */
  readonly form: string;
  /** Offset in the line. */
  readonly at: number;
  readonly capital: boolean;
  readonly digit: boolean;
  readonly mark: boolean;
}

const MARKS = new Set(':|©»/-–—+&@()');
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*(?:\d+\p{L}*)?|\d[\d.,:]*\p{L}*|[:|©»/\-–—+&@()]/gu;
const UPPER = /^\p{Lu}/u;

/** Longer lines are compared by their beginning only; nothing in a cue stands that far inside. */
const MAX_WORDS = 600;

/**
 * Words and marks of a line, in order.
 *
 * @example pageWords('Read more: Ferry').map((w) => w.form) // ['read', 'more', ':', 'ferry']
 */
export function pageWords(line: string): PageWord[] {
  const out: PageWord[] = [];
  WORD.lastIndex = 0;
  for (let m = WORD.exec(line); m && out.length < MAX_WORDS; m = WORD.exec(line)) {
    const raw = m[0];
    const first = raw.charCodeAt(0);
    const digit = first >= 48 && first <= 57;
    const mark = raw.length === 1 && MARKS.has(raw);
    const lower = mark ? plainMark(raw) : raw.toLowerCase();
    const form = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
    out.push({ form, at: m.index, capital: !digit && !mark && isUpper(raw, first), digit, mark });
  }
  return out;
}

/** The common letters are decided by their code: this runs for every word of every page. */
function isUpper(word: string, first: number): boolean {
  if (first < 128) return first >= 65 && first <= 90;
  return UPPER.test(word);
}

function plainMark(raw: string): string {
  return raw === '–' || raw === '—' ? '-' : raw;
}
