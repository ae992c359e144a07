-- What the operator said about the log's keys and its history, each a signed note, in the order it was said.
create table log_statement (
  id      bigint      not null generated always as identity primary key,
  made_at timestamptz not null,
  note    text        not null
);
