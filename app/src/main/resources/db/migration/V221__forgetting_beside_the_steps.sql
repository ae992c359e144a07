-- What was written about exclusions stands for good, until the matter it speaks of is anonymised.
create or replace function append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name in ('exclusion', 'exclusion_act') and current_setting('huiyin.forgetting', true) = 'on' then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name;
end
$$;
create index exclusion_matter on exclusion (matter_id);
create index webhook_message_matter on webhook_message (matter_id) where payload is not null;
create index sheet_taken_key on sheet_taken (key);

-- How things stood before and after an import is sealed; what stands readable from before is sealed at the next start.
alter table sheet_taken add column sealed bytea;
create index sheet_taken_open on sheet_taken (job_id, nth) where sealed is null and (before <> '' or after <> '');
