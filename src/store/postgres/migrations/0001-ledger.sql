-- The ledger: append-only records of reports, readings, claims, entries, decisions and links.
-- Whole records are JSON in "body"; the other columns are what is searched, joined or sorted by.

create table texts (
  seq bigint generated always as identity primary key,
  hash text collate "C" not null unique,                -- SHA-256 of the text
  encoding text not null check (encoding in ('plain', 'json')), -- json: holds what SQL text cannot (NUL, lone surrogates)
  text text not null
);

create table reports (
  seq bigint generated always as identity primary key,
  id text collate "C" not null unique,                  -- hash of the source bytes
  source text collate "C" not null,
  format text not null,
  origin text not null,                     -- the report it is a copy of, or itself
  recorded text collate "C" not null
);

create table readings (
  seq bigint generated always as identity primary key,
  report text collate "C" not null references reports (id),
  text_hash text collate "C" not null references texts (hash),
  content_hash text not null,               -- tells whether a further reading says anything new
  rules_version text not null,
  supersedes bigint references readings (seq),
  recorded text collate "C" not null,
  headline text,
  outlet text,
  agency text,
  published text,                           -- EDTF
  published_earliest text collate "C",
  language text,
  claims integer not null,
  problems integer not null,
  body text not null
);
create index readings_by_report on readings (report, seq);

create table claims (
  seq bigint generated always as identity primary key,
  reading bigint not null references readings (seq),
  id text collate "C" not null,                         -- hash of report, evidence and meaning: the same in every reading
  report text collate "C" not null references reports (id),
  position integer not null,
  bucket text not null,                     -- claims of one event share it: kind, parties, track, status
  words_hash text not null,                 -- hash of the bare words of the sentence
  earliest text collate "C",
  latest text collate "C",
  sentence text not null,
  body text not null,
  unique (reading, id)
);
create index claims_by_id on claims (id);
create index claims_by_bucket on claims (bucket, earliest);

create table entries (
  seq bigint generated always as identity primary key,
  id text collate "C" not null,
  lead_claim bigint not null references claims (seq),
  report text collate "C" not null references reports (id),
  position integer not null,
  standing text not null check (standing in ('proposed', 'accepted', 'rejected', 'withdrawn')),
  standing_by text not null,
  standing_why text not null,
  grouped_why text,
  kind text not null,
  status text not null,
  track text collate "C" not null,
  background integer not null,
  earliest text collate "C",
  latest text collate "C",
  rules_version text not null,
  supersedes text not null,                 -- JSON list of entry ids
  recorded text collate "C" not null
);
create index entries_by_id on entries (id, seq);

create table entry_claims (
  entry bigint not null references entries (seq),
  claim bigint not null references claims (seq),
  position integer not null,
  primary key (entry, claim)
);
create index entry_claims_by_claim on entry_claims (claim);

create table entry_parties (
  entry bigint not null references entries (seq),
  code text collate "C" not null,
  side text not null check (side in ('actor', 'counterpart')),
  primary key (entry, code)
);
create index entry_parties_by_code on entry_parties (code, entry);

create table decisions (
  seq bigint generated always as identity primary key,
  id text collate "C" not null unique,
  entry text not null,
  verdict text not null check (verdict in ('accept', 'reject')),
  made_by text not null,
  why text not null,
  recorded text collate "C" not null
);
create index decisions_by_entry on decisions (entry, seq);

create table links (
  seq bigint generated always as identity primary key,
  from_id text collate "C" not null,
  to_id text collate "C" not null,
  kind text not null,
  made_by text not null,
  why text not null,
  recorded text collate "C" not null,
  unique (from_id, to_id, kind)
);
create index links_by_target on links (to_id);

create view current_readings as
  select r.* from readings r
  where not exists (select 1 from readings n where n.report = r.report and n.seq > r.seq);

create view current_entries as
  select e.* from entries e
  where e.standing <> 'withdrawn' and not exists (select 1 from entries n where n.id = e.id and n.seq > e.seq);

create index texts_by_word on texts using gin (to_tsvector('english', left(text, 300000)));
create index claims_by_word on claims using gin (to_tsvector('english', sentence));

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: %', tg_table_name;
end $$;
create trigger texts_keep before update or delete on texts for each statement execute function ledger_is_append_only();
create trigger reports_keep before update or delete on reports for each statement execute function ledger_is_append_only();
create trigger readings_keep before update or delete on readings for each statement execute function ledger_is_append_only();
create trigger claims_keep before update or delete on claims for each statement execute function ledger_is_append_only();
create trigger entries_keep before update or delete on entries for each statement execute function ledger_is_append_only();
create trigger entry_claims_keep before update or delete on entry_claims for each statement execute function ledger_is_append_only();
create trigger entry_parties_keep before update or delete on entry_parties for each statement execute function ledger_is_append_only();
create trigger decisions_keep before update or delete on decisions for each statement execute function ledger_is_append_only();
create trigger links_keep before update or delete on links for each statement execute function ledger_is_append_only();
