-- Monthly samples by lot. The commitment is published before the month ends, the seed when it is drawn; whoever has both and the published list
-- can draw it again. A month without a commitment made before its end is never drawn.
create table sample (
  programme    text        not null,
  kind         text        not null,
  month        date        not null check (extract(day from month) = 1),
  commitment   text        not null check (commitment ~ '^[0-9a-f]{64}$'),
  sealed       bytea       not null,
  committed_at timestamptz not null,
  seed         text,
  drawn_at     timestamptz,
  percent      integer,
  primary key (programme, kind, month),
  check ((seed is null) = (drawn_at is null)),
  check ((seed is null) = (percent is null))
);

-- everything a sample was drawn from, unit by unit in the order of the lot
create table sample_member (
  programme text    not null,
  kind      text    not null,
  month     date    not null,
  matter_id bigint  not null,
  unit      integer not null,
  place     integer not null,
  chosen    boolean not null,
  primary key (programme, kind, month, matter_id),
  foreign key (programme, kind, month) references sample
);
create index sample_member_chosen on sample_member (kind, month, matter_id) where chosen;

-- every call to a raiser whose matter was drawn; no answer has a default
create table callback_attempt (
  id        bigint generated always as identity primary key,
  programme text        not null,
  month     date        not null,
  matter_id bigint      not null,
  account   bigint      not null,
  post      bigint      not null,
  unit      integer     not null,
  tried_at  timestamptz not null,
  outcome   text        not null check (outcome in ('reached', 'not-reached', 'refused')),
  contacted text check (contacted in ('yes', 'no')),
  solved    text check (solved in ('yes', 'partly', 'no')),
  satisfied text check (satisfied in ('satisfied', 'basically', 'not')),
  note      text        not null,
  check ((outcome = 'reached') = (contacted is not null and solved is not null and satisfied is not null)),
  check (outcome = 'reached' or (contacted is null and solved is null and satisfied is null))
);
create index callback_attempt_matter on callback_attempt (matter_id, month, id);
-- a call is concluded once
create unique index callback_attempt_once on callback_attempt (matter_id, month) where outcome in ('reached', 'refused');
