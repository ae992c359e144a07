-- Who was where, as it was known at a moment: from the acts themselves, so that every figure can be reckoned again as of a date.
create function activity_there(known timestamptz, zone text)
returns table (activity_id bigint, kind text, unit integer, place text, session integer, who text, on_day date)
language sql stable as $$
  with newest as (
    select distinct on (a.activity_id, a.act ->> 'session', a.act ->> 'who')
      a.activity_id, a.seq, a.verb, (a.act ->> 'session')::integer session, a.act ->> 'who' who
    from activity_act a
    where a.verb in ('attended', 'corrected') and a.recorded_at <= known
    order by a.activity_id, a.act ->> 'session', a.act ->> 'who', a.seq desc)
  select n.activity_id, activity.kind, activity.unit, activity.place, n.session, n.who,
    ((plan.act #>> array['plan', 'sessions', (n.session - 1)::text, 'starts'])::timestamptz at time zone zone)::date
  from newest n
  join activity on activity.id = n.activity_id
  cross join lateral (select p.act from activity_act p where p.activity_id = n.activity_id and p.seq < n.seq and p.verb in ('planned', 'changed')
    order by p.seq desc limit 1) plan
  where n.verb = 'attended'
$$;
create index activity_act_there on activity_act (recorded_at) where verb in ('attended', 'corrected');
create index activity_presence_day on activity_presence (on_day, activity_id);
