/** The line of people: each ticket as it stands, the counters that call, who leads, and what was already asked once. */
export const queue0070 = {
  number: 70,
  sql: `
create table ticket (
  id text primary key,
  day text not null,
  letter text not null,
  running integer not null,
  state text not null,
  turn real not null,
  ended integer,
  called integer,
  whole text not null
) strict, without rowid;
create index ticket_open on ticket (turn) where state in ('waiting', 'called', 'parked', 'handing');
create index ticket_numbered on ticket (day, letter, running);
create table ticket_asked (
  request text primary key,
  ticket text not null
) strict, without rowid;
create table ticket_paper (
  ticket text primary key,
  position integer not null references journal
) strict, without rowid;
create table hall_counter (
  number integer primary key,
  run integer not null,
  at integer not null,
  whole text not null
) strict;
create table hall_lead (
  epoch integer primary key,
  whole text not null
) strict;
`,
}
