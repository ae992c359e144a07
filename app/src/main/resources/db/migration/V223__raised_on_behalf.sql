-- Whether somebody at a post raised a matter for somebody else: then staff know its query code, and what is done with it is counted apart.
alter table matter add column on_behalf boolean not null default false;
update matter m set on_behalf = true from step s where s.matter_id = m.id and s.seq = 1 and s.post <> 0;
