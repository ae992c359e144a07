package org.huiyin.mechanism;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the matters of a programme that were raised in a stretch of time, the newest first. */
@Component
class Ledgers {

    /** A ledger holds no more; a longer one is narrowed. */
    static final int MOST = 1000;

    private static final String RAISED = """
            select id from matter
            where programme = :programme and programme <> 'three-lists' and state = any(:states)
              and raised_at >= :from and raised_at < :to and (:category = '' or category = :category)
            order by id desc limit :most
            """;

    private final JdbcClient database;

    Ledgers(JdbcClient database) {
        this.database = database;
    }

    /** @param states every one there is: the index is kept by them */
    record Wanted(String programme, List<String> states, Instant from, Instant to, String category) {}

    List<Long> raised(Wanted wanted) {
        return database.sql(RAISED)
                .param("programme", wanted.programme())
                .param("states", wanted.states().toArray(String[]::new))
                .param("from", wanted.from().atOffset(ZoneOffset.UTC))
                .param("to", wanted.to().atOffset(ZoneOffset.UTC))
                .param("category", wanted.category())
                .param("most", MOST + 1)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
