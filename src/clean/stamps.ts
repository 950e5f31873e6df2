/** Dates with their times as pages stamp them. A line in, the stamps in it out; months in many languages. */
import type { Rules } from '../rules/rules.ts';

/** A day, and the time where it is given, found in a line. */
export interface Stamp {
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
  /** `2025-02-28` */
  readonly day: string;
  /** `20:18`, where the line gives a time. */
  readonly time?: string;
  /** `+05:30`, where it gives a zone. */
  readonly offset?: string;
  /** True where day and month could be the other way round (03/04/2012). */
  readonly ambiguous?: boolean;
}

interface Calendar {
  readonly months: ReadonlyMap<string, number>;
  readonly zones: ReadonlyMap<string, string>;
}

const calendars = new WeakMap<object, Calendar>();

function calendarOf(rules: Rules): Calendar {
  const known = calendars.get(rules);
  if (known) return known;
  const months = new Map<string, number>();
  const zones = new Map<string, string>();
  for (const entry of rules.pages) {
    if (entry.kind === 'calendar') {
      entry.months.forEach((forms, m) => {
        // English wins where two languages use one form for different months.
        for (const f of forms) if (entry.language === 'en' || !months.has(f)) months.set(f, m + 1);
      });
    }
    if (entry.kind === 'zones') for (const [name, offset] of Object.entries(entry.zones)) zones.set(name, offset);
  }
  const made = { months, zones };
  calendars.set(rules, made);
  return made;
}

const YEAR = '((?:19|20)\\d\\d)';
/**
 * A letter of any script, told by what it is not: all letters by name, or cases folded, cost 100 ms whenever such a pattern
 * is compiled. What is no month is sorted out by the calendar.
 */
