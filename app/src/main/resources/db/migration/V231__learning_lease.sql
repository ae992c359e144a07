-- Whoever learns says so every few seconds; one that has been silent for two minutes is dead and another may begin.
alter table suggestion_learning add column seen_at timestamptz not null default now();
