/**
 * One list of tokens for every kind of search, each beginning up to three letters with its own list; newest first needs no
 * sorting. Built anew from the journal when the file is opened next.
 */
export const search0030 = {
  number: 30,
  sql: `
drop table dossier_words;
create virtual table dossier_words using fts5 (
  tokens, content = '', columnsize = 0, detail = 'none', prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
-- Merging is done while nobody waits.
insert into dossier_words (dossier_words, rank) values ('automerge', 0);
-- Every word that any name has: what a beginning can mean.
create table name_word (word text primary key) strict, without rowid;
-- What a found dossier is checked by: the words of its name, each between spaces, and its digits.
alter table dossier add column folded text not null default '';
alter table dossier add column phone text;
insert into cursor values ('rebuild', 1) on conflict (name) do update set value = 1;
`,
}
