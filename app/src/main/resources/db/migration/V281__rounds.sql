-- Which overdue looks those above were told of: once for each time one fell due.
create table round_told (
  kind    text        not null,
  entry   bigint      not null references register_entry (id),
  due_on  date        not null,
  told_at timestamptz not null,
  primary key (kind, entry, due_on)
);
