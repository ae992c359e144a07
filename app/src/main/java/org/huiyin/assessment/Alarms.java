package org.huiyin.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Alarm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds signs that figures are made rather than earned. Says where to look, never who is to blame. */
@Component
class Alarms {

    private static final String AFTER = """
            select f.unit, count(distinct f.matter_id) as n from unnest(:units) u(unit)
            join fact f on f.unit = u.unit and f.at >= :from and f.at < :until and :of = any(f.parts) and f.programme = :programme
            where exists (select 1 from fact e where e.unit = f.unit and e.matter_id = f.matter_id and e.at <= f.at
              and e.at >= f.at - interval '120 days' and :over = any(e.parts)) group by f.unit
            """;
    private static final String RUSH = """
            select f.unit, count(*) as n from unnest(:units) u(unit)
            join fact f on f.unit = u.unit and f.at >= :rush and f.at < :until and :of = any(f.parts) and f.programme = :programme
            group by f.unit
            """;
    private static final String RATER = """
            select one.unit, max(one.n) as n from (
              select f.unit, s.account, count(*) as n from unnest(:units) u(unit)
              join fact f on f.unit = u.unit and f.at >= :from and f.at < :until and :of = any(f.parts) and f.programme = :programme
              join step s on s.matter_id = f.matter_id and s.seq = f.seq
              where s.account <> 0 and s.role = 'RESIDENT' group by f.unit, s.account) one
            group by one.unit
            """;

    private final JdbcClient database;

    Alarms(JdbcClient database) {
        this.database = database;
    }

    /**
     * One alarm.
     *
     * @param what the measure or part it is about
     * @param percent the suspicious share
     * @param cases how often that part was counted; 0 of a measure
     * @param over the parts it is a share of, with how often each was counted; none of what only comes after another
     */
    record Raised(Alarm alarm, int unit, String what, BigDecimal percent, long cases, Map<String, Long> over) {}

    /** Every alarm of a period, by the figures of its units. */
    List<Raised> of(Measures measures, Period period, Figures figures) {
        List<Raised> raised = new ArrayList<>();
        Integer[] units = figures.keys().stream()
                .map(Integer::valueOf)
                .filter(unit -> unit != 0)
                .toArray(Integer[]::new);
        for (Alarm alarm : measures.alarms().values()) {
            switch (alarm.kind()) {
                case RATE -> rates(raised, measures, alarm, figures, units);
                case SHARE -> shares(raised, alarm, units, figures, figures);
                case AFTER ->
                    found(units, alarm, period, measures, AFTER).forEach((unit, n) -> {
                        if (n >= alarm.least()) {
                            raised.add(new Raised(alarm, unit, alarm.of(), BigDecimal.ZERO, n, Map.of()));
                        }
                    });
                case RUSH, RATER -> {
                    Figures some = new Figures();
                    String sql = alarm.kind() == Alarm.Kind.RUSH ? RUSH : RATER;
                    found(units, alarm, period, measures, sql)
                            .forEach((unit, n) -> some.add(Integer.toString(unit), alarm.of(), n));
                    shares(raised, alarm, units, some, figures);
                }
            }
        }
        return raised;
    }

    private static void rates(List<Raised> raised, Measures measures, Alarm alarm, Figures figures, Integer[] units) {
        for (Integer unit : units) {
            String key = Integer.toString(unit);
            Map<String, Score> scores = Formula.scores(measures, figures.of(key));
            for (String measure : alarm.measures()) {
                Score score = scores.get(measure);
                if (score != null && score.cases() >= alarm.least() && above(alarm, score.share())) {
                    List<String> over = measures.measure(measure).orElseThrow().over();
                    raised.add(new Raised(alarm, unit, measure, score.percent(), 0, counts(figures, key, over)));
                }
            }
        }
    }

    private static void shares(List<Raised> raised, Alarm alarm, Integer[] units, Figures some, Figures all) {
        List<String> over = alarm.over().isEmpty() ? List.of(alarm.of()) : alarm.over();
        for (Integer unit : units) {
            String key = Integer.toString(unit);
            long cases = over.stream().mapToLong(part -> all.of(key, part)).sum();
            if (cases >= alarm.least()) {
                Fraction share = Fraction.of(some.of(key, alarm.of())).over(Fraction.of(cases));
                if (above(alarm, share)) {
                    raised.add(new Raised(
                            alarm,
                            unit,
                            alarm.of(),
                            share.percent(),
                            some.of(key, alarm.of()),
                            counts(all, key, over)));
                }
            }
        }
    }

    private static Map<String, Long> counts(Figures figures, String key, List<String> parts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        parts.forEach(part -> counts.put(part, figures.of(key, part)));
        return counts;
    }

    /** Held exactly: 99.9 is not above 99.9. */
    private static boolean above(Alarm alarm, Fraction share) {
        Fraction limit = Fraction.of(alarm.above().movePointLeft(2));
        return share.numerator()
                        .multiply(limit.denominator())
                        .compareTo(limit.numerator().multiply(share.denominator()))
                > 0;
    }

    private Map<Integer, Long> found(Integer[] units, Alarm alarm, Period period, Measures measures, String sql) {
        Map<Integer, Long> found = new HashMap<>();
        Instant rush = period.until().minusSeconds(60L * alarm.within());
        database.sql(sql)
                .param("units", units)
                .param("programme", measures.programme())
                .param("of", alarm.of())
                .param("over", alarm.over().isEmpty() ? "" : alarm.over().getFirst())
                .param("from", Exclusions.time(period.from()))
                .param("until", Exclusions.time(period.until()))
                .param("rush", Exclusions.time(rush))
                .query(row -> {
                    found.put(row.getInt(1), row.getLong(2));
                });
        return found;
    }
}
