-- What lies on somebody's desk now, apart from the rest: worklists read this small table instead of probing every year of matter for every unit,
-- and a step that leaves list and place alone no longer touches an index of matter. Another projection of the steps, written with them.
create table on_desk (
  matter_id bigint      not null primary key,
  unit      integer     not null,
  worklist  text        not null,
  due_at    timestamptz not null,
  near_at   timestamptz not null,
  place     text        not null,
  category  text        not null,
  urgency   text        not null
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

insert into on_desk (matter_id, unit, worklist, due_at, near_at, place, category, urgency)
select id, desk_unit, worklist, due_at, near_at, place, category, urgency from matter where desk_unit is not null and worklist is not null;

-- one unit's list, most urgent first; and the list of all units, for those who reach many of them
create index on_desk_unit on on_desk (unit, worklist, due_at, matter_id) include (near_at);
create index on_desk_worklist on on_desk (worklist, due_at, matter_id) include (unit, near_at);

drop index matter_desk;
drop index matter_worklist;
