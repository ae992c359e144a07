-- What a city learned from its own ended matters, which model is in force, and what was suggested for matters that wait for dispatch.
create table suggestion_model (
  id         bigint generated always as identity primary key,
  programme  text        not null,
  learned_at timestamptz not null,
  learned_by text        not null,
  matters    integer     not null check (matters > 0),
  figures    jsonb       not null,
  -- of the oldest models only what they were is remembered
  model      bytea
);

-- The newest row of a programme names the model in force. Rolling back is one more row.
create table suggestion_handover (
  id        bigint generated always as identity primary key,
  programme text        not null,
  model     bigint      not null references suggestion_model,
  at        timestamptz not null,
  by        text        not null,
  reason    text        not null
);
create index suggestion_handover_newest on suggestion_handover (programme, id);

create table suggestion_learning (
  id        bigint generated always as identity primary key,
  -- names the night, so that of several machines one learns
  key       text        not null unique,
  programme text        not null,
  begun_at  timestamptz not null,
  begun_by  text        not null,
  ended_at  timestamptz,
  outcome   text check (outcome in ('promoted', 'not-better', 'too-few', 'failed', 'too-long', 'broken-off')),
  told      text        not null default '',
  model     bigint references suggestion_model,
  check ((ended_at is null) = (outcome is null))
);
create unique index suggestion_learning_one_at_a_time on suggestion_learning (programme) where ended_at is null;

-- One row for each time a matter waited; it stays, so that what was suggested can be compared with what came of it.
create table matter_suggestion (
  matter_id      bigint      not null,
  version        integer     not null,
  programme      text        not null,
  model          bigint      not null references suggestion_model,
  at             timestamptz not null,
  category       text        not null,
  category_share real        not null,
  category_sure  boolean     not null,
  words          text        not null,
  unit           integer,
  unit_share     real        not null,
  unit_sure      boolean     not null,
  ground_place   text        not null,
  ground_such    integer     not null,
  ground_handled integer     not null,
  primary key (matter_id, version)
);
create index matter_suggestion_at on matter_suggestion (programme, at, matter_id);
