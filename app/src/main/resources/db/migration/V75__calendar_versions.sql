-- Versions of a working calendar, published while Huiyin runs: who, when, why. Append-only: clocks and steps name the version that judged them.
create table calendar_version (
  code         text        not null,
  number       integer     not null check (number > 0),
  -- as clocks keep it: the code, the last published year and a fingerprint of every day
  version      text        not null,
  -- the JSON the version was made from
  facts        text        not null,
  -- came with Huiyin, as against published by somebody
  shipped      boolean     not null,
  published_at timestamptz not null,
  account      bigint      not null,
  post         bigint      not null,
  publisher    text        not null,
  why          text        not null check (length(why) between 2 and 400),
  primary key (code, number)
);
create index calendar_version_name on calendar_version (code, version);

-- How far the open clocks have been taken over into a version. Whoever holds the row works; a pass that was cut off goes on after the last matter.
create table calendar_pass (
  number       integer     not null primary key,
  started_at   timestamptz not null,
  expected     bigint      not null,
  after_matter bigint      not null default 0,
  swept        bigint      not null default 0,
  clocks       bigint      not null default 0,
  finished_at  timestamptz
);
