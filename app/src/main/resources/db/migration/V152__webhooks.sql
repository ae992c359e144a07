-- Who wants to be told of steps by a call to their own system, and every message to them.
create table webhook (
    id            bigint generated always as identity primary key,
    name          text not null check (name <> ''),
    url           text not null check (url <> ''),
    account       bigint not null references account,
    post          bigint not null references post,
    -- steps by name, or all of them when it is empty; likewise programmes and units
    steps         text[] not null default '{}',
    programmes    text[] not null default '{}',
    units         int[] not null default '{}',
    -- the key messages are signed with, sealed; for a while after a rotation the one before it too
    secret        bytea not null,
    former_secret bytea,
    former_until  timestamptz,
    state         text not null default 'active' check (state in ('active', 'paused', 'disabled', 'removed')),
    made_at       timestamptz not null,
    made_by       text not null,
    failures      int not null default 0,
    failing_since timestamptz,
    resting_until timestamptz,
    leased_until  timestamptz,
    check ((former_secret is null) = (former_until is null))
);

create table webhook_message (
    id         bigint generated always as identity primary key,
    webhook_id bigint not null references webhook,
    event      text not null,
    -- 0 and 0 for a trial
    matter_id  bigint not null,
    seq        integer not null,
    caused_at  timestamptz not null,
    -- as it was sent first, and is sent again
    payload    text,
    state      text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up', 'withheld')),
    attempts   int not null default 0,
    next_at    timestamptz not null,
    tried_at   timestamptz,
    status     int,
    failure    text,
    took_ms    int,
    answer     text
);
create index webhook_message_waiting on webhook_message (webhook_id, id) include (matter_id, next_at) where state = 'waiting';
create index webhook_message_log on webhook_message (webhook_id, id);
