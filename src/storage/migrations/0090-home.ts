/** Visits at a citizen's home: when something is to be done with each, and in which order an official goes. */
export const home0090 = {
  number: 90,
  sql: `
create table home_visit (
  id text primary key,
  state text not null,
  day text not null,
  route_day text,
  official text,
  code text,
  differs integer not null,
  visit text not null
) strict;
create index home_by_state on home_visit (state, day);
create index home_by_route on home_visit (route_day, official) where route_day is not null;
create index home_by_dossier on home_visit (code) where code is not null;
create index home_differing on home_visit (differs) where differs > 0;
create table home_route (
  day text not null,
  official text not null,
  visits text not null,
  primary key (day, official)
) strict, without rowid;
`,
}
