-- A raiser asks that what identifies them be erased; staff decide, with a reason the raiser reads.
create table erasure_request (
  matter_id  bigint      not null primary key,
  asked_at   timestamptz not null,
  decided_at timestamptz,
  granted    boolean,
  account    bigint,
  unit       integer,
  reason     text,
  check ((decided_at is null) = (granted is null)),
  check ((decided_at is null) = (reason is null))
);
create index erasure_request_open on erasure_request (asked_at) where decided_at is null;

-- A matter that must be kept whole for a proceeding: it is not anonymised until the hold is lifted.
create table retention_hold (
  id        bigint      not null generated always as identity primary key,
  matter_id bigint      not null,
  reason    text        not null,
  account   bigint      not null,
  unit      integer     not null,
  since     timestamptz not null,
  lifted_at timestamptz
);
create unique index retention_hold_once on retention_hold (matter_id) where lifted_at is null;
