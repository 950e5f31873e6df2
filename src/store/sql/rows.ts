/** Rows in, records out. */
import type { Selectable } from 'kysely';
import type { Placed } from '../../ledger/placed.ts';
import type { ReportedRoles } from '../../ledger/ports.ts';
import type { Claim, Decision, Entry, Link, ReadingRecord, Report, ReportLine } from '../../model/index.ts';
import type { Tables } from './tables.ts';

/** A text as SQL can hold it exactly: what cannot stand in a text column goes in as JSON. */
export function packText(text: string): { encoding: 'plain' | 'json'; text: string } {
  const holds = text.isWellFormed() && !text.includes('\0');
  return holds ? { encoding: 'plain', text } : { encoding: 'json', text: JSON.stringify(text) };
}

export function unpackText(row: { encoding: 'plain' | 'json'; text: string }): string {
  return row.encoding === 'plain' ? row.text : JSON.parse(row.text);
}

/** A text for a column that is only searched or listed: what SQL cannot hold becomes a replacement sign. */
export function plain(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

export function plainOrNull(text: string | null): string | null {
  return text === null ? null : plain(text);
}

/** A row of `current_readings` with its report and text. */
export interface ReadingRow extends Selectable<Tables['readings']> {
  readonly source: string;
  readonly format: string;
  readonly origin: string;
  readonly encoding: 'plain' | 'json';
  readonly text: string;
}

/** What a reading keeps as JSON: all of it that has no column of its own. */
export type ReadingBody = Pick<ReadingRecord, 'dates' | 'people' | 'problems'> & {
  readonly report: Omit<Report, 'text'>;
};

export function toReading(row: ReadingRow, claims: readonly Claim[]): ReadingRecord {
  const body: ReadingBody = JSON.parse(row.body);
  return {
    ...body,
    report: { ...body.report, source: row.source, text: unpackText(row) },
    claims,
    seq: row.seq,
    rulesVersion: row.rules_version,
    recorded: row.recorded,
    supersedes: row.supersedes,
    textHash: row.text_hash,
    origin: row.origin,
  };
}

type RolesColumn = 'seq' | 'report' | 'headline' | 'outlet' | 'published' | 'published_earliest' | 'body';

export function toReportedRoles(
  row: Pick<Selectable<Tables['readings']>, RolesColumn> & { source: string },
): ReportedRoles {
  const { people }: ReadingBody = JSON.parse(row.body);
  return {
    reading: row.seq,
    report: row.report,
    title: row.headline ?? row.source,
    outlet: row.outlet,
    published: row.published,
    day: row.published_earliest,
    people,
  };
}

export type ReportRow = Selectable<Tables['readings']> & { source: string; format: string; origin: string };

export function toReportLine(row: ReportRow): ReportLine {
  return {
    id: row.report,
    source: row.source,
    format: row.format,
    headline: row.headline,
    outlet: row.outlet,
    agency: row.agency,
    published: row.published,
    language: row.language,
    claims: row.claims,
    problems: row.problems,
    recorded: row.recorded,
    origin: row.origin,
  };
}

export interface PlacedRow {
  readonly seq: number;
  readonly body: string;
  readonly report: string;
  readonly reading: number;
  readonly position: number;
  readonly published_earliest: string | null;
  readonly origin: string;
  readonly entry: string | null;
}

export function toPlaced(row: PlacedRow): Placed {
  return {
    seq: row.seq,
    claim: JSON.parse(row.body),
    report: row.report,
    reading: row.reading,
    position: row.position,
    published: row.published_earliest,
    origin: row.origin,
    entry: row.entry,
  };
}

export type EntryRow = Selectable<Tables['entries']> & { body: string };

/** A claim of an entry with the origin of its report. */
export interface MemberRow {
  readonly entry: number;
  readonly id: string;
  readonly report: string;
  readonly reading: number;
  readonly origin: string;
  readonly published: string | null;
}

export function toEntry(row: EntryRow, members: readonly MemberRow[]): Entry {
  return {
    id: row.id,
    seq: row.seq,
    lead: JSON.parse(row.body),
    report: row.report,
    reported: members[0]?.published ?? null,
    claims: members.map((m) => ({ claim: m.id, report: m.report, reading: m.reading })),
    standing: row.standing,
    standingBy: row.standing_by,
    standingWhy: row.standing_why,
    groupedWhy: row.grouped_why,
    origins: new Set(members.map((m) => m.origin)).size,
    rulesVersion: row.rules_version,
    recorded: row.recorded,
    supersedes: JSON.parse(row.supersedes),
  };
}

export function toDecision(row: Selectable<Tables['decisions']>): Decision {
  const { id, entry, verdict, made_by: by, why, recorded } = row;
  return { id, entry, verdict, by, why, recorded };
}

export function toLink(row: Selectable<Tables['links']>): Link {
  const { from_id: from, to_id: to, kind, made_by: by, why, recorded } = row;
  return { from, to, kind, by, why, recorded };
}
