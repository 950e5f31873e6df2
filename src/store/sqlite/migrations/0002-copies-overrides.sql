-- Copies of one text: a sketch of every body as read, and the origin of every report as it changes when earlier copies come in.
-- Overrides: what a person corrected on a page, replayed whenever the report is read again.

create table sketches (
  reading integer primary key references readings (seq),
  size integer not null                     -- distinct shingles of the body
) strict;

create table sketch_hashes (
  hash integer not null,
  reading integer not null references readings (seq),
  primary key (hash, reading)
) strict, without rowid;

create table origins (
  seq integer primary key,
  report text not null references reports (id),
  origin text not null,
  why text not null,
  recorded text not null
) strict;
create index origins_by_report on origins (report, seq);

create table overrides (
  seq integer primary key,
  id text not null unique,
  report text not null,
  field text not null check (field in ('published', 'outlet', 'agency', 'block')),
  value text not null,                      -- JSON
  made_by text not null,
  why text not null,
  recorded text not null
) strict;
create index overrides_by_report on overrides (report, seq);

create view current_reports as
  select r.seq, r.id, r.source, r.format, r.recorded,
    coalesce((select o.origin from origins o where o.report = r.id order by o.seq desc limit 1), r.origin) as origin
  from reports r;

create trigger sketches_keep before update on sketches begin select raise(abort, 'the ledger is append-only: sketches'); end;
create trigger sketches_stay before delete on sketches begin select raise(abort, 'the ledger is append-only: sketches'); end;
create trigger sketch_hashes_keep before update on sketch_hashes begin select raise(abort, 'the ledger is append-only: sketch_hashes'); end;
create trigger sketch_hashes_stay before delete on sketch_hashes begin select raise(abort, 'the ledger is append-only: sketch_hashes'); end;
create trigger origins_keep before update on origins begin select raise(abort, 'the ledger is append-only: origins'); end;
create trigger origins_stay before delete on origins begin select raise(abort, 'the ledger is append-only: origins'); end;
create trigger overrides_keep before update on overrides begin select raise(abort, 'the ledger is append-only: overrides'); end;
create trigger overrides_stay before delete on overrides begin select raise(abort, 'the ledger is append-only: overrides'); end;
