-- The operator's own boundaries, converted to WGS-84 and simplified. Huiyin ships none.
create table boundary (
    place_code  text collate "C" primary key references place,
    -- well-known text, longitude before latitude
    shape       text not null check (shape like 'POLYGON%' or shape like 'MULTIPOLYGON%'),
    source      text not null,
    imported_at timestamptz not null
);
