-- Who last took a step on a matter that people outside the house may take once they have shown who they are: guest:7 by a telephone, AX-3 as
-- the holder of an entry; '' when the house took it. Follows from the steps alone; the limit of what one may hold at a time is read here.
create table matter_asker (
  matter_id bigint  primary key,
  seq       integer not null,
  step      text    not null,
  state     text    not null,
  asker     text    not null,
  account   bigint  not null
);
create index matter_asker_asker on matter_asker (asker, matter_id) where asker <> '';
create index matter_asker_account on matter_asker (account, matter_id) where account <> 0;
