/** Arithmetic of plain days in the proleptic Gregorian calendar. Year 0 is 1 BC; no zones, no clock. */
import type { IsoDate } from './date.ts';

/** A day of the calendar. */
export interface Ymd {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01: what all comparing and counting is done in. */
export type DayNumber = number;

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for days that exist: 30 February does not. */
export function isRealDay(d: Ymd): boolean {
  return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= daysInMonth(d.year, d.month);
}

export function toDayNumber(d: Ymd): DayNumber {
  const y = d.year - 1;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const shift = d.month > 2 && isLeap(d.year) ? 1 : 0;
  return y * 365 + leaps + (DAYS_BEFORE[d.month - 1] ?? 0) + shift + d.day - 719163;
}

export function fromDayNumber(n: DayNumber): Ymd {
  let year = Math.floor((n + 719162) / 365.2425) + 1;
  while (toDayNumber({ year, month: 1, day: 1 }) > n) year--;
  while (toDayNumber({ year: year + 1, month: 1, day: 1 }) <= n) year++;
  let month = 12;
  while (toDayNumber({ year, month, day: 1 }) > n) month--;
  return { year, month, day: n - toDayNumber({ year, month, day: 1 }) + 1 };
}

/** Monday 1 to Sunday 7. */
export function weekdayOf(n: DayNumber): number {
  return ((((n + 3) % 7) + 7) % 7) + 1;
}

/** ISO week with its year, which near New Year is not always the calendar's. */
export function isoWeek(n: DayNumber): { readonly year: number; readonly week: number } {
  const thursday = n - weekdayOf(n) + 4;
  const year = fromDayNumber(thursday).year;
  const week = Math.floor((thursday - toDayNumber({ year, month: 1, day: 1 })) / 7) + 1;
  return { year, week };
}

/** The day `months` later or earlier; the 31st becomes the last day of a shorter month. */
export function addMonths(d: Ymd, months: number): Ymd {
  const index = d.year * 12 + d.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(d.day, daysInMonth(year, month)) };
}

/** Western Easter Sunday of a year (Gauss, in the Gregorian form). */
export function easter(year: number): Ymd {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return { year, month: Math.floor(f / 31), day: (f % 31) + 1 };
}

/** Four digits, with a minus sign before the era. */
export function isoYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : digits;
}

export function isoDay(d: Ymd): IsoDate {
  return `${isoYear(d.year)}-${two(d.month)}-${two(d.day)}`;
}

/** Reads `YYYY-MM-DD`; null where that is no day. */
export function parseIsoDay(text: string): Ymd | null {
  const m = /^(-?\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (!m) return null;
  const d = { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) };
  return isRealDay(d) ? d : null;
}

/** The day so many days later, or earlier where the count is negative. */
export function addDays(day: IsoDate, count: number): IsoDate {
  const from = parseIsoDay(day);
  return from === null ? day : isoDay(fromDayNumber(toDayNumber(from) + count));
}

/**
 * The day a TIMEX3 length (`PT72H`, `P10D`, `P2W`, `P1M`, `P1Y`) after another; null for vague lengths. Hours count as the days they fill.
 *
 * @example dayAfter('2021-01-31', 'P1M') // '2021-02-28'
 */
export function dayAfter(day: IsoDate, length: string): IsoDate | null {
  const [, clock, digits, unit] = /^P(T?)(\d+)([HDWMY])$/.exec(length) ?? [];
  const from = parseIsoDay(day);
  if (from === null || unit === undefined || (clock === 'T') !== (unit === 'H')) return null;
  const count = Number(digits);
  if (unit === 'M' || unit === 'Y') return isoDay(addMonths(from, unit === 'M' ? count : 12 * count));
  return addDays(day, unit === 'H' ? Math.ceil(count / 24) : unit === 'W' ? 7 * count : count);
}

export function two(n: number): string {
  return String(n).padStart(2, '0');
}
