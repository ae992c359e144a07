-- Every answer to an instrument, and what the issuer thought of it. An answer takes the instrument off the ladder; one that is not kept puts it
-- back, with its time to answer once more. Answers from before were never judged and are taken as kept.
create table instrument_answer (
  id            bigint generated always as identity primary key,
  instrument_id bigint      not null references instrument (id),
  answered_at   timestamptz not null,
  account       bigint      not null,
  post          bigint      not null,
  unit          integer     not null,
  text          text        not null,
  accepted      boolean,
  judged_at     timestamptz,
  judge_account bigint,
  judge_post    bigint,
  judge_unit    integer,
  reason        text        not null default '',
  check ((accepted is null) = (judged_at is null)),
  check ((accepted is null) = (judge_account is null)),
  check (accepted is distinct from false or reason <> '')
);
create index instrument_answer_instrument on instrument_answer (instrument_id, id);
-- one answer waits for judgement at a time
create unique index instrument_answer_waiting on instrument_answer (instrument_id) where accepted is null;

insert into instrument_answer (instrument_id, answered_at, account, post, unit, text, accepted, judged_at, judge_account, judge_post, judge_unit)
select instrument_id, ended_at, account, post, unit, note, true, ended_at, 0, 0, 0 from instrument_end where how = 'answered';

alter table instrument_end drop constraint instrument_end_how_check;
update instrument_end set how = 'accepted' where how = 'answered';
alter table instrument_end add constraint instrument_end_how_check check (how in ('answered', 'accepted', 'lapsed', 'discharged', 'withdrawn'));
create index instrument_end_answered on instrument_end (instrument_id) where how = 'answered';
