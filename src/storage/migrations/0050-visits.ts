/** Citizens who were turned away at reception: which paper they got, and by what they are known when they come back. */
export const visits0050 = {
  number: 50,
  sql: `
create table visit (
  position integer primary key references journal,
  id text not null unique,
  paper text not null unique,
  draft text not null,
  number text,
  procedure text not null,
  form text not null,
  counted text not null
) strict;
create index visit_by_draft on visit (draft, position);
create index visit_by_citizen on visit (number, procedure, position) where number is not null;
create index visit_numbered on visit (form, counted);
`,
}
