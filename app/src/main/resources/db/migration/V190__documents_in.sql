-- Documents in 文件入单: what was read, what was found in it, and what people decided about each thing found.

-- A document is kept once for a unit, by the content of its file.
create table read_document (
  id        bigint generated always as identity primary key,
  unit_id   integer     not null references unit (id),
  name      text        not null,
  kind      text        not null,
  sha256    text        not null,
  day       date        not null,
  day_said  boolean     not null,
  -- as they were read, in the shape ./huiyin read prints
  articles  jsonb       not null,
  account   bigint      not null,
  post      bigint      not null,
  read_at   timestamptz not null,
  unique (unit_id, sha256)
);
create index read_document_unit on read_document (unit_id, id desc);

-- Something found: a task, a promise or a figure. The same thing in the same words is kept once for a unit, whatever document says it again.
-- A task or promise becomes a matter by the step that carries its token.
create table read_item (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references read_document (id),
  unit_id     integer     not null references unit (id),
  fingerprint text        not null,
  kind        text        not null check (kind in ('task', 'promise', 'figure')),
  article     integer     not null,
  title       text        not null,
  who         text        not null,
  lead        text        not null,
  due         date,
  measures    text        not null,
  -- the sentence it stands in, and which part of it says so
  source      text        not null,
  mark_from   integer     not null,
  mark_to     integer     not null,
  place       text        not null,
  figure      jsonb,
  state       text        not null default 'draft' check (state in ('draft', 'confirmed', 'dropped')),
  account     bigint,
  decided_at  timestamptz,
  token       uuid        not null unique default gen_random_uuid(),
  matter_id   bigint      unique,
  unique (unit_id, fingerprint),
  check ((kind = 'figure') = (figure is not null)),
  check ((state = 'draft') = (decided_at is null)),
  check (matter_id is null or state = 'confirmed')
);
create index read_item_document on read_item (document_id, id);

-- A figure a person confirmed: a draft value of an indicator, until a programme of indicators takes it over.
create table read_figure (
  item_id      bigint primary key references read_item (id),
  name         text    not null,
  amount       numeric not null,
  unit         text    not null,
  period_from  date,
  period_to    date,
  compared     numeric,
  share        numeric,
  rank         integer,
  among        text    not null,
  who          text    not null,
  written      text    not null,
  confirmed_at timestamptz not null,
  account      bigint  not null
);
