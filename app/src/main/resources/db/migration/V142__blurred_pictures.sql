-- What of a picture everybody else than its handlers sees with parts made unrecognisable. boxes: left,top,width,height in thousandths of the
-- picture, with ; between. The original stays as it is, for those who see it whole.
create table attachment_blur (
  attachment_id uuid        not null primary key references attachment on delete cascade,
  boxes         text        not null,
  media_type    text        not null,
  whole         bytea       not null,
  preview       bytea       not null,
  thumb         bytea       not null,
  account       bigint      not null,
  unit          integer     not null,
  blurred_at    timestamptz not null
);
alter table attachment_blur alter column whole set storage external;
alter table attachment_blur alter column preview set storage external;
alter table attachment_blur alter column thumb set storage external;
