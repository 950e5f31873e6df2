/** The tables of a ledger as both databases have them; see `migrations/`. */
import type { Generated } from 'kysely';
import type { ClaimKind, Decision, Link, Override, Standing, Status } from '../../model/index.ts';

interface Texts {
  seq: Generated<number>;
  hash: string;
  encoding: 'plain' | 'json';
  text: string;
}

interface Reports {
  seq: Generated<number>;
  id: string;
  source: string;
  format: string;
  origin: string;
  recorded: string;
}

interface Readings {
  seq: Generated<number>;
  report: string;
  text_hash: string;
  content_hash: string;
  rules_version: string;
  supersedes: number | null;
  recorded: string;
  headline: string | null;
  outlet: string | null;
  agency: string | null;
  published: string | null;
  published_earliest: string | null;
  language: string | null;
  claims: number;
  problems: number;
  body: string;
}

interface Claims {
  seq: Generated<number>;
  reading: number;
  id: string;
  report: string;
  position: number;
  bucket: string;
  words_hash: string;
  earliest: string | null;
  latest: string | null;
  sentence: string;
  body: string;
}

interface Entries {
  seq: Generated<number>;
  id: string;
  lead_claim: number;
  report: string;
  position: number;
  standing: Standing;
  standing_by: string;
  standing_why: string;
  grouped_why: string | null;
  kind: ClaimKind;
  status: Status;
  track: string;
  background: number;
  earliest: string | null;
  latest: string | null;
  rules_version: string;
  supersedes: string;
  recorded: string;
}

interface Decisions {
  seq: Generated<number>;
  id: string;
  entry: string;
  verdict: Decision['verdict'];
  made_by: string;
  why: string;
  recorded: string;
}

interface Links {
  seq: Generated<number>;
  from_id: string;
  to_id: string;
  kind: Link['kind'];
  made_by: Link['by'];
  why: string;
  recorded: string;
}

interface Origins {
  seq: Generated<number>;
  report: string;
  origin: string;
  why: string;
  recorded: string;
}

interface Overrides {
  seq: Generated<number>;
  id: string;
  report: string;
  field: Override['field'];
  value: string;
  made_by: string;
  why: string;
  recorded: string;
}

export interface Tables {
  texts: Texts;
  reports: Reports;
  readings: Readings;
  claims: Claims;
  entries: Entries;
  entry_claims: { entry: number; claim: number; position: number };
  entry_parties: { entry: number; code: string; side: 'actor' | 'counterpart' };
  decisions: Decisions;
  links: Links;
  sketches: { reading: number; size: number };
  sketch_hashes: { hash: number; reading: number };
  origins: Origins;
  overrides: Overrides;
  /** View: reports with their present origin. */
  current_reports: Reports;
  /** View: the newest reading of each report. */
  current_readings: Readings;
  /** View: the newest version of each entry that is not withdrawn. */
  current_entries: Entries;
}
