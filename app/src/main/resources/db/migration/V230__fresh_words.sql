-- What was said lately waits here until it is folded into the index: a step only appends, and however many steps a matter takes meanwhile, the index
-- is changed once. A matter with very many words takes no more: PostgreSQL allows a megabyte, and a step must never fail for being found.
create function search_more(already tsvector, more tsvector) returns tsvector language sql immutable strict parallel safe
  return case when length(already) < 12000 then already || more else already end;
create aggregate search_words(tsvector) (sfunc = search_more, stype = tsvector, initcond = '', parallel = safe);

create table search_fresh (
  matter_id bigint   not null,
  seq       integer  not null,
  words     tsvector not null
) with (toast_tuple_target = 8160, vacuum_truncate = off, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
alter table search_fresh alter column words set storage external;

-- Matters of which something waits, with all their words.
create view search_waiting as
  select matter_id, search_words(words order by seq) as words
  from (select matter_id, 0 as seq, words from search_document where matter_id in (select matter_id from search_fresh)
    union all select matter_id, seq, words from search_fresh) said
  group by matter_id;
