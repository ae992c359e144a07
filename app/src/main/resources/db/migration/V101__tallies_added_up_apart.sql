-- A batch of steps appends what it adds to the tallies as one row, in its own transaction; the sums are made of such rows a moment later. Whoever
-- reads takes both. So no step waits for a sum, and no sum is ever older than the steps.

-- entry by entry: what a step counted as (parts, with commas between), for which unit, where, in which stretch; by_day: the stretch is a day
create table tally_addition (
  id        bigint generated always as identity primary key,
  programme text[]    not null,
  unit      integer[] not null,
  town      text[]    not null,
  category  text[]    not null,
  stretch   integer[] not null,
  by_day    boolean[] not null,
  parts     text[]    not null,
  n         integer[] not null
);
-- the rows live for a second: packing them would cost more than it saves
alter table tally_addition alter programme set storage external, alter unit set storage external, alter town set storage external,
  alter category set storage external, alter stretch set storage external, alter by_day set storage external, alter parts set storage external,
  alter n set storage external;

-- the cells of the tallies that such entries add to
create function tally_cells(text[], integer[], text[], text[], integer[], boolean[], text[], integer[])
  returns table (programme text, dimension text, stretch integer, key text, parts text, n integer)
  language sql immutable parallel safe as $$
  select e.programme, c.dimension, e.stretch, c.key, e.parts, e.n
  from unnest($1, $2, $3, $4, $5, $6, $7, $8) e(programme, unit, town, category, stretch, by_day, parts, n)
  cross join lateral (values (false, 'unit', e.unit::text), (false, 'town', e.town), (false, 'category', e.category), (true, 'town-day', e.town),
    (true, 'category-day', e.category)) c(by_day, dimension, key)
  where c.by_day = e.by_day
$$;

alter table tally rename to tally_by_lane;
alter index tally_pkey rename to tally_by_lane_pkey;
create table tally (
  programme text    not null,
  dimension text    not null,
  stretch   integer not null,
  key       text    not null collate "C",
  parts     text    not null,
  n         bigint  not null,
  primary key (programme, dimension, stretch, key, parts)
) with (fillfactor = 60);
insert into tally (programme, dimension, stretch, key, parts, n)
  select programme, dimension, stretch, key, part, sum(n) from tally_by_lane group by programme, dimension, stretch, key, part having sum(n) <> 0;
drop table tally_by_lane;

-- all that was counted, whether added up or not yet
create view tallied as
  select programme, dimension, stretch, key, parts, n from tally
  union all
  select c.programme, c.dimension, c.stretch, c.key, c.parts, c.n
  from tally_addition a cross join lateral tally_cells(a.programme, a.unit, a.town, a.category, a.stretch, a.by_day, a.parts, a.n) c;
