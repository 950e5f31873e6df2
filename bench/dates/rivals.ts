/** Other people's date libraries, each mapped to TIMEX3 as kindly as their results allow: the nearest past reading, prepositions cut off. */
import { Culture, DateTimeOptions, recognizeDateTime } from '@microsoft/recognizers-text-date-time';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import dates from 'compromise-dates';
import type { TimexSpan } from '../../eval/timex-score.ts';

nlp.plugin(dates);

/** A library as the table runs it. */
export interface Rival {
  readonly name: string;
  readonly annotate: (text: string, published: string) => TimexSpan[];
}

export const rivals: readonly Rival[] = [
  { name: 'chrono-node 2.10.3', annotate: withChrono },
  { name: 'compromise 14.17 + dates 3.9', annotate: withCompromise },
  { name: 'Recognizers-Text 1.3.2', annotate: withRecognizers },
];

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const LENGTH =
  /^(?:for |about |nearly |in |over |the |past |last |next |more than |at least )*(an?|\d+|[a-z]+)[ -](second|minute|hour|day|week|month|quarter|year|decade)s?$/i;

/** "For two years" is a length to TIMEX3, whatever day a library makes of it. */
function lengthOf(text: string): string | null {
  const m = LENGTH.exec(text.trim());
  const word = m?.[1]?.toLowerCase() ?? '';
  const n = /^an?$/.test(word) ? 1 : /^\d+$/.test(word) ? Number(word) : NUMBERS.indexOf(word);
  if (!m || n < 1) return null;
  const unit = (m[2] ?? '').toLowerCase();
  return `P${/second|minute|hour/.test(unit) ? 'T' : ''}${n}${unit[0]?.toUpperCase()}`;
}

const LEADING = /^(?:on|in|at|by|for|from|since|until|till|during|of|before|after|between|through|within)\s+/i;

function trimmed(text: string, start: number): { readonly text: string; readonly start: number; readonly end: number } {
  const lead = LEADING.exec(text)?.[0].length ?? 0;
  const cut = text.slice(lead).replace(/[\s,.;:]+$/, '');
  return { text: cut, start: start + lead, end: start + lead + cut.length };
}

function span(text: string, start: number, type: string, value: string): TimexSpan {
  const t = trimmed(text, start);
  return { start: t.start, end: t.end, type, value };
}

