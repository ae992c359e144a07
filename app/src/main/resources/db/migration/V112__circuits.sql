-- Circuit supervision groups: people who go round units for a time, one circuit after the other. What is found becomes matters.
create table circuit_group (
  id         bigint generated always as identity primary key,
  name       text        not null check (char_length(name) between 2 and 60),
  from_day   date        not null,
  to_day     date        not null,
  account    bigint      not null,
  post       bigint      not null,
  unit       integer     not null,
  created_at timestamptz not null,
  check (to_day >= from_day)
);

create table circuit_member (
  group_id bigint  not null references circuit_group (id),
  post_id  bigint  not null references post (id),
  leader   boolean not null,
  primary key (group_id, post_id)
);
create unique index circuit_member_leader on circuit_member (group_id) where leader;
create index circuit_member_post on circuit_member (post_id);

-- the units a group goes round
create table circuit_unit (
  group_id bigint  not null references circuit_group (id),
  unit     integer not null references unit (id),
  primary key (group_id, unit)
);

-- one round of a group; rounds of a group follow one another and do not overlap
create table circuit (
  id         bigint generated always as identity primary key,
  group_id   bigint      not null references circuit_group (id),
  number     integer     not null check (number > 0),
  from_day   date        not null,
  to_day     date        not null,
  summary    text        not null,
  account    bigint      not null,
  post       bigint      not null,
  created_at timestamptz not null,
  closed_at  timestamptz,
  unique (group_id, number),
  check (to_day >= from_day)
);

-- the plan: which unit when
create table circuit_stop (
  circuit_id bigint  not null references circuit (id),
  unit       integer not null,
  planned_on date    not null,
  primary key (circuit_id, unit)
);

create table circuit_visit (
  id          bigint generated always as identity primary key,
  circuit_id  bigint      not null references circuit (id),
  unit        integer     not null,
  visited_on  date        not null,
  people      text        not null,
  notes       text        not null,
  account     bigint      not null,
  post        bigint      not null,
  recorded_at timestamptz not null,
  -- made with the form: sent twice it is kept once
  key         text        not null unique
);
create index circuit_visit_circuit on circuit_visit (circuit_id, unit, id);

-- who of the group went
create table circuit_visitor (
  visit_id bigint not null references circuit_visit (id),
  post_id  bigint not null references post (id),
  primary key (visit_id, post_id)
);

-- A finding is put right on the spot (settled says how), or becomes a matter by the step that carries its token; then it stands as that matter does.
create table circuit_finding (
  id        bigint generated always as identity primary key,
  visit_id  bigint      not null references circuit_visit (id),
  title     text        not null,
  detail    text        not null,
  place     text        not null,
  settled   text        not null,
  account   bigint      not null,
  post      bigint      not null,
  found_at  timestamptz not null,
  key       text        not null unique,
  token     uuid        not null unique default gen_random_uuid(),
  matter_id bigint      unique,
  check (matter_id is null or settled = '')
);
create index circuit_finding_visit on circuit_finding (visit_id, id);
