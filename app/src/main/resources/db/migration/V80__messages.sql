-- Messages in people's inboxes, written in the transaction of what causes them. words fill the sentence of the kind, in the reader's language.
-- deliver_at: quiet hours hold a message, never a clock. What is told late is within a digest, one a person and day.
create table message (
  id         bigint generated always as identity primary key,
  account    bigint      not null references account (id),
  kind       text        not null,
  words      text[]      not null,
  link       text        not null,
  matter_id  bigint,
  caused_at  timestamptz not null,
  deliver_at timestamptz not null,
  read_at    timestamptz,
  within     bigint references message (id),
  digest_on  date,
  unique (account, digest_on),
  check ((kind = 'digest') = (digest_on is not null)),
  check (within is null or digest_on is null)
);
create index message_inbox on message (account, deliver_at, id) where within is null;
create index message_unread on message (account, deliver_at) where read_at is null and within is null;
create index message_within on message (within, id) where within is not null;
