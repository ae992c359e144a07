-- What is kept of the texts of young matters, to find others that say the same or lie at the same spot. It follows from the first step of a
-- matter and nothing rests on it: rows older than two months are thrown away.
create table imprint (
  matter_id bigint primary key,
  raised_at timestamptz not null,
  pairs integer[] not null,
  bands integer[] not null,
  spots integer[] not null,
  latitude double precision,
  longitude double precision
);
create index imprint_bands on imprint using gin (bands);
create index imprint_spots on imprint using gin (spots);
create index imprint_latitude on imprint (latitude) where latitude is not null;
create index imprint_raised on imprint (raised_at);
comment on column imprint.bands is 'two texts that share a third of their pairs have one of these in common 97 times in 100';
comment on column imprint.spots is 'names of estates, schools, markets, as numbers';
