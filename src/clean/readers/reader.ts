/** What a reader of one input format looks like. */
import type { Outcome, Report } from '../../model/index.ts';
import type { Rules } from '../../rules/rules.ts';
import type { PageHint } from '../text-dump.ts';

/** Reads one format. `accepts` sees the first 4 kB; `read` gives one report for each item of a container. */
export interface Reader {
  readonly id: string;
  accepts(head: string, hint: PageHint): boolean;
  read(bytes: Uint8Array, hint: PageHint, rules: Rules): Iterable<Outcome<Report>> | AsyncIterable<Outcome<Report>>;
}
