/** What happens to a dossier after it was received: which entry holds now, the steps, and who is named in which dossier. */
export const life0020 = {
  number: 20,
  sql: `
alter table dossier add column holds integer not null default 0;
update dossier set holds = position;
alter table dossier add column slip integer not null default 1;

drop index dossier_open_by_due;
create index dossier_open_by_due on dossier (due_at) where state in ('received', 'forwarded', 'paused');

create table dossier_step (
  position integer primary key references journal,
  dossier text not null,
  form text,
  counted text not null
) strict;
create index dossier_step_by_dossier on dossier_step (dossier);
create index dossier_step_numbered on dossier_step (form, counted) where form is not null;

-- Every citizen number that stands in the answers of a dossier: a household is found by its people.
create table mention (number text not null, position integer not null, primary key (number, position)) strict, without rowid;
insert or ignore into mention
  select json_extract(answer.value, '$.value'), dossier.position
  from dossier join journal using (position), json_each(journal.body, '$.answers') answer
  where (answer.key = 'number' or answer.key like '%.number') and length(json_extract(answer.value, '$.value')) in (9, 12);
`,
}
