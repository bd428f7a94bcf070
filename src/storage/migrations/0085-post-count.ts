/** What was counted of a day with the Post before it is closed: a draft, not a part of the journal. */
export const postCount0085 = {
  number: 85,
  sql: 'create table post_count (day text primary key, whole text not null) strict;',
}
