-- Which entries of registers the steps of a matter name by their numbers (AX-3); follows from the steps alone.
create table matter_entry (
  matter_id bigint  not null,
  seq       integer not null,
  field     text    not null,
  register  text    not null,
  number    integer not null check (number > 0),
  primary key (matter_id, seq, field)
);
create index matter_entry_entry on matter_entry (register, number, matter_id);
-- mechanisms beside the three lists are few matters among many: their walls and ledgers read their own stretch
create index matter_beside on matter (programme, state, id) where programme <> 'three-lists';
