import type { DateValue } from './date.ts';
import type { Span } from './span.ts';

export type BlockKind = 'headline' | 'deck' | 'body' | 'caption' | 'provenance' | 'dropped';

/** Why a stretch of the page is not the report. */
export type DropReason =
  | 'navigation'
  | 'teaser'
  | 'related'
  | 'repeat'
  | 'script'
  | 'promotion'
  | 'advertisement'
  | 'comments'
  | 'legal'
  | 'page-stamp'
  | 'share'
  | 'media'
  | 'other';

/** A stretch of a report's text and what it is. Blocks are in order and do not overlap; what no block covers is white space. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Only on dropped blocks. */
  readonly reason?: DropReason;
  /** Why it was decided so, for the person who checks. */
  readonly why?: string;
}

/** When a report was published: as the page states it, or bounds inferred from its body. Never the clock. */
export interface Published extends DateValue {
  readonly basis: 'stated' | 'inferred';
  /** Instant with offset where the page gives one (`2025-02-28T20:18+05:30`). */
  readonly instant?: string;
  /** The words it was read from. */
  readonly span?: Span;
}

/** One published text as received, with its raw text kept for ever. */
export interface Report {
  /** Content hash (`r` + 24 hex digits of SHA-256 over the source bytes): the same bytes give the same id. */
  readonly id: string;
  /** Path or address as given; an item of a container carries a fragment (`feed.xml#3`). */
  readonly source: string;
  /** text, html, markdown, mail, feed, warc, jsonl, docx, nitf, newsml, factiva ... */
  readonly format: string;
  /** The text all spans refer to: for plain text the file as read, for HTML the visible text. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly headline: string | null;
  readonly outlet: string | null;
  /** Wire service credited (AP, Reuters ...), never the paper's own desk. */
  readonly agency: string | null;
  /** Persons named as authors, as printed, joined by ", ". */
  readonly byline: string | null;
  /** Place the report was filed from. */
  readonly dateline: string | null;
  readonly published: Published | null;
  /** ISO 639-1, or null where it cannot be told. */
  readonly language: string | null;
  /** Address of the page, where known. */
  readonly url?: string;
}
