-- What assessment counts. fact, judged_clock and tally follow from the steps; doctor compares them.

-- a step that counts: what it counts as, for which unit, where, when
create table fact (
  matter_id bigint      not null,
  seq       integer     not null,
  programme text        not null,
  unit      integer     not null,
  town      text        not null collate "C",
  category  text        not null,
  at        timestamptz not null,
  parts     text[]      not null
);
-- the list behind a figure of a unit; a city-wide list merges the units' stretches
create index fact_unit on fact (unit, at, matter_id, seq);

-- a deadline that counts when it has come; the row follows its clock while that is open
create table judged_clock (
  matter_id bigint      not null,
  ordinal   integer     not null,
  programme text        not null,
  clock     text        not null,
  unit      integer     not null,
  town      text        not null collate "C",
  category  text        not null,
  due_at    timestamptz not null,
  kept      boolean     not null,
  primary key (matter_id, ordinal)
) with (fillfactor = 80);
create index judged_clock_due on judged_clock (due_at, unit, matter_id);

-- sums of both. stretch: where it begins, as yyyymmddhh in the city's zone; whole days are kept under unit-day and the like
create table tally (
  programme text    not null,
  dimension text    not null,
  stretch   integer not null,
  part      text    not null,
  key       text    not null collate "C",
  lane      integer not null,
  n         bigint  not null,
  primary key (programme, dimension, stretch, part, key, lane)
) with (fillfactor = 60);
