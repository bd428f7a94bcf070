/** Fees: what was said to be transferred, what was taken and given back, and the days that were closed. All of it follows from the journal. */
export const money0040 = {
  number: 40,
  sql: `
create table payment (
  id text primary key,
  dossier text not null,
  state text not null,
  sheet text,
  at integer not null,
  body text not null
) strict;
create index payment_by_dossier on payment (dossier, at);
create index payment_by_sheet on payment (sheet, at) where sheet is not null;
create index payment_waiting on payment (at) where state = 'claimed';

create table day_sheet (day text primary key, code text not null unique, body text not null) strict;
`,
}
