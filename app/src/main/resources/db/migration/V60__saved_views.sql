-- Lists of the desk that people keep under a name: nothing but addresses.
create table saved_view (
  id      bigint generated always as identity primary key,
  account bigint not null references account (id),
  name    text   not null check (length(name) between 1 and 60),
  query   text   not null check (length(query) <= 4000),
  unique (account, name)
);

-- Who opened a sealed identity, and why. Never changed; the raiser reads it.
create table unsealing (
  id        bigint generated always as identity primary key,
  matter_id bigint      not null,
  account   bigint      not null,
  post      bigint      not null,
  unit      integer     not null,
  reason    text        not null check (length(reason) between 2 and 400),
  opened_at timestamptz not null
);
create index unsealing_matter on unsealing (matter_id, opened_at);
