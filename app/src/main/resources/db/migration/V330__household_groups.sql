-- The eighth level: the households of one staircase, or ten of a village. Codes grow by two digits.
alter table place drop constraint place_code_check;
alter table place add constraint place_code_check check (code ~ '^[0-9]{4,21}$');
alter table place drop constraint place_level_check;
alter table place add constraint place_level_check
    check (level in ('city', 'county', 'town', 'village', 'grid', 'estate', 'building', 'group'));
