-- E-mail beside the inbox: who wants it at which address, and every mail. Addresses are sealed with the key outside the database.
create table mail_address (
    account       bigint primary key references account,
    sealed        bytea not null,
    language      text not null check (language in ('zh', 'en')),
    -- what comes at once and what once a day; what stands in neither stays in the inbox alone
    at_once       text[] not null,
    daily         text[] not null,
    -- before it nothing is sent but the code; the code is kept as its SHA-256
    confirmed_at  timestamptz,
    code          bytea,
    code_until    timestamptz,
    -- the mail server refused it for good, in its words
    failing_since timestamptz,
    failure       text,
    check ((code is null) = (code_until is null)),
    check ((failing_since is null) = (failure is null))
);

-- the address a raiser left for the answer, and keyed hashes of those that want no more
create table mail_raiser (
    matter_id bigint primary key,
    sealed    bytea not null
);
create table mail_stopped (
    mark       bytea primary key,
    stopped_at timestamptz not null
);

-- written in the transaction of what it tells, sent apart: to a person of the house or to the raiser of a matter, once for each message
create table mail (
    id         bigint generated always as identity primary key,
    account    bigint references account,
    matter_id  bigint,
    message_id bigint unique references message on delete cascade,
    concern    text not null,
    daily      boolean not null default false,
    state      text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'given-up', 'dropped')),
    attempts   int not null default 0,
    made_at    timestamptz not null,
    next_at    timestamptz not null,
    tried_at   timestamptz,
    failure    text,
    check ((account is null) <> (matter_id is null))
);
create index mail_to_person on mail (account, next_at) where state = 'waiting' and account is not null;
create index mail_to_raiser on mail (matter_id, next_at) where state = 'waiting' and matter_id is not null;
create index mail_of_matter on mail (matter_id) where matter_id is not null;
create index mail_state on mail (state, id);
