-- A matter left out of a unit's figures in a period: what for, and everything that was done about it. Append-only.
create table exclusion (
  id        bigint      generated always as identity primary key,
  matter_id bigint      not null,
  programme text        not null,
  unit      integer     not null,
  period    text        not null,
  from_at   timestamptz not null,
  until_at  timestamptz not null,
  class     text        not null,
  reason    text        not null check (reason <> ''),
  evidence  text        not null check (evidence <> ''),
  unique (matter_id, unit, period),
  check (from_at < until_at)
);
create index exclusion_time on exclusion (programme, from_at);

create table exclusion_act (
  exclusion_id bigint      not null references exclusion,
  seq          integer     not null check (seq > 0),
  act          text        not null check (act in ('ask', 'approve', 'refuse', 'appeal', 'uphold', 'overturn')),
  account      bigint      not null,
  post         bigint      not null,
  unit         integer     not null,
  note         text        not null,
  at           timestamptz not null,
  primary key (exclusion_id, seq)
);

-- Rankings as they were published, with what they were reckoned from.
create table ranking (
  id                 bigint      generated always as identity primary key,
  programme          text        not null,
  period             text        not null,
  as_of              timestamptz not null,
  inputs             bytea       not null,
  inputs_fingerprint text        not null check (length(inputs_fingerprint) = 64),
  result             bytea       not null,
  result_fingerprint text        not null check (length(result_fingerprint) = 64),
  account            bigint      not null,
  post               bigint      not null,
  published_at       timestamptz not null,
  unique (programme, period, as_of)
);

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;
create trigger append_only before update or delete or truncate on exclusion for each statement execute function append_only();
create trigger append_only before update or delete or truncate on exclusion_act for each statement execute function append_only();
create trigger append_only before update or delete or truncate on ranking for each statement execute function append_only();
