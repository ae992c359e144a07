-- Supervision. Every instrument that was ever served, and how it ended, are kept; standing says what stands against a matter now.
create table instrument (
  id        bigint generated always as identity primary key,
  kind      text        not null,
  year      integer     not null,
  number    integer     not null check (number > 0),
  programme text        not null,
  matter_id bigint      not null,
  ordinal   integer,
  term      integer     not null,
  unit      integer     not null references unit (id),
  issuer    integer     not null,
  account   bigint      not null,
  post      bigint      not null,
  served_at timestamptz not null,
  answer_by timestamptz not null,
  number_zh text        not null,
  number_en text        not null,
  text_zh   text        not null,
  text_en   text        not null,
  reason    text        not null,
  unique (kind, year, number)
);
create index instrument_unit on instrument (unit, id);
create index instrument_matter on instrument (matter_id, id);
create index instrument_kind on instrument (kind, id);

-- the last number of each kind in a year; taken in the transaction that serves, so that numbers leave no gap
create table instrument_count (
  kind text    not null,
  year integer not null,
  last integer not null,
  primary key (kind, year)
);

create table instrument_end (
  instrument_id bigint      not null primary key references instrument (id),
  how           text        not null check (how in ('answered', 'lapsed', 'discharged', 'withdrawn')),
  ended_at      timestamptz not null,
  account       bigint      not null,
  post          bigint      not null,
  unit          integer     not null,
  note          text        not null
);

-- One row a matter on the ladder: its primary key is the rule "one matter, one instrument at a time".
--   instrument_id: the one that is open; act_at: when it lapses
--   neither instrument_id nor proposed: the last one lapsed; act_at: when the next may follow
--   proposed: a person is to sign the next one
create table standing (
  matter_id     bigint  not null primary key,
  ordinal       integer not null,
  term          integer not null,
  kind          text    not null,
  instrument_id bigint  references instrument (id),
  proposed      text,
  act_at        timestamptz,
  check ((proposed is null) = (act_at is not null)),
  check (instrument_id is null or proposed is null)
);
create index standing_act on standing (act_at) where act_at is not null;
create index standing_proposed on standing (matter_id) where proposed is not null;

-- What a clock already brought about. The key is the promise "exactly once": a stage of a clock, in one term. A term is as long as the clock
-- was last granted: an extension begins another, a pause or a new calendar does not.
create table stage_act (
  matter_id bigint      not null,
  ordinal   integer     not null,
  stage     text        not null,
  term      integer     not null,
  stage_at  timestamptz not null,
  acted_at  timestamptz not null,
  primary key (matter_id, ordinal, stage, term)
);

-- what becomes near due next, by the kind of clock, as clock_running says what runs out next
create index clock_near on clock (name, near_at, matter_id) where running;

-- a proposal nobody signed, and why
create table proposal_dismissal (
  id           bigint generated always as identity primary key,
  matter_id    bigint      not null,
  kind         text        not null,
  account      bigint      not null,
  post         bigint      not null,
  unit         integer     not null,
  reason       text        not null,
  dismissed_at timestamptz not null
);
create index proposal_dismissal_matter on proposal_dismissal (matter_id, id);
