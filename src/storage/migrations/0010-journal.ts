/** The journal, and what one counter works with. Everything but the print jobs, drafts, PINs and cursors follows from the journal. */
export const journal0010 = {
  number: 10,
  sql: `
create table journal (
  position integer primary key,
  kind text not null,
  version integer not null,
  subject text not null,
  at integer not null,
  actor text not null,
  digest text not null,
  previous text not null,
  hash text not null,
  salt text not null,
  body text
) strict;

create table dossier (
  position integer primary key references journal,
  id text not null unique,
  code text not null unique,
  day text not null,
  sequence integer not null,
  book_number integer not null,
  name text not null,
  number text,
  procedure text not null,
  procedure_name text not null,
  state text not null,
  received_at integer not null,
  due_at integer not null
) strict;
create index dossier_by_number on dossier (number, position) where number is not null;
create index dossier_by_day on dossier (day);
create index dossier_open_by_due on dossier (due_at) where state = 'received';

create virtual table dossier_words using fts5 (
  words, digits, content = '', contentless_delete = 1, detail = 'column', prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);

create table handover (
  id text primary key,
  code text not null unique,
  direction text not null,
  office text not null,
  partner text not null,
  opened_at integer not null,
  signed text
) strict;

create table handover_item (
  handover text not null references handover,
  dossier text not null,
  item text not null,
  primary key (handover, dossier)
) strict, without rowid;
create index handover_item_by_dossier on handover_item (dossier);

create table official (id text primary key, name text not null, role text not null) strict;

-- Not in the journal: a PIN is short enough to be guessed from its hash, so it never leaves this machine.
create table pin (official text primary key, hash text not null) strict;

create table draft (id text primary key, body text not null, kept_at integer not null) strict;

create table print_job (
  id text primary key,
  subject text not null,
  code text not null,
  form text not null,
  press text not null,
  copy integer not null,
  state text not null,
  fault text,
  at integer not null
) strict;
create index print_job_open on print_job (press) where state in ('waiting', 'sending');
create index print_job_unsettled on print_job (state) where state <> 'done';
create index print_job_by_subject on print_job (subject);

create table cursor (name text primary key, value integer not null) strict;
`,
}
