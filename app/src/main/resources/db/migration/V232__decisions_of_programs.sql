-- Programs decide about things found, too: on the version they saw, and under a key with which they may ask again.
alter table read_item add column version integer not null default 1, add column decision_key text;
