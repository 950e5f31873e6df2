/** Sentences and report in, dates of the report out. */
import type { DateMention, DateValue, Outcome, Report, Sentence } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { findDates } from './find-dates.ts';

/**
 * Dates of a report. Where the report has no exact day of publication, what hangs on it keeps the bounds that are known.
 * A report whose publication day a person corrected is read anew by calling this again.
 *
 * @example datesOf(sentences, report, rules).value.map((m) => m.value?.edtf)
 */
export function datesOf(
  sentences: readonly Sentence[],
  report: Report,
  rules: Pick<Rules, 'dates'>,
): Outcome<DateMention[]> {
  const published = exactDay(report.published);
  const found = findDates(report.text, { published, rules, sentences });
  if (published !== null || report.published === null) return found;
  const bounds = report.published;
  return { ...found, value: found.value.map((m) => bounded(m, bounds)) };
}

function exactDay(published: DateValue | null): string | null {
  return published !== null && published.earliest === published.latest ? published.earliest : null;
}

/** Without an exact day, a relative date lies somewhere in the bounds of the publication: doubt stays a value. */
function bounded(m: DateMention, published: DateValue): DateMention {
  if (m.value !== null || m.type === 'DURATION' || m.type === 'SET') return m;
  const { earliest, latest } = published;
  if (earliest === null && latest === null) return m;
  const reason = `The day of publication is not known; ${published.reason.replace(/\.$/, '')}.`;
  return { ...m, value: { edtf: `[${earliest ?? ''}..${latest ?? ''}]`, earliest, latest, grain: 'span', reason } };
}
