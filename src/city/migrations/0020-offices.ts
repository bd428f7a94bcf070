/** What the city's page reads. All of it follows from the entries and can be thrown away and learned again. */
export const offices0020 = `
create table office (
  id text primary key,
  name text not null
);

alter table counter add column office text;

create table dossier (
  code text primary key,
  procedure_code text not null,
  procedure_name text not null,
  office text not null,
  counter text not null,
  position bigint not null,
  received_at bigint not null,
  due_at bigint
);
create index dossier_received on dossier (received_at);

-- A list may arrive before the dossiers on it, which were received at another counter: nothing here refers to them.
create table handed (
  code text not null,
  direction text not null,
  at bigint not null,
  counter text not null,
  position bigint not null,
  primary key (code, counter, position)
);

create table learned (
  edition bigint not null
);
insert into learned values (0);
`
