-- The files of open data, a set a day, made of one moment. A set is handed out when it was made and nothing in it was taken out of view since.
create table open_data (
  day         date        not null primary key,
  begun_at    timestamptz not null,
  made_at     timestamptz,
  recalled_at timestamptz,
  -- what it holds and whether it adds up, as /board/data/set.json says it
  told        text,
  check ((made_at is null) = (told is null))
);
