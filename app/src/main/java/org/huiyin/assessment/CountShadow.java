package org.huiyin.assessment;

import java.util.List;
import org.huiyin.matter.Projection.Comparison;

/** How doctor holds facts, judged clocks and tallies against what follows from the steps. */
final class CountShadow {

    static final String TABLES = """
            create temp table fact (like public.fact) on commit drop;
            create temp table judged_clock (like public.judged_clock) on commit drop;
            create temp table tally_addition (like public.tally_addition including identity) on commit drop;
            create unique index on pg_temp.judged_clock (matter_id, ordinal)
            """;

    private static final String FACTS = """
            select coalesce(was.matter_id, again.matter_id),
              case when was.matter_id is null then 'missing' when again.matter_id is null then 'without steps' else 'different' end
            from public.fact was full join pg_temp.fact again
              on again.matter_id = was.matter_id and again.seq = was.seq and again.unit = was.unit
            where row(was.*) is distinct from row(again.*) order by 1 limit 1000
            """;
    private static final String JUDGED = """
            select coalesce(was.matter_id, again.matter_id),
              case when was.matter_id is null then 'missing' when again.matter_id is null then 'without steps' else 'different' end
            from public.judged_clock was full join pg_temp.judged_clock again
              on again.matter_id = was.matter_id and again.ordinal = was.ordinal
            where row(was.*) is distinct from row(again.*) order by 1 limit 1000
            """;
    private static final String TALLIES = """
            select 0, coalesce(was.part, again.part) || ' of ' || coalesce(was.dimension, again.dimension) || ' '
              || coalesce(was.key, again.key) || ' in ' || coalesce(was.stretch, again.stretch) || ': ' || coalesce(was.n, 0) || ' counted, '
              || coalesce(again.n, 0) || ' follow from the steps'
            from (select programme, dimension, stretch, key, part, sum(n) n
                  from (select programme, dimension, stretch, key, parts, sum(n) n from public.tallied
                        group by programme, dimension, stretch, key, parts) counted
                  cross join unnest(string_to_array(parts, ',')) part
                  group by programme, dimension, stretch, key, part having sum(n) <> 0) was
            full join (select programme, dimension, stretch, key, part, sum(n) n
                  from (select c.programme, c.dimension, c.stretch, c.key, c.parts, sum(c.n) n
                        from pg_temp.tally_addition a
                        cross join tally_cells(a.programme, a.unit, a.town, a.category, a.stretch, a.by_day, a.parts, a.n) c
                        group by c.programme, c.dimension, c.stretch, c.key, c.parts) followed
                  cross join unnest(string_to_array(parts, ',')) part
                  group by programme, dimension, stretch, key, part having sum(n) <> 0) again
              on again.programme = was.programme and again.dimension = was.dimension and again.stretch = was.stretch
              and again.part = was.part and again.key = was.key
            where was.n is distinct from again.n order by 2 limit 1000
            """;

    static final List<Comparison> COMPARISONS = List.of(
            new Comparison("fact", FACTS), new Comparison("judged_clock", JUDGED), new Comparison("tally", TALLIES));

    private CountShadow() {}
}
