package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Dimension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads figures from tallies, takes away the deadlines that have not come yet and what is left out. */
@Component
class CountedFigures {

    private static final String TALLIED = """
            select key, parts, sum(n) as n from tallied
            where programme = :programme and dimension = :dimension and stretch >= :from and stretch < :until
            group by key, parts having sum(n) <> 0
            """;
    private static final String NOT_YET_DUE = """
            select case :dimension when 'unit' then unit::text when 'town' then town else category end as key, clock, kept, count(*) as n
            from judged_clock where programme = :programme and due_at > :now and due_at >= :from and due_at < :until group by 1, clock, kept
            """;
    private static final String LEFT_OUT = """
            select unit, town, category, part, count(*) as n
            from (select distinct f.matter_id, f.seq, f.unit, f.town, f.category, f.parts
              from unnest(:matters, :units, :froms, :untils) e(matter_id, unit, from_at, until_at)
              join fact f on f.unit = e.unit and f.matter_id = e.matter_id and f.at >= timestamptz 'epoch' + e.from_at * interval '1 microsecond'
                and f.at < timestamptz 'epoch' + e.until_at * interval '1 microsecond'
              where f.programme = :programme and f.at >= :from and f.at < :until) one
            cross join unnest(parts) part group by unit, town, category, part
            """;
    private static final String LEFT_OUT_DUE = """
            select case :dimension when 'unit' then j.unit::text when 'town' then j.town else j.category end as key, j.clock, j.kept,
              count(distinct (j.matter_id, j.ordinal)) as n
            from unnest(:matters, :units, :froms, :untils) e(matter_id, unit, from_at, until_at)
            join judged_clock j on j.unit = e.unit and j.matter_id = e.matter_id
              and j.due_at >= timestamptz 'epoch' + e.from_at * interval '1 microsecond'
              and j.due_at < timestamptz 'epoch' + e.until_at * interval '1 microsecond'
            where j.programme = :programme and j.due_at >= :from and j.due_at < :until and j.due_at <= :now
            group by 1, j.clock, j.kept
            """;
    /** From each unit's stretch of the index: some days are little of many years. */
    static final String FROM_FACTS = """
            select f.unit, f.town, f.category, part, count(*) as n
            from (select 0 as id union all select id from unit) u join fact f on f.unit = u.id and f.at >= :from and f.at < :until
            cross join unnest(f.parts) part where f.programme = :programme group by f.unit, f.town, f.category, part
            """;

    private static final String DUE_FROM_CLOCKS = """
            select case :dimension when 'unit' then unit::text when 'town' then town else category end as key, clock, kept, count(*) as n
            from judged_clock where programme = :programme and due_at >= :from and due_at < :until and due_at <= :now group by 1, clock, kept
            """;

    private final JdbcClient database;
    private final Counting counting;

    CountedFigures(JdbcClient database, Counting counting) {
        this.database = database;
        this.counting = counting;
    }

    /** What was counted in a period so far. */
    Figures of(Measures measures, Dimension dimension, Period period, Instant now, LeftOut leftOut) {
        Figures figures = new Figures();
        String column = dimension.name().toLowerCase(Locale.ROOT);
        if (period.tallied()) {
            tallied(figures, measures, column, period);
            if (now.isBefore(period.until())) {
                clocks(until(NOT_YET_DUE, measures, period, now), figures, measures, column, -1);
            }
        } else {
            parts(within(FROM_FACTS, measures, period), figures, column, 1);
            clocks(until(DUE_FROM_CLOCKS, measures, period, now), figures, measures, column, 1);
        }
        if (!leftOut.all().isEmpty()) {
            parts(of(within(LEFT_OUT, measures, period), leftOut), figures, column, -1);
            clocks(of(until(LEFT_OUT_DUE, measures, period, now), leftOut), figures, measures, column, -1);
        }
        return figures;
    }

    private void tallied(Figures figures, Measures measures, String dimension, Period period) {
        database.sql(TALLIED)
                .param("programme", measures.programme())
                .param("dimension", dimension)
                .param("from", Stretches.name(period.from(), counting.zone()))
                .param("until", Stretches.name(period.until(), counting.zone()))
                .query(row -> {
                    for (String part : row.getString("parts").split(CountScribe.BETWEEN)) {
                        figures.add(row.getString("key"), part, row.getLong("n"));
                    }
                });
    }

    private static void parts(JdbcClient.StatementSpec statement, Figures figures, String column, int sign) {
        statement.query(row -> {
            figures.add(row.getString(column), row.getString("part"), sign * row.getLong("n"));
        });
    }

    private static void clocks(
            JdbcClient.StatementSpec statement, Figures figures, Measures measures, String dimension, int sign) {
        statement.param("dimension", dimension).query(row -> {
            String key = row.getString("key");
            for (String part : clockParts(measures, row.getString("clock"), row.getBoolean("kept"))) {
                figures.add(key, part, sign * row.getLong("n"));
            }
        });
    }

    private JdbcClient.StatementSpec within(String sql, Measures measures, Period period) {
        return database.sql(sql)
                .param("programme", measures.programme())
                .param("from", Exclusions.time(period.from()))
                .param("until", Exclusions.time(period.until()));
    }

    private JdbcClient.StatementSpec until(String sql, Measures measures, Period period, Instant now) {
        return within(sql, measures, period).param("now", Exclusions.time(now));
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, LeftOut leftOut) {
        return statement
                .param("matters", leftOut.matters())
                .param("units", leftOut.units())
                .param("froms", leftOut.froms())
                .param("untils", leftOut.untils());
    }

    /** What a judged clock of that name counts as. */
    static List<String> clockParts(Measures measures, String clock, boolean kept) {
        return measures.parts().values().stream()
                .filter(part -> clock.equals(part.clock()) && (kept || !part.kept()))
                .map(Measures.Part::name)
                .toList();
    }
}
