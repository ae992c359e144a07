-- A new partition is made apart and then attached, which does not wait for those who are writing to other years, nor they for it.
create or replace function open_year(year integer) returns void language plpgsql as $$
declare
  low bigint := year * 10000000::bigint;
  high bigint := (year + 1) * 10000000::bigint;
  part text;
begin
  perform pg_advisory_xact_lock(8311, year);
  foreach part in array array['matter', 'step', 'clock'] loop
    if to_regclass(format('%s_%s', part, year)) is null then
      execute format('create table %s_%s (like %s including all) with (fillfactor = %s)', part, year, part,
        case part when 'matter' then 80 when 'clock' then 85 else 100 end);
      execute format('alter table %s attach partition %s_%s for values from (%s) to (%s)', part, part, year, low, high);
    end if;
  end loop;
  execute format('create sequence if not exists matter_number_%s minvalue 1 maxvalue 9999999', year);
end
$$;
