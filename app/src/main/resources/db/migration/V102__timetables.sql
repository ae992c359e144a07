-- What is in force together: every publishing, of a calendar or of which unit goes by which, makes the next timetable. Append-only: steps name the
-- one that judged them.
create table timetable (
  number       integer     not null primary key check (number > 0),
  -- came with Huiyin, as against published by somebody
  shipped      boolean     not null,
  published_at timestamptz not null,
  account      bigint      not null,
  post         bigint      not null,
  publisher    text        not null,
  why          text        not null check (length(why) between 2 and 400)
);
insert into timetable (number, shipped, published_at, account, post, publisher, why)
  select number, shipped, published_at, account, post, publisher, why from calendar_version;
alter table calendar_version drop column shipped, drop column published_at, drop column account, drop column post, drop column publisher,
  drop column why, add foreign key (number) references timetable;

-- From that timetable on a unit goes by that calendar: because somebody said so for it, or as the unit above it does.
create table unit_calendar (
  number   integer not null references timetable,
  unit     integer not null,
  calendar text    not null,
  own      boolean not null,
  primary key (number, unit)
);

-- when the pass last began with the first matter
alter table calendar_pass add column sweep_at timestamptz;
