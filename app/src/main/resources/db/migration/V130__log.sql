-- The public log of steps. The Desk's writers add to log_pending; all other tables are the sequencer's.

-- What steps left in the log, a row a commit, until the sequencer has given each entry its place. seeds: 16 secret bytes a step.
create table log_pending (
  id      bigint    not null generated always as identity primary key,
  matters bigint[]  not null,
  seqs    integer[] not null,
  seeds   bytea[]   not null,
  entries bytea[]   not null
);
alter table log_pending alter column entries set storage external;
alter table log_pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
  toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 20000);

-- Where each step's entry stands, and the seed of its salts; without the seed what the entry seals cannot be told any more.
create table log_leaf (
  matter_id bigint  not null,
  seq       integer not null,
  position  bigint  not null,
  seed      bytea,
  primary key (matter_id, seq)
);

-- Entries by 256, as they are published: each behind its length in two bytes. matters and seqs say whose they are.
create table log_bundle (
  number  bigint    not null primary key,
  matters bigint[]  not null,
  seqs    integer[] not null,
  entries bytea     not null
);
alter table log_bundle alter column entries set storage external;

-- The entries after the last full bundle.
create table log_tail (
  position  bigint  not null primary key,
  matter_id bigint  not null,
  seq       integer not null,
  entry     bytea   not null
);

-- Hashes by 256 (level 0: of entries; level 1: over full tiles of level 0 …). Those of entries in the tail are hashed when asked for.
create table log_tile (
  level  integer not null,
  number bigint  not null,
  hashes bytea   not null,
  primary key (level, number)
);
alter table log_tile alter column hashes set storage external;

-- The log's head: one row. note: the signed checkpoint, null before the first. counts: the lists as the board counted them when the log
-- stood at counts_note.
create table log_head (
  only_one    boolean     not null primary key default true check (only_one),
  size        bigint      not null,
  root        bytea       not null,
  note        text,
  counts_note text,
  counts      text,
  signed_at   timestamptz,
  -- up to which matter the steps that were there before the log are entered; null when all are
  entering    bigint
);
insert into log_head (size, root, entering) values (0, sha256(''), 0);

-- The keys that ever signed, for the page of keys.
create table log_key (
  verifier    text        not null primary key,
  signs_since timestamptz not null,
  retired_at  timestamptz
);

-- The newest checkpoint that witnesses cosigned.
create table log_witnessed (
  only_one boolean not null primary key default true check (only_one),
  size     bigint  not null,
  note     text    not null
);
