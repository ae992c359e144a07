-- Keys by which other systems use the API in the name of a post. Of the secret only a hash is kept.
create table api_key (
    id           text primary key check (id ~ '^[0-9a-z]{8}$'),
    name         text not null check (name <> ''),
    secret_hash  bytea not null check (octet_length(secret_hash) = 32),
    account      bigint not null references account,
    post         bigint not null references post,
    scopes       text[] not null check (cardinality(scopes) > 0),
    per_minute   int check (per_minute > 0),
    made_at      timestamptz not null,
    made_by      text not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    revoked_by   text,
    last_used_at timestamptz,
    -- the form it was asked for with: sending the form again makes no second key
    form         uuid unique,
    check ((revoked_at is null) = (revoked_by is null)),
    check (expires_at > made_at)
);
