-- Files that take a while: lists on their way out, tables on their way in. Steps hang on none of it.
create table sheet_job (
  id          bigint generated always as identity primary key,
  account     bigint      not null references account (id),
  post        bigint      not null,
  act         text        not null check (act in ('export', 'import')),
  name        text        not null,
  title       text        not null,
  request     text        not null,
  phase       text        not null check (phase in ('make', 'check', 'take', 'undo')),
  state       text        not null check (state in ('running', 'done', 'faulty', 'stopped', 'failed')),
  rows_done   bigint      not null default 0,
  rows_of     bigint      not null default -1,
  result      text        not null default '{}',
  stop_wanted boolean     not null default false,
  asked_at    timestamptz not null,
  beat_at     timestamptz not null,
  ended_at    timestamptz
);
create index sheet_job_account on sheet_job (account, id desc);

-- the files themselves, in pieces; gone after a day
create table sheet_part (
  job_id bigint  not null references sheet_job (id) on delete cascade,
  kind   text    not null check (kind in ('file', 'marked')),
  nth    integer not null,
  bytes  bytea   not null,
  primary key (job_id, kind, nth)
);

-- what an import did, row by row, so that it can be undone; key is what was touched, mark the content it came from
create table sheet_taken (
  job_id bigint  not null references sheet_job (id) on delete cascade,
  nth    integer not null,
  key    text    not null,
  mark   text    not null,
  before text    not null,
  after  text    not null,
  primary key (job_id, nth)
);
create index sheet_taken_mark on sheet_taken (mark);
