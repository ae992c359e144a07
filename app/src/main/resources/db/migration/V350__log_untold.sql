-- Programmes the public log says nothing of. Since this version the log tells of every programme what the board shows of it. One whose entries
-- said nothing until then goes on so: an audit could not follow its matters from their first step.
create table log_untold (
  programme text primary key
);

insert into log_untold (programme)
select p.programme
from (select distinct programme, '"programme":"' || programme || '"' as named from matter) p
where exists (select 1 from matter m join log_leaf l on l.matter_id = m.id where m.programme = p.programme)
  and not exists (select 1 from log_tail t where position(convert_to(p.named, 'UTF8') in t.entry) > 0)
  and not exists (select 1 from log_bundle b where position(convert_to(p.named, 'UTF8') in b.entries) > 0);
