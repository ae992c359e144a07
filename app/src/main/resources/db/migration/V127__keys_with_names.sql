-- For every key that ever sealed something here and was not taken out of use, a known text sealed with it, so that a wrong or missing key is
-- found at the start; under 'codes' a known hash instead.
create table key_proof (
  key_id    text        not null primary key,
  proof     bytea       not null,
  proved_at timestamptz not null default now()
);

-- Telephones of all people, and names of those who hold no post, are sealed. What stands in the open from before is sealed at the next start.
alter table person add column sealed_name bytea;
alter table person add column sealed_phone bytea;
create index person_open on person (id) where phone is not null;

-- What is the same of people who raise matters, as a keyed hash: two matters with the same mark came from the same telephone.
create table raiser_mark (
  matter_id bigint  not null,
  mark      bytea   not null,
  primary key (matter_id, mark)
);
create index raiser_mark_same on raiser_mark (mark, matter_id);

-- How far the steps of before there were marks are marked; no row when all are.
create table raiser_marking (
  only_one boolean not null primary key default true check (only_one),
  matter   bigint  not null,
  seq      integer not null
);
insert into raiser_marking (matter, seq) select 0, 0 where exists (select from step);

-- Who looked for the matters of a telephone, and why.
create table raiser_search (
  id       bigint      not null generated always as identity primary key,
  account  bigint      not null,
  post     bigint      not null,
  unit     integer     not null,
  mark     bytea       not null,
  reason   text        not null,
  found    integer     not null,
  asked_at timestamptz not null
);
