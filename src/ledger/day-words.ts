/** Dates in, words as minutes print them out: "27 Feb 2025", "Feb 2025", "1–20 Feb 2025", "up to 31 Dec 2021". */
import type { DateValue, IsoDate } from '../model/index.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "27 Feb 2025". */
export function dayWords(day: IsoDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

function monthWords(day: IsoDate): string {
  return dayWords(day).split(' ').slice(1).join(' ');
}

function isMonthEnd(day: IsoDate): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === date;
}

function rangeWords(from: IsoDate, to: IsoDate): string {
  const wholeMonths = from.endsWith('-01') && isMonthEnd(to);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (wholeMonths && from.slice(5) === '01-01' && to.slice(5) === '12-31') {
    return sameYear ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`;
  }
  if (wholeMonths && from.slice(0, 7) === to.slice(0, 7)) return monthWords(from);
  if (wholeMonths && sameYear) return `${monthWords(from).slice(0, 3)}–${monthWords(to)}`;
  if (wholeMonths) return `${monthWords(from)} – ${monthWords(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dayWords(to)}`;
  return sameYear ? `${dayWords(from).slice(0, -5)} – ${dayWords(to)}` : `${dayWords(from)} – ${dayWords(to)}`;
}

/** A time as far as it is known; "not dated" where nothing is. One day out of several is "between". */
export function whenWords(value: Pick<DateValue, 'edtf' | 'earliest' | 'latest'> | null): string {
  if (value === null || (value.earliest === null && value.latest === null)) return 'not dated';
  if (value.earliest === null) return `up to ${dayWords(value.latest ?? '')}`;
  if (value.latest === null) return `from ${dayWords(value.earliest)}`;
  if (value.earliest === value.latest) return dayWords(value.earliest);
  const words = rangeWords(value.earliest, value.latest);
  // "Feb 2025" says by itself that the day within is not known.
  return value.edtf.startsWith('[') && /^\d+ ?\D/.test(words) ? `within ${words}` : words;
}
