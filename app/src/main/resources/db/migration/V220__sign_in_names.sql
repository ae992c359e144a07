-- What a person signs in with is found by its keyed hash. Staff's stands readable beside it, as it does in their table; a resident's, often their
-- telephone, is kept nowhere. What stands readable from before is hashed at the next start.
alter table account add column login_hash bytea unique;
alter table account alter column login drop not null;
create index account_open on account (id) where login_hash is null;
