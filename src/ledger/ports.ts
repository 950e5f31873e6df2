/** The port every store fulfils. All records are appended; nothing is changed or deleted. Fulfilled by `src/store`. */

import type {
  Claim,
  Decision,
  Entry,
  EntryDraft,
  EntryId,
  EntryQuery,
  Link,
  Override,
  PairLine,
  PersonRole,
  ReadingRecord,
  ReportLine,
  SourcedClaim,
} from '../model/index.ts';
import type { Sketch } from './copies.ts';
import type { ClaimKeys, Placed } from './placed.ts';

/** The newest reading of a report, as far as needed to see whether another one says anything new. */
export interface ReadingHead {
  readonly seq: number;
  readonly rulesVersion: string;
  readonly contentHash: string;
}

/** Where a report stands among the copies of one text. */
export interface CopyPlace {
  readonly report: string;
  /** First day it may have been published. */
  readonly published: string | null;
}

/** A report whose text may be a copy. */
export interface CopyCandidate extends CopyPlace {
  readonly origin: string;
  readonly sketch: Sketch;
}

/** A report's origin from now on. */
export interface OriginChange {
  readonly report: string;
  readonly origin: string;
  readonly why: string;
  readonly recorded: string;
}

/** The roles that the current reading of a report gives to persons. */
export interface ReportedRoles {
  /** Number of the reading; a later one of the same report replaces it. */
  readonly reading: number;
  readonly report: string;
  /** The headline, or where the report came from. */
  readonly title: string;
  readonly outlet: string | null;
  /** EDTF; null where no day is known. */
  readonly published: string | null;
  /** First day it may have been published. */
  readonly day: string | null;
  readonly people: readonly PersonRole[];
}

export interface Page {
  readonly limit?: number;
  readonly offset?: number;
}

/** How much a ledger holds. */
export interface Counts {
  readonly reports: number;
  readonly claims: number;
  readonly entries: number;
  readonly proposed: number;
  readonly problems: number;
}

/** What can be asked of a ledger. Entries and readings are the current ones unless said otherwise. */
export interface LedgerRead {
  counts(): Promise<Counts>;
  /** Newest published first; with `text`, only reports that hold all its words. */
  reports(query: Page & { readonly text?: string; readonly withProblems?: true }): Promise<readonly ReportLine[]>;
  /** The newest reading of a report with its claims, or an earlier one by its number; null where there is none. */
  reading(report: string, seq?: number): Promise<ReadingRecord | null>;
  /** Reading a claim by id gives its newest form, even where no current reading makes it any more. */
  claim(id: string): Promise<SourcedClaim | null>;
  /** The current entry under an id, or the one that now holds the claim the id was made from. */
  entry(id: EntryId): Promise<Entry | null>;
  /** All versions recorded under an id, oldest first. */
  history(id: EntryId): Promise<readonly Entry[]>;
  entries(query: EntryQuery): Promise<readonly Entry[]>;
  countEntries(query: EntryQuery): Promise<number>;
  /** Pairs of parties that share an entry, those with most entries first. */
  pairs(page: Page): Promise<readonly PairLine[]>;
  /** Oldest first. */
  decisions(entries: readonly EntryId[]): Promise<readonly Decision[]>;
  /** Links from or to a record. */
  links(id: string): Promise<readonly Link[]>;
  /** Roles of persons by current readings with a higher number than `after`, in order of recording; also of those that name nobody. */
  reportedRoles(after?: number): Promise<readonly ReportedRoles[]>;
  /** Full ids of entries, claims and reports that start with the given characters; at most ten. */
  idsLike(prefix: string): Promise<readonly string[]>;

  /** Reports whose sketch shares hashes with this one, and how they stand; those that share most first. */
  copyCandidates(sketch: Sketch): Promise<readonly CopyCandidate[]>;
  /** Reports that have this origin at present. */
  copiesOf(origin: string): Promise<readonly CopyPlace[]>;
  /** Corrections of a report's page, oldest first. */
  overrides(report: string): Promise<readonly Override[]>;

  head(report: string): Promise<ReadingHead | null>;
  /** Claims of a reading with the entries they belong to at present. */
  placed(reading: number): Promise<readonly Placed[]>;
  /** Claims of an entry. */
  members(entry: EntryId): Promise<readonly Placed[]>;
  /** Claims of current entries that share the bucket, and either the words or the time. */
  candidates(keys: ClaimKeys): Promise<readonly Placed[]>;
}

/** A reading about to be recorded. */
export interface ReadingDraft extends Omit<ReadingRecord, 'seq' | 'claims'> {
  readonly contentHash: string;
  readonly claims: readonly { readonly claim: Claim; readonly keys: ClaimKeys }[];
}

/** What can be recorded, inside a transaction. */
export interface LedgerWrite extends LedgerRead {
  /** Records the reading, and the report and its text where they are new. */
  appendReading(draft: ReadingDraft): Promise<readonly Placed[]>;
  /** Records a version of an entry; `members` are its claims, the leading one first. */
  appendEntry(draft: EntryDraft, members: readonly Placed[], recorded: string): Promise<void>;
  appendDecision(decision: Decision): Promise<void>;
  /** The sketch of the body as a reading has it. */
  appendSketch(reading: number, sketch: Sketch): Promise<void>;
  appendOrigin(change: OriginChange): Promise<void>;
  appendOverride(override: Override): Promise<void>;
  /** A link that is there already is left as it is. */
  appendLink(link: Link): Promise<void>;
}

/** A ledger's keeper. All methods throw a `StoreError` where the place it is kept in fails. */
export interface Store extends LedgerRead {
  /** The file or address, without password. */
  readonly place: string;
  /** Runs `work` with the only right to write; all of it is recorded, or on any error nothing. */
  write<T>(work: (ledger: LedgerWrite) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
