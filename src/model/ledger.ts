import type { ActorCode, PersonRole } from './actor.ts';
import type { Claim, ClaimKind, Status } from './claim.ts';
import type { DateMention, IsoDate } from './date.ts';
import type { RuleId } from './evidence.ts';
import type { Problem } from './problem.ts';
import type { Block, Report } from './report.ts';

/** A moment in UTC as the clock gave it, `2025-03-01T09:30:00.000Z`. */
export type Instant = string;

/** Tells the time of recording; handed in by the shells, so that all below them is repeatable. */
export type Clock = () => Instant;

/** `e` and the rest of the id of the claim that leads the entry. The id of any other claim of it opens the same entry. */
export type EntryId = string;

/**
 * Where an entry stands: the machine proposes, a stated rule or a person accepts or rejects.
 * `withdrawn`: no current reading supports it any more, or its claims moved to another entry.
 */
export type Standing = 'proposed' | 'accepted' | 'rejected' | 'withdrawn';

/** A claim and where it was made. */
export interface SourcedClaim {
  readonly claim: Claim;
  /** Id of the report. */
  readonly report: string;
  /** Number of the reading that made it. */
  readonly reading: number;
}

/** Names a claim of an entry without its content. */
export interface ClaimRef {
  readonly claim: string;
  readonly report: string;
  readonly reading: number;
}

/** A line of the ledger: what one or more claims say happened. A changed entry is a further version; none is overwritten. */
export interface Entry {
  readonly id: EntryId;
  /** Counted over the whole ledger in the order of recording. */
  readonly seq: number;
  /** The claim whose fields the line shows: the most exact date, then the surest reading. */
  readonly lead: Claim;
  /** The report of the leading claim. */
  readonly report: string;
  /** When that report was published (EDTF); null where the page gives no day and none could be bounded. */
  readonly reported: string | null;
  /** All claims of it, the leading one first. */
  readonly claims: readonly ClaimRef[];
  readonly standing: Standing;
  /** The rule or the decision that gave it its standing. */
  readonly standingBy: string;
  readonly standingWhy: string;
  /** Why several claims were taken for one event; null where there is only one. */
  readonly groupedWhy: string | null;
  /** Number of independent first sources among the reports. */
  readonly origins: number;
  readonly rulesVersion: string;
  readonly recorded: Instant;
  /** Other entries that went into this one, or the one it came from. */
  readonly supersedes: readonly EntryId[];
}

/** A version of an entry about to be recorded. */
export type EntryDraft = Omit<Entry, 'seq' | 'origins' | 'recorded' | 'reported'>;

/** What a person decided about an entry, kept beside the machine's value. */
export interface Decision {
  readonly id: string;
  readonly entry: EntryId;
  readonly verdict: 'accept' | 'reject';
  readonly by: string;
  readonly why: string;
  readonly recorded: Instant;
}

/** A tie between two records: a copy and its origin, an answer and what it answers. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly kind: 'copy-of' | 'answers' | 'follows' | 'same-matter';
  readonly by: RuleId;
  readonly why: string;
  readonly recorded: Instant;
}

/** What a person corrected on a page, kept beside the machine's value and replayed on every reading. */
export type Override = {
  readonly id: string;
  readonly report: string;
  readonly by: string;
  readonly why: string;
  readonly recorded: Instant;
} & OverrideValue;

/** The corrected value. A block is a span of the report's text with what it really is. */
export type OverrideValue =
  | { readonly field: 'published'; readonly value: IsoDate | null }
  | { readonly field: 'outlet' | 'agency'; readonly value: string | null }
  | { readonly field: 'block'; readonly value: Block };

/** A report as the newest rules read it, and what was recorded with it. */
export interface ReadingRecord {
  /** Number of the reading, counted over the whole ledger. */
  readonly seq: number;
  readonly report: Report;
  readonly dates: readonly DateMention[];
  readonly people: readonly PersonRole[];
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
  readonly rulesVersion: string;
  readonly recorded: Instant;
  /** The earlier reading of the same report. */
  readonly supersedes: number | null;
  /** SHA-256 of the report's text, in hexadecimal. */
  readonly textHash: string;
  /** Id of the report it is a copy of; its own where it is none. */
  readonly origin: string;
}

/** A report in a list. */
export interface ReportLine {
  readonly id: string;
  readonly source: string;
  readonly format: string;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** EDTF, null where the page gives no day and none could be bounded. */
  readonly published: string | null;
  readonly language: string | null;
  readonly claims: number;
  readonly problems: number;
  readonly recorded: Instant;
  readonly origin: string;
}

/** Two parties with what the ledger holds on them. */
export interface PairLine {
  readonly pair: readonly [ActorCode, ActorCode];
  readonly entries: number;
  /** Entries by month of their first day, `2025-02` first; undated ones are left out. */
  readonly months: readonly { readonly month: string; readonly entries: number }[];
  /** What happened last between them; what is planned or background counts only where there is nothing else. */
  readonly latest: Entry;
}

/** Which entries are asked for; all conditions must hold. */
export interface EntryQuery {
  /** Both take part, as actor or counterpart. */
  readonly pair?: readonly [ActorCode, ActorCode];
  readonly party?: ActorCode;
  readonly track?: string;
  readonly status?: Status;
  readonly kind?: ClaimKind;
  /** Words that must all stand in a sentence of the entry; "quotation marks" ask for a phrase. */
  readonly text?: string;
  /** Entries that may occur on or after this day; undated ones are left out. */
  readonly from?: IsoDate;
  /** Entries that may occur on or before this day; undated ones are left out. */
  readonly to?: IsoDate;
  /** Where left out: proposed and accepted. */
  readonly standing?: Standing;
  /** Entries with a claim from this report. */
  readonly report?: string;
  /** `day`: by day, undated last (the default). `newest`: latest day first, what has not happened yet after the rest. */
  readonly order?: 'day' | 'newest';
  readonly limit?: number;
  readonly offset?: number;
}
