-- Objections to a published ranking while it is on public notice, and what a supervisor decided. Rows are only added.
create table ranking_objection (
  id         bigint      generated always as identity primary key,
  ranking_id bigint      not null references ranking,
  key        text        not null unique,
  objection  text        not null check (objection <> ''),
  raised_at  timestamptz not null,
  decide_by  timestamptz not null,
  -- the post that has to decide
  post       bigint      not null references post
);
create index ranking_objection_ranking on ranking_objection (ranking_id, id);

create table ranking_objection_end (
  objection_id bigint      not null primary key references ranking_objection,
  upheld       boolean     not null,
  reasons      text        not null check (reasons <> ''),
  account      bigint      not null,
  post         bigint      not null,
  ended_at     timestamptz not null,
  -- the ranking that was published because of it
  republished  bigint      references ranking,
  check (upheld = (republished is not null))
);
create trigger append_only before update or delete or truncate on ranking_objection for each statement execute function append_only();
create trigger append_only before update or delete or truncate on ranking_objection_end for each statement execute function append_only();
