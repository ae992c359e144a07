package org.huiyin.mechanism;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the matters of a programme that were raised in a stretch of time, the newest first. */
@Component
class Ledgers {

    /** A ledger holds no more; a longer one is narrowed. */
    static final int MOST = 1000;

    /** Nor is more read than this for somebody who may read little of it. */
    private static final int FARTHEST = 20 * MOST;

    private static final String RAISED = """
            select id from matter
            where programme = :programme and programme <> 'three-lists' and state = any(:states)
              and raised_at >= :from and raised_at < :to and (:category = '' or category = :category)
              and id < :before
            order by id desc limit :most
            """;

    private final JdbcClient database;

    Ledgers(JdbcClient database) {
        this.database = database;
    }

    /** @param states every one there is: the index is kept by them */
    record Wanted(String programme, List<String> states, Instant from, Instant to, String category) {}

    /**
     * What a reader finds in a ledger, newest first.
     *
     * @param cut whether there may be more
     */
    record Found<T>(List<T> rows, boolean cut) {}

    /** @param readable of these ids, what the reader may read, in their order */
    <T> Found<T> found(Wanted wanted, Function<List<Long>, List<T>> readable) {
        return fill(before -> raised(wanted, before), readable);
    }

    /** Reads on where much of a stretch was not for this reader, so that nobody sees fewer than there are for them. */
    static <T> Found<T> fill(LongFunction<List<Long>> stretches, Function<List<Long>, List<T>> readable) {
        List<T> rows = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (int read = 0; read < FARTHEST; read += MOST) {
            List<Long> stretch = stretches.apply(before);
            rows.addAll(readable.apply(stretch));
            if (rows.size() > MOST) {
                return new Found<>(List.copyOf(rows.subList(0, MOST)), true);
            }
            if (stretch.size() < MOST) {
                return new Found<>(rows, false);
            }
            before = stretch.getLast();
        }
        return new Found<>(rows, true);
    }

    private List<Long> raised(Wanted wanted, long before) {
        return database.sql(RAISED)
                .param("programme", wanted.programme())
                .param("states", wanted.states().toArray(String[]::new))
                .param("from", wanted.from().atOffset(ZoneOffset.UTC))
                .param("to", wanted.to().atOffset(ZoneOffset.UTC))
                .param("category", wanted.category())
                .param("before", before)
                .param("most", MOST)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
