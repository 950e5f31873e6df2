-- Copies of one text: a sketch of every body as read, and the origin of every report as it changes when earlier copies come in.
-- Overrides: what a person corrected on a page, replayed whenever the report is read again.

create table sketches (
  reading bigint primary key references readings (seq),
  size integer not null                     -- distinct shingles of the body
);

create table sketch_hashes (
  hash bigint not null,
  reading bigint not null references readings (seq),
  primary key (hash, reading)
);

create table origins (
  seq bigint generated always as identity primary key,
  report text collate "C" not null references reports (id),
  origin text collate "C" not null,
  why text not null,
  recorded text collate "C" not null
);
create index origins_by_report on origins (report, seq);

create table overrides (
  seq bigint generated always as identity primary key,
  id text collate "C" not null unique,
  report text collate "C" not null,
  field text not null check (field in ('published', 'outlet', 'agency', 'block')),
  value text not null,                      -- JSON
  made_by text not null,
  why text not null,
  recorded text collate "C" not null
);
create index overrides_by_report on overrides (report, seq);

create view current_reports as
  select r.seq, r.id, r.source, r.format, r.recorded,
    coalesce((select o.origin from origins o where o.report = r.id order by o.seq desc limit 1), r.origin) as origin
  from reports r;

create trigger sketches_keep before update or delete on sketches for each statement execute function ledger_is_append_only();
create trigger sketch_hashes_keep before update or delete on sketch_hashes for each statement execute function ledger_is_append_only();
create trigger origins_keep before update or delete on origins for each statement execute function ledger_is_append_only();
create trigger overrides_keep before update or delete on overrides for each statement execute function ledger_is_append_only();
