-- What besides a step keeps attachments, such as the answer to an instrument or a visit of a circuit group: kind and id name it.
create table attachment_keep (
  kind          text    not null,
  id            bigint  not null,
  attachment_id uuid    not null references attachment,
  position      integer not null,
  primary key (kind, id, attachment_id)
);
create index attachment_keep_attachment on attachment_keep (attachment_id);
