/** What travels with the Post: each thing on a list and what became of it, the Post's word that did not fit, and the days that were closed. */
export const post0080 = {
  number: 80,
  sql: `
alter table handover add column corrects text;
create table parcel (
  handover text not null references handover,
  dossier text not null,
  state text not null,
  number text,
  told integer not null,
  whole text not null,
  primary key (handover, dossier)
) strict, without rowid;
create index parcel_by_dossier on parcel (dossier);
create index parcel_by_number on parcel (number) where number is not null;
create index parcel_with_post on parcel (state) where state in ('away', 'tried', 'returning', 'lost', 'here', 'returned');
create index parcel_told on parcel (told);
create table post_misfit (
  number text not null,
  state text not null,
  at integer not null,
  told integer not null,
  whole text not null,
  primary key (number, state, at)
) strict, without rowid;
create table post_day (day text primary key, whole text not null) strict;
create index dossier_ready on dossier (position) where state = 'ready';

insert into parcel
  select handover, dossier, state, null, since,
    json_object('handover', handover, 'dossier', dossier, 'state', state, 'since', since, 'tries', 0, 'receiver', null, 'reason', null,
      'collected', 0, 'paidIn', null)
  from (
    select i.handover, i.dossier, coalesce(json_extract(h.signed, '$.at'), json_extract(i.item, '$.added')) as since,
      case when h.signed is null then 'listed' when h.direction = 'to-post' then 'away' else 'returned' end as state
    from handover_item i join handover h on h.id = i.handover
  );
`,
}
