-- Requests posted through Open311: under which key each came in, and while one waits to be raised, what it says, sealed.
create table open311_report (
    token       text primary key,
    api_key     text not null references api_key,
    -- the same form sent twice on a day is one request
    fingerprint bytea not null,
    on_day      date not null,
    posted_at   timestamptz not null,
    sealed      bytea,
    matter_id   bigint,
    refused     text,
    -- how it went with the picture: null when there was none
    photo       text,
    unique (api_key, fingerprint, on_day),
    check (sealed is not null or matter_id is not null or refused is not null)
);
create index open311_report_waiting on open311_report (posted_at) where matter_id is null and refused is null;

-- public matters by the day they were raised; it changes with no step
create index matter_raised on matter (raised_at, id) where not confidential;
-- steps are appended as time goes on, so that what changed since a moment lies in a few blocks
create index step_recorded on step using brin (recorded_at);
