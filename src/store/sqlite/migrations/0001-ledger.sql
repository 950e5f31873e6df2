-- The ledger: append-only records of reports, readings, claims, entries, decisions and links.
-- Whole records are JSON in "body"; the other columns are what is searched, joined or sorted by.

create table texts (
  seq integer primary key,
  hash text not null unique,                -- SHA-256 of the text
  encoding text not null check (encoding in ('plain', 'json')), -- json: holds what SQL text cannot (NUL, lone surrogates)
  text text not null
) strict;

create table reports (
  seq integer primary key,
  id text not null unique,                  -- hash of the source bytes
  source text not null,
  format text not null,
  origin text not null,                     -- the report it is a copy of, or itself
  recorded text not null
) strict;

create table readings (
  seq integer primary key,
  report text not null references reports (id),
  text_hash text not null references texts (hash),
  content_hash text not null,               -- tells whether a further reading says anything new
  rules_version text not null,
  supersedes integer references readings (seq),
  recorded text not null,
  headline text,
  outlet text,
  agency text,
  published text,                           -- EDTF
  published_earliest text,
  language text,
  claims integer not null,
  problems integer not null,
  body text not null
) strict;
create index readings_by_report on readings (report, seq);

create table claims (
  seq integer primary key,
  reading integer not null references readings (seq),
  id text not null,                         -- hash of report, evidence and meaning: the same in every reading
  report text not null references reports (id),
  position integer not null,
  bucket text not null,                     -- claims of one event share it: kind, parties, track, status
  words_hash text not null,                 -- hash of the bare words of the sentence
  earliest text,
  latest text,
  sentence text not null,
  body text not null,
  unique (reading, id)
) strict;
create index claims_by_id on claims (id);
create index claims_by_bucket on claims (bucket, earliest);

create table entries (
  seq integer primary key,
  id text not null,
  lead_claim integer not null references claims (seq),
  report text not null references reports (id),
  position integer not null,
  standing text not null check (standing in ('proposed', 'accepted', 'rejected', 'withdrawn')),
  standing_by text not null,
  standing_why text not null,
  grouped_why text,
  kind text not null,
  status text not null,
  track text not null,
  background integer not null,
  earliest text,
  latest text,
  rules_version text not null,
  supersedes text not null,                 -- JSON list of entry ids
  recorded text not null
) strict;
create index entries_by_id on entries (id, seq);

create table entry_claims (
  entry integer not null references entries (seq),
  claim integer not null references claims (seq),
  position integer not null,
  primary key (entry, claim)
) strict, without rowid;
create index entry_claims_by_claim on entry_claims (claim);

create table entry_parties (
  entry integer not null references entries (seq),
  code text not null,
  side text not null check (side in ('actor', 'counterpart')),
  primary key (entry, code)
) strict, without rowid;
create index entry_parties_by_code on entry_parties (code, entry);

create table decisions (
  seq integer primary key,
  id text not null unique,
  entry text not null,
  verdict text not null check (verdict in ('accept', 'reject')),
  made_by text not null,
  why text not null,
  recorded text not null
) strict;
create index decisions_by_entry on decisions (entry, seq);

create table links (
  seq integer primary key,
  from_id text not null,
  to_id text not null,
  kind text not null,
  made_by text not null,
  why text not null,
  recorded text not null,
  unique (from_id, to_id, kind)
) strict;
create index links_by_target on links (to_id);

create view current_readings as
  select r.* from readings r
  where not exists (select 1 from readings n where n.report = r.report and n.seq > r.seq);

create view current_entries as
  select e.* from entries e
  where e.standing <> 'withdrawn' and not exists (select 1 from entries n where n.id = e.id and n.seq > e.seq);

create virtual table text_words using fts5 (text, content='texts', content_rowid='seq', tokenize='porter unicode61 remove_diacritics 2');
create virtual table claim_words using fts5 (sentence, content='claims', content_rowid='seq', tokenize='porter unicode61 remove_diacritics 2');
create trigger texts_are_indexed after insert on texts begin
  insert into text_words (rowid, text) values (new.seq, new.text);
end;
create trigger claims_are_indexed after insert on claims begin
  insert into claim_words (rowid, sentence) values (new.seq, new.sentence);
end;

create trigger texts_keep before update on texts begin select raise(abort, 'the ledger is append-only: texts'); end;
create trigger texts_stay before delete on texts begin select raise(abort, 'the ledger is append-only: texts'); end;

create trigger reports_keep before update on reports begin select raise(abort, 'the ledger is append-only: reports'); end;
create trigger reports_stay before delete on reports begin select raise(abort, 'the ledger is append-only: reports'); end;

create trigger readings_keep before update on readings begin select raise(abort, 'the ledger is append-only: readings'); end;
create trigger readings_stay before delete on readings begin select raise(abort, 'the ledger is append-only: readings'); end;

create trigger claims_keep before update on claims begin select raise(abort, 'the ledger is append-only: claims'); end;
create trigger claims_stay before delete on claims begin select raise(abort, 'the ledger is append-only: claims'); end;

create trigger entries_keep before update on entries begin select raise(abort, 'the ledger is append-only: entries'); end;
create trigger entries_stay before delete on entries begin select raise(abort, 'the ledger is append-only: entries'); end;

create trigger entry_claims_keep before update on entry_claims begin select raise(abort, 'the ledger is append-only: entry_claims'); end;
create trigger entry_claims_stay before delete on entry_claims begin select raise(abort, 'the ledger is append-only: entry_claims'); end;

create trigger entry_parties_keep before update on entry_parties begin select raise(abort, 'the ledger is append-only: entry_parties'); end;
create trigger entry_parties_stay before delete on entry_parties begin select raise(abort, 'the ledger is append-only: entry_parties'); end;

create trigger decisions_keep before update on decisions begin select raise(abort, 'the ledger is append-only: decisions'); end;
create trigger decisions_stay before delete on decisions begin select raise(abort, 'the ledger is append-only: decisions'); end;

create trigger links_keep before update on links begin select raise(abort, 'the ledger is append-only: links'); end;
create trigger links_stay before delete on links begin select raise(abort, 'the ledger is append-only: links'); end;
