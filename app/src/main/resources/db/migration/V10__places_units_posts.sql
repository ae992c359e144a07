-- Places carry the official statistical codes; below the village, each level lengthens its parent's code,
-- so a code is a prefix of every code beneath it.
create table place (
    code        text collate "C" primary key check (code ~ '^[0-9]{4,19}$'),
    name_zh     text not null check (name_zh <> ''),
    name_en     text,
    level       text not null check (level in ('city', 'county', 'town', 'village', 'grid', 'estate', 'building')),
    parent_code text collate "C" references place,
    lat         double precision check (lat between -90 and 90),
    lon         double precision check (lon between -180 and 180),
    check (parent_code is null or (code like parent_code || '%' and length(code) > length(parent_code))),
    check ((lat is null) = (lon is null))
);
create index place_parent on place (parent_code);

create table unit (
    id              int generated always as identity primary key,
    code            text not null unique check (code <> ''),
    name_zh         text not null check (name_zh <> ''),
    name_en         text not null,
    parent_id       int references unit,
    class           text not null check (class in ('city', 'county', 'town', 'village', 'department', 'enterprise', 'office', 'section')),
    place_code      text collate "C" references place,
    dispatch_office boolean not null default false,
    active          boolean not null default true,
    -- the categories of matters this unit answers for by its office
    duties          text[] not null default '{}',
    check (parent_id <> id),
    check (not dispatch_office or place_code is not null)
);
create index unit_parent on unit (parent_id);
create unique index unit_one_dispatch_office on unit (place_code) where dispatch_office and active;

create table person (
    id    bigint generated always as identity primary key,
    name  text not null check (name <> ''),
    phone text
);

create table account (
    id            bigint generated always as identity primary key,
    person_id     bigint not null unique references person,
    login         text not null unique check (login = lower(login) and login <> ''),
    password_hash text not null,
    must_change   boolean not null default false,
    failed        int not null default 0 check (failed >= 0),
    locked_until  timestamptz,
    active        boolean not null default true,
    opened_at     timestamptz not null
);

create table post (
    id               bigint generated always as identity primary key,
    person_id        bigint not null references person,
    unit_id          int not null references unit,
    role             text not null check (role in
                         ('GRID_WORKER', 'DISPATCHER', 'HANDLER', 'UNIT_HEAD', 'SUPERVISOR', 'ADMIN', 'IMPORTER')),
    title            text not null default '',
    -- code prefixes of the places it covers
    reach_places     text[] not null default '{}',
    reach_everywhere boolean not null default false,
    active           boolean not null default true,
    unique (person_id, unit_id, role)
);
create index post_unit on post (unit_id);
