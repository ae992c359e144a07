-- What can be found of a matter: its texts as pairs of signs and as words, each with a weight that says who may read it.
-- A: the title, everybody · B: everybody · C: staff, the unit complained of included · D: staff who may know who raised it.
-- "#w…" says in which stretch of numbers the matter lies, "#p…" and "#u…" name places and units by their codes.
-- A projection of the steps, written in their transaction.
create table search_document (
  matter_id bigint   not null primary key,
  words     tsvector not null
);
-- New entries wait in a list that is merged into the index apart; a writer that had to do it would keep everybody waiting.
create index search_document_words on search_document using gin (words) with (fastupdate = on, gin_pending_list_limit = 65536);

-- How far matters from before the index are entered; until = 0 means that all are.
create table search_entering (
  one          boolean not null primary key default true check (one),
  after_matter bigint  not null,
  until        bigint  not null
);
insert into search_entering (after_matter, until) select 0, coalesce(max(id), 0) from matter;

-- What people searched for lately, to be offered to them again and to nobody else.
create table search_query (
  account bigint      not null references account (id),
  words   text        not null check (length(words) between 1 and 100),
  at      timestamptz not null,
  primary key (account, words)
);
create index search_query_newest on search_query (account, at desc);
