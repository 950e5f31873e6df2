/** What a filter form asks for, checked. */
import type { EntryQuery, Status } from '../model/index.ts';
import { STATUSES } from '../model/index.ts';

export interface EntryFilter {
  readonly track?: string;
  readonly status?: Status;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly by: 'day' | 'track' | 'status';
}

export interface CheckedFilter {
  readonly filter: EntryFilter;
  /** What could not be understood and was left out, for the reader. */
  readonly notices: readonly string[];
}

function isDay(value: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/** Reads a filter from the query of an address; what is not understood is left out and told. */
export function filterFrom(query: Readonly<Record<string, string>>): CheckedFilter {
  const notices: string[] = [];
  const given = (name: string, holds: (value: string) => boolean, wanted: string): Record<string, string> => {
    const value = query[name]?.trim();
    if (!value) return {};
    if (holds(value)) return { [name]: value };
    notices.push(`“${value}” was left out: ${wanted}`);
    return {};
  };
  const by = query.by === 'track' || query.by === 'status' ? query.by : 'day';
  const filter: EntryFilter = {
    ...given('track', () => true, ''),
    ...given('status', (v) => STATUSES.some((s) => s === v), `a status is one of ${STATUSES.join(', ')}.`),
    ...given('from', isDay, 'a day is written like 2025-02-27.'),
    ...given('to', isDay, 'a day is written like 2025-02-27.'),
    ...given('text', () => true, ''),
    by,
  };
  return { filter, notices };
}

/** The filter without the order of the page. */
export function queryOf({ by: _by, ...query }: EntryFilter): EntryQuery {
  return query;
}
