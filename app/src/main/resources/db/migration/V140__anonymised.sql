-- Matters whose persons were made unknown: their steps stand with what is counted, while words, whereabouts, sealed data and the salts of
-- what the log commits to are gone.
create table anonymised (
  matter_id     bigint      not null primary key,
  anonymised_at timestamptz not null,
  why           text        not null check (why in ('retention', 'request'))
);
