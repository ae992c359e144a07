package org.huiyin.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.org.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many entries there are within a reach, out of the tallies: by register, and by the parts of a place. */
@Component
public class Counts {

    private static final String BY_PART = """
            select substring(place from 1 for :length), sum(came - gone) from register_tally
            where register = :register and place >= :place and place < :place || :behind and on_day <= :day
              and (:everywhere or unit = any(:units) or place like any(:places))
            group by 1
            """;
    private static final String BY_KIND = """
            select class, sum(came - gone) from register_tally
            where register = :register and place >= :place and place < :place || :behind and on_day <= :day
              and (:everywhere or unit = any(:units) or place like any(:places))
            group by 1
            """;

    private final JdbcClient database;

    Counts(JdbcClient database) {
        this.database = database;
    }

    /** By the first {@code length} digits of their places: 6 for counties, 9 for towns. */
    public Map<String, Long> byPart(String register, Reach reach, String place, int length, LocalDate day) {
        return counted(BY_PART, register, reach, new Within(place, false), length, day);
    }

    /** By the field the register is tallied by. */
    public Map<String, Long> byKind(String register, Reach reach, Within within, LocalDate day) {
        return counted(BY_KIND, register, reach, within, 0, day);
    }

    /**
     * Where entries lie.
     *
     * @param place a code; "" for everywhere
     * @param exactly in that very place and in none of its parts
     */
    public record Within(String place, boolean exactly) {

        public static final Within EVERYWHERE = new Within("", false);
    }

    private Map<String, Long> counted(
            String statement, String register, Reach reach, Within within, int length, LocalDate day) {
        Map<String, Long> counts = new HashMap<>();
        database.sql(statement)
                .param("register", register)
                .param("place", within.place())
                .param("behind", within.exactly() ? "!" : "~")
                .param("length", length)
                .param("day", day)
                .param("everywhere", reach.everywhere())
                .param("units", reach.units().toArray(Integer[]::new))
                .param("places", reach.places().stream().map(one -> one + "%").toArray(String[]::new))
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }
}
