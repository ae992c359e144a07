-- Activities: what is planned, who signs up, who came, what came of it. activity_act is the truth and only grows; the other tables follow
-- from it and are written in the same transaction.
create table activity (
  id           bigint generated always as identity primary key,
  kind         text        not null,
  kind_version integer     not null,
  -- how many acts there are
  version      integer     not null check (version > 0),
  standing     text        not null check (standing in ('planned', 'reported', 'cancelled')),
  title        text        not null check (title <> ''),
  unit         integer     not null references unit (id),
  place        text        collate "C" not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  open         boolean     not null,
  -- how many hold a seat, wait for one, came at least once
  signed       integer     not null check (signed >= 0),
  waiting      integer     not null check (waiting >= 0),
  present      integer     not null check (present >= 0),
  account      bigint      not null,
  post         bigint      not null,
  plan         jsonb       not null,
  report       jsonb,
  check (ends_at > starts_at)
);
create index activity_when on activity (starts_at, id);
create index activity_unit on activity (unit, starts_at, id);
create index activity_place on activity (place, starts_at, id);
create index activity_kind on activity (kind, starts_at, id);
create index activity_open on activity (starts_at, id) where open and standing <> 'cancelled';

create table activity_act (
  activity_id bigint      not null references activity (id),
  seq         integer     not null check (seq > 0),
  verb        text        not null,
  act         jsonb       not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  account     bigint      not null,
  post        bigint      not null,
  unit        integer     not null,
  primary key (activity_id, seq)
);

create function activity_act_stays() returns trigger language plpgsql as $$
begin
  raise exception 'acts are never changed';
end $$;
create trigger activity_act_stays before update or delete on activity_act for each row execute function activity_act_stays();

-- what was asked under a key made by whoever asked; the same key gives the same answer
create table activity_asked (
  key         text        primary key,
  activity_id bigint      not null references activity (id),
  seq         integer     not null,
  asked       text        not null,
  recorded_at timestamptz not null
);

-- who: post:7 somebody at a post, entry:7 an entry of a register, guest:7 somebody who gave a telephone
create table activity_person (
  activity_id bigint      not null references activity (id),
  who         text        not null check (who ~ '^(post|entry|guest):[0-9]+$'),
  part        text        not null check (part in ('host', 'participant')),
  standing    text        not null check (standing in ('expected', 'signed', 'waiting', 'withdrawn', 'came')),
  since       timestamptz not null,
  -- the act that put them there: whoever came first goes first
  seq         integer     not null,
  primary key (activity_id, who)
);
create index activity_person_who on activity_person (who, activity_id);

create table activity_presence (
  activity_id bigint      not null references activity (id),
  session     integer     not null check (session > 0),
  who         text        not null,
  part        text        not null check (part in ('host', 'participant')),
  way         text        not null check (way in ('list', 'code', 'hand')),
  at          timestamptz not null,
  -- the day in the city it counts for
  on_day      date        not null,
  -- how far from the place the phone was, when it said so
  metres      integer     check (metres >= 0),
  reason      text        not null,
  primary key (activity_id, session, who)
);
create index activity_presence_who on activity_presence (who, on_day);

create table activity_rating (
  activity_id bigint not null references activity (id),
  who         text   not null,
  satisfied   text   not null check (satisfied in ('yes', 'mostly', 'no')),
  words       text   not null,
  primary key (activity_id, who)
);

-- People who gave a telephone and no more; both are sealed, and found again by a keyed hash.
create table activity_guest (
  id           bigint generated always as identity primary key,
  phone_hash   bytea       not null unique,
  sealed_phone bytea,
  sealed_name  bytea,
  seen_at      timestamptz not null
);

-- a code sent to a telephone; its keyed hash alone is kept
create table activity_phone_code (
  phone_hash bytea       not null,
  sent_at    timestamptz not null,
  code_hash  bytea       not null,
  wrong      integer     not null default 0,
  used_at    timestamptz,
  primary key (phone_hash, sent_at)
);
create index activity_phone_code_sent on activity_phone_code (sent_at);

-- A finding becomes a matter by the step that carries its token.
create table activity_finding (
  id          bigint generated always as identity primary key,
  activity_id bigint      not null,
  seq         integer     not null,
  title       text        not null,
  detail      text        not null,
  place       text        collate "C" not null,
  position    text        not null,
  token       uuid        not null unique default gen_random_uuid(),
  matter_id   bigint      unique,
  found_at    timestamptz not null,
  unique (activity_id, seq),
  foreign key (activity_id, seq) references activity_act (activity_id, seq)
);

-- short messages to guests about activities they signed up for; codes are not among them
create table activity_text (
  id       bigint generated always as identity primary key,
  guest    bigint      not null references activity_guest (id),
  activity bigint      not null references activity (id),
  words    text        not null,
  due_at   timestamptz not null,
  sent_at  timestamptz,
  tries    integer     not null default 0
);
create index activity_text_due on activity_text (due_at) where sent_at is null;

-- which sittings people were reminded of
create table activity_reminded (
  activity_id bigint      not null references activity (id),
  session     integer     not null,
  at          timestamptz not null,
  primary key (activity_id, session)
);
