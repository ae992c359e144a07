-- Why a ranking was published again; everybody reads it. '' for the first of its period.
alter table ranking add column reason text not null default '';
