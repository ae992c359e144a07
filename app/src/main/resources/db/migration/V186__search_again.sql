-- Matters whose words were thrown away because they were anonymised, until what is left of them is entered again.
create table search_again (
  matter_id bigint not null primary key
);
