/** A text of which somebody states the headline, author and time beside it (feeds, mails, JSON, archive exports). */
import type { Outcome, Published, Report } from '../model/index.ts';
import type { Rules } from '../rules/rules.ts';
import { creditedAgency } from './agency.ts';
import { dayValue } from './published.ts';
import { findStamps } from './stamps.ts';
import { type PageHint, readTextDump } from './text-dump.ts';

/** What is stated beside the text; null where nothing is. */
export interface Stated {
  readonly format: string;
  readonly headline?: string | null;
  readonly byline?: string | null;
  readonly outlet?: string | null;
  /** Time of publication as written there. */
  readonly published?: string | null;
  readonly language?: string | null;
}

/** Reads the text as a dump and lets what is stated beside it win over what is inferred from it. */
export function readDescribed(text: string, hint: PageHint, stated: Stated, rules: Rules): Outcome<Report> {
  const { value, problems } = readTextDump(text, hint, rules);
  const agency = stated.byline ? creditedAgency(stated.byline, rules) : null;
  const published = stated.published ? statedTime(stated.published, rules) : null;
  return {
    value: {
      ...value,
      format: stated.format,
      headline: stated.headline ?? value.headline,
      byline: (agency ? null : stated.byline) ?? value.byline,
      agency: agency ?? value.agency,
      outlet: stated.outlet ?? value.outlet,
      published: published ?? value.published,
      language: stated.language ?? value.language,
    },
    problems: published ? problems.filter((p) => p.code !== 'PAGE-005') : problems,
  };
}

/** A stated time in any of the forms that stamps have (`2024-05-02T10:00Z`, `Thu, 02 May 2024 10:00:00 +0200`, `20240502`). */
export function statedTime(value: string, rules: Rules, where = 'Stated beside the text.'): Published | null {
  const spaced = value.replace(/^((?:19|20)\d\d)(\d\d)(\d\d)(?=$|\D|\d{4,6}$)/, '$1-$2-$3');
  const stamp = findStamps(spaced, rules)[0];
  if (!stamp) return null;
  const offset = stamp.offset ?? (/\dZ$/.test(value) ? '+00:00' : '');
  return {
    ...dayValue(stamp.day, where),
    basis: 'stated',
    ...(stamp.time && { instant: `${stamp.day}T${stamp.time}${offset}` }),
  };
}

/** The report of an input that gave no text. */
export function emptyReport(hint: PageHint, format: string, id?: string): Report {
  const nothing = {
    headline: null,
    outlet: null,
    agency: null,
    byline: null,
    dateline: null,
    published: null,
    language: null,
  };
  return {
    id: id ?? hint.id ?? '',
    source: hint.source,
    format,
    text: '',
    blocks: [],
    ...nothing,
    ...(hint.url && { url: hint.url }),
  };
}
