-- Answers to matters that are not confidential, newest first, for the open board and its feeds. A projection of the steps.
create table public_answer (
  matter_id   bigint      not null,
  seq         integer     not null,
  unit        integer     not null,
  town        text        not null,
  category    text        not null,
  answered_at timestamptz not null,
  primary key (matter_id, seq)
);
create index public_answer_newest on public_answer (answered_at, matter_id, seq) include (unit, town, category);

insert into public_answer (matter_id, seq, unit, town, category, answered_at)
select s.matter_id, s.seq, coalesce(m.lead_unit, s.unit), m.town, m.category, s.occurred_at
from step s join matter m on m.id = s.matter_id
where s.from_state <> s.to_state and s.role <> 'RESIDENT' and not m.confidential and s.fields ? 'answer' and s.to_state = 'answered';
