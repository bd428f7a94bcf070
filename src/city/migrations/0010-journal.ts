/** What counters sent, as they sent it, and how far. `salt` and `body` are kept as exact text: digests run over them. */
export const journal0010 = `
create table counter (
  id text primary key,
  position bigint not null,
  hash text not null,
  seen_at bigint not null
);

create table entry (
  counter text not null,
  position bigint not null,
  kind text not null,
  version bigint not null,
  subject text not null,
  at bigint not null,
  actor text not null,
  digest text not null,
  previous text not null,
  hash text not null,
  salt text not null,
  body text,
  primary key (counter, position)
);

create table parked (
  counter text not null,
  position bigint not null,
  why text not null,
  primary key (counter, position)
);
`
