-- What programs sent under a key of their own, and what they were answered, for a day: sent again it is answered again and not done again. Name and
-- print are keyed hashes, of who sent it under which key and of what was sent; the answer is sealed.
create table api_repeat (
  id       bigint      not null generated always as identity primary key,
  name     bytea       not null unique,
  print    bytea       not null,
  begun_at timestamptz not null,
  -- null while it is being done
  ended_at timestamptz,
  -- null when nobody knows what came of it
  status   integer,
  sealed   bytea,
  check (status is null or ended_at is not null)
);
create index api_repeat_begun on api_repeat (begun_at);