const LETTER = '[^\\s\\d!-@\\[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]';
const ENDING = '(?:[Ss][Tt]|[Nn][Dd]|[Rr][Dd]|[Tt][Hh])';
const DAY_MONTH = new RegExp(
  `(?<![\\d/.-])(\\d{1,2})(?:${ENDING}|[Ee][Rr]|º|\\.)?(?:\\s+(?:[Dd][Ee]|[Oo][Ff])(?=\\s))?[\\s-]{0,3}(${LETTER}{3,12})\\.?,?(?:\\s+[Dd][Ee][Ll]?(?=\\s))?[\\s,-]{0,3}${YEAR}(?!\\d)`,
  'g',
);
const MONTH_DAY = new RegExp(`(${LETTER}{3,12})\\.?\\s{0,3}(\\d{1,2})${ENDING}?\\.?,?\\s{1,3}${YEAR}(?!\\d)`, 'g');
const YEAR_FIRST = new RegExp(`(?<!\\d)${YEAR}[-/.年]\\s?(\\d{1,2})[-/.月]\\s?(\\d{1,2})(?!\\d)`, 'gu');
const NUMERIC = new RegExp(`(?<![\\d/.-])(\\d{1,2})([./-])(\\d{1,2})\\2${YEAR}(?!\\d)`, 'gu');
const TIME_AFTER =
  /^[\s.,|•·–—\-@[(T]{0,5}(?:at|kl\.?|um|alle|ore|à|a las|às|o|ob|u|в|saat|pukul|-)?\s?(\d{1,2})[:.h](\d\d)(?::\d\d(?:\.\d+)?)?\]?\s?([ap])?\.?\s?(?:m\b\.?)?\s?(?:uhr|hrs?|hours|h|klo)?\s?\(?((?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d|[A-Z]{1,4}\b)?/i;
const TIME_BEFORE = new RegExp(
  `(\\d{1,2})[:.](\\d\\d)\\s?([AaPp])?\\.?\\s?(?:[Mm]\\b\\.?)?\\s?([A-Za-z]{2,4})?[,\\s|·•–-]{0,4}(?:[Oo][Nn]\\s)?(?:${LETTER}{3,10},?\\s)?$`,
);

/** All stamps of a line, in order. Lines are cut at 2,000 characters. */
export function findStamps(line: string, rules: Rules): Stamp[] {
  const text = line.slice(0, 2000);
  if (!text.includes('20') && !text.includes('19')) return [];
  const forms = formsIn(text);
  if (forms === 0) return [];
  const calendar = calendarOf(rules);
  const found: Stamp[] = [];
  const take = (m: RegExpMatchArray, y: number, mo: number | undefined, d: number, ambiguous = false): void => {
    const day = mo === undefined ? null : isoDay(y, mo, d);
    const start = m.index!;
    const end = start + m[0].length;
    if (!day || found.some((f) => f.start < end && start < f.end)) return;
    found.push({ start, end, day, ...timeOf(text, start, end, calendar), ...(ambiguous && { ambiguous }) });
  };
  if (forms & FIGURES) for (const m of text.matchAll(YEAR_FIRST)) take(m, +m[1]!, +m[2]!, +m[3]!);
  if (forms & WORDS) {
    for (const m of text.matchAll(DAY_MONTH)) take(m, +m[3]!, calendar.months.get(m[2]!.toLowerCase()), +m[1]!);
    for (const m of matchesNearYears(text, MONTH_DAY))
      take(m, +m[3]!, calendar.months.get(m[1]!.toLowerCase()), +m[2]!);
  }
  for (const m of forms & FIGURES ? text.matchAll(NUMERIC) : []) {
    const [a, b] = [+m[1]!, +m[3]!];
    const american = b > 12;
    take(m, +m[4]!, american ? a : b, american ? b : a, a <= 12 && b <= 12 && a !== b);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Longer than any match of MONTH_DAY. */
const NEAR = 60;

/** Matches of a pattern that ends in a year, in order: tried only right before years, because it begins at any letter. */
function matchesNearYears(text: string, pattern: RegExp): RegExpExecArray[] {
  const out: RegExpExecArray[] = [];
  let done = 0;
  for (const year of text.matchAll(/(?=(?:19|20)\d\d)/g)) {
    // One character more, so that the pattern sees that the figure ends there.
    const part = text.slice(0, year.index + 5);
    pattern.lastIndex = Math.max(done, year.index - NEAR);
    for (let m = pattern.exec(part); m; m = pattern.exec(part)) {
      out.push(m);
      done = pattern.lastIndex;
    }
  }
  return out;
}

/** Forms of dates that the years of a text leave room for. */
const [FIGURES, WORDS] = [1, 2];
const YEARS = /(?:19|20)\d\d/g;

/** Most years stand in a sentence with no day near them; the costly patterns are spared there. */
function formsIn(text: string): number {
  let forms = 0;
  YEARS.lastIndex = 0;
  for (let m = YEARS.exec(text); m && forms !== 3; m = YEARS.exec(text)) {
    // Years may overlap (`2019-20`, `192012`): the next is sought one character on.
    YEARS.lastIndex = m.index + 1;
    const before = text.slice(Math.max(0, m.index - DAY_REACH), m.index);
    if (/[./-]$/.test(before) || '-/.年'.includes(text[m.index + 4] ?? ' ')) forms |= FIGURES;
    if (/\d|\s{3}/.test(before)) forms |= WORDS;
  }
  return forms;
}

/** The day stands this near before its year, unless a wide gap parts the two. */
const DAY_REACH = 60;

function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const long = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (day > long[month - 1]!) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function timeOf(text: string, start: number, end: number, calendar: Calendar): Pick<Stamp, 'time' | 'offset'> {
  const after = text.slice(end, end + 40).match(TIME_AFTER);
  const hit = after ?? text.slice(Math.max(0, start - 30), start).match(TIME_BEFORE);
  if (!hit) return {};
  const half = hit[3]?.toLowerCase();
  let hour = +hit[1]!;
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || +hit[2]! > 59) return {};
  const time = `${String(hour).padStart(2, '0')}:${hit[2]}`;
  const offset = offsetOf(hit[4], calendar);
  return offset ? { time, offset } : { time };
}

function offsetOf(zone: string | undefined, calendar: Calendar): string | null {
  if (!zone) return null;
  const named = calendar.zones.get(zone.toUpperCase());
  if (named && zone === zone.toUpperCase()) return named;
  const m = zone.match(/([+-])(\d{1,2}):?(\d\d)?$/);
  return m ? `${m[1]}${m[2]!.padStart(2, '0')}:${m[3] ?? '00'}` : null;
}
