-- Steps are the truth; matter, clock and list_tally are projections of them, written in the same transaction.
-- matter, step and clock are partitioned by the year the matter was raised, which its id begins with, so that a year can be archived.

create table step (
  matter_id   bigint      not null,
  seq         integer     not null check (seq > 0),
  name        text        not null,
  account     bigint      not null,
  post        bigint      not null,
  unit        integer     not null,
  role        text        not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  from_state  text        not null,
  to_state    text        not null,
  round       integer     not null,
  programme   text        not null,
  programme_version integer not null,
  fields      jsonb       not null,
  sealed      bytea,
  evidence    text,
  key         text        not null,
  primary key (matter_id, seq)
) partition by range (matter_id);

create table matter (
  id                bigint      not null primary key,
  programme         text        not null,
  programme_version integer     not null,
  version           integer     not null,
  state             text        not null,
  list              text        not null,
  worklist          text,
  round             integer     not null,
  title             text        not null,
  public_title      text        not null,
  place             text        not null,
  town              text        not null,
  category          text        not null,
  kind              text        not null,
  urgency           text        not null,
  confidential      boolean     not null,
  office_unit       integer     not null,
  lead_unit         integer,
  co_units          integer[],
  desk_unit         integer,
  raiser            bigint,
  complained_of     integer,
  merged_into       bigint,
  merged_count      integer     not null,
  raised_at         timestamptz not null,
  updated_at        timestamptz not null,
  due_at            timestamptz not null,
  near_at           timestamptz not null,
  times             text        not null
) partition by range (id);

-- a worklist of one unit, most urgent first; the whole city's, for those who see it all
create index matter_desk on matter (desk_unit, worklist, due_at, id) where desk_unit is not null;
create index matter_worklist on matter (worklist, due_at, id) where desk_unit is not null;
-- the open board, newest first: all places, one town
create index matter_board on matter (list, id) where not confidential;
create index matter_board_town on matter (town, list, id) where not confidential;
create index matter_raiser on matter (raiser, id) where raiser is not null;
create index matter_merged on matter (merged_into, id) where merged_into is not null;

create table clock (
  matter_id   bigint      not null,
  ordinal     integer     not null,
  name        text        not null,
  unit        integer,
  round       integer     not null,
  started_at  timestamptz not null,
  span_limit  text        not null,
  pauses      text        not null,
  extensions  text        not null,
  due_at      timestamptz not null,
  near_at     timestamptz not null,
  provisional boolean     not null,
  recorded    boolean     not null,
  calendar    text        not null,
  stopped_at  timestamptz,
  met         boolean     not null,
  running     boolean     not null,
  primary key (matter_id, ordinal)
) partition by range (matter_id);

-- what runs out next, by the kind of clock, for what acts on it; co-handlers find their own below
create index clock_running on clock (name, due_at, matter_id) where running;
create index clock_unit on clock (unit, due_at, matter_id) where running and unit is not null;

-- who already used which key to begin a matter
create table begun (
  key       text   not null primary key,
  matter_id bigint not null
);

-- how many matters stand on which list, counted step by step; lane keeps writers out of each other's rows
create table list_tally (
  programme text    not null,
  list      text    not null,
  town      text    not null,
  lane      integer not null,
  n         bigint  not null,
  primary key (programme, list, town, lane)
);

-- Makes room for a year: its partitions and its running number. Safe to call again.
create function open_year(year integer) returns void language plpgsql as $$
declare
  low bigint := year * 10000000::bigint;
  high bigint := (year + 1) * 10000000::bigint;
begin
  perform pg_advisory_xact_lock(8311, year);
  execute format('create table if not exists matter_%s partition of matter for values from (%s) to (%s) with (fillfactor = 80)', year, low, high);
  execute format('create table if not exists step_%s partition of step for values from (%s) to (%s)', year, low, high);
  execute format('create table if not exists clock_%s partition of clock for values from (%s) to (%s) with (fillfactor = 85)', year, low, high);
  execute format('create sequence if not exists matter_number_%s minvalue 1 maxvalue 9999999', year);
end
$$;