/** Weeks, quarters and years are rebuilt from the words, since most libraries answer with a day. */
function coarsened(text: string, day: string): string {
  const year = day.slice(0, 4);
  if (/\bweeks?\b/i.test(text)) return isoWeek(day);
  if (/\bquarter\b/i.test(text)) return `${year}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
  if (/\b(years?|decades?)\b/i.test(text)) return year;
  return /\bmonths?\b/i.test(text) ? day.slice(0, 7) : day;
}

function isoWeek(day: string): string {
  const d = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  d.setUTCDate(d.getUTCDate() + 4 - (d.getUTCDay() || 7));
  const first = Date.UTC(d.getUTCFullYear(), 0, 1);
  return `${d.getUTCFullYear()}-W${String(Math.ceil(((d.getTime() - first) / 86_400_000 + 1) / 7)).padStart(2, '0')}`;
}

function withChrono(text: string, published: string): TimexSpan[] {
  const reference = new Date(`${published}T12:00:00`);
  return chrono.parse(text, reference).flatMap((r) => {
    const length = lengthOf(r.text);
    if (length !== null) return [span(r.text, r.index, 'DURATION', length)];
    const ends = [r.start, ...(r.end ? [r.end] : [])];
    return ends
      .slice(0, 1)
      .map((c) => span(r.text, r.index, c.isCertain('hour') ? 'TIME' : 'DATE', chronoValue(c, r.text, published)));
  });
}

function chronoValue(c: chrono.ParsedComponents, text: string, published: string): string {
  const date = c.date();
  const weekday = c.isCertain('weekday') && !c.isCertain('day');
  if (weekday && date.toISOString().slice(0, 10) > published) date.setDate(date.getDate() - 7);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  if (c.isCertain('hour')) return `${day}T${pad(c.get('hour') ?? 0)}:${pad(c.get('minute') ?? 0)}`;
  if (c.isCertain('day') || weekday) return coarsened(text, day);
  return coarsened(text, c.isCertain('month') ? day.slice(0, 7) : day);
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

interface CompromiseDate {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates: { readonly start: string | null; readonly unit?: string };
}

function withCompromise(text: string, published: string): TimexSpan[] {
  const found = (nlp(text) as unknown as { dates(o: object): { json(o: object): CompromiseDate[] } })
    .dates({ today: published, timezone: 'UTC' })
    .json({ offset: true });
  return found.flatMap((d) => {
    const words = text.slice(d.offset.start, d.offset.start + d.offset.length);
    const length = lengthOf(trimmed(words, 0).text);
    if (length !== null) return [span(words, d.offset.start, 'DURATION', length)];
    if (d.dates.start === null) return [];
    const size = { year: 4, month: 7 }[d.dates.unit ?? ''] ?? 10;
    const value = coarsened(words, pastOf(words, d.dates.start.slice(0, 10), published).slice(0, size));
    return [span(words, d.offset.start, 'DATE', value)];
  });
}

/** It looks forward by itself; a bare weekday is moved to the past. */
function pastOf(words: string, day: string, published: string): string {
  if (!/day\b/i.test(words) || /next/i.test(words) || day <= published) return day;
  const d = new Date(`${day}T00:00:00Z`);
  d.setUTCDate(d.getUTCDate() - 7);
  return d.toISOString().slice(0, 10);
}

/** A full stop ends a sentence where a capital follows and no short word stands before it ("Aug. 2", "U.S. troops"). */
const SENTENCE = /[\s\S]+?(?:[^\s.]{4,}[.!?]["')]*(?=\s+["'(]?[A-Z])|\n\s*\n|$)/g;

function withRecognizers(text: string, published: string): TimexSpan[] {
  const reference = new Date(`${published}T12:00:00`);
  const out: TimexSpan[] = [];
  // Its "more than" swallows text up to the next date in a whole document, so it gets one sentence at a time.
  for (const m of text.matchAll(SENTENCE)) {
    for (const r of recognizeDateTime(m[0], Culture.English, DateTimeOptions.None, reference)) {
      const words = m[0].slice(r.start, r.end + 1);
      const length = lengthOf(trimmed(words, 0).text);
      const value = length ?? recognized(r.resolution?.values ?? [], words, published);
      if (value !== null) out.push(span(words, m.index + r.start, length ? 'DURATION' : 'DATE', value));
    }
  }
  return out;
}

type Reading = Readonly<Record<string, string>>;

/** It gives a past and a future reading: a weekday takes the past one or the day itself, anything else the nearest. */
function recognized(values: readonly Reading[], words: string, published: string): string | null {
  const { timex = '', type } = values[0] ?? {};
  if (type === 'duration' || type === 'set' || /_REF$|^\d{4}(-W?\d\d)?$/.test(timex)) return timex;
  const days = values.map((v) => v.value ?? v.start).filter((d) => d !== undefined);
  const day = /^XXXX-WXX/.test(timex)
    ? (days.find((d) => d.startsWith(published)) ?? days[0])
    : nearest(days, published);
  if (day === undefined) return timex === '' ? null : timex;
  if (type === 'daterange') return /^XXXX-\d\d$/.test(timex) ? day.slice(0, 7) : coarsened(words, day.slice(0, 10));
  if (type === 'date') return / ago|earlier|later/i.test(words) ? coarsened(words, day) : day;
  return day.replace(' ', 'T').slice(0, 16);
}

function nearest(days: readonly string[], published: string): string | undefined {
  const gap = (d: string): number => Math.abs(Date.parse(d.slice(0, 10)) - Date.parse(published));
  return [...days].sort((a, b) => gap(a) - gap(b))[0];
}
