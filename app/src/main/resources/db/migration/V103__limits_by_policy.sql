-- From that timetable on a clock of a programme has that limit, for matters of an urgency, category or kind (or * for the rest); null gives back what
-- the programme says. open_too: also for clocks that ran already, as against those that begin afterwards.
create table limit_policy (
  number     integer not null references timetable,
  programme  text    not null,
  clock      text    not null,
  key        text    not null,
  span_limit text,
  open_too   boolean not null,
  primary key (number, programme, clock, key)
);
