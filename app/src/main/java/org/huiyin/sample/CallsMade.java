package org.huiyin.sample;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls to raisers that were made in a time, for whoever reports on them. Calls are only ever added. */
@Component
public class CallsMade {

    private static final String MADE = """
            select a.matter_id, case when m.confidential then '' else m.public_title end, d.unit, m.place, m.category, a.tried_at, a.outcome,
              a.solved, a.satisfied
            from callback_attempt a join matter m on m.id = a.matter_id
            join sample_member d on d.programme = a.programme and d.kind = 'callback' and d.month = a.month and d.matter_id = a.matter_id
            where a.programme = :programme and a.tried_at >= :from and a.tried_at < :until and a.tried_at <= :as_of
            order by a.tried_at, a.id
            """;

    private final JdbcClient database;

    CallsMade(JdbcClient database) {
        this.database = database;
    }

    /**
     * One call.
     *
     * @param unit the unit that handled the matter
     * @param outcome {@code reached}, {@code not-reached} or {@code refused}
     * @param solved what the raiser said; null when nobody was reached
     */
    public record Call(
            long matter,
            String title,
            int unit,
            String place,
            String category,
            Instant at,
            String outcome,
            @Nullable String solved,
            @Nullable String satisfied) {

        public boolean reached() {
            return outcome.equals("reached");
        }
    }

    /** Those from one instant up to another, as far as they were made by the third. */
    public List<Call> of(String programme, Instant from, Instant until, Instant asOf) {
        return database.sql(MADE)
                .param("programme", programme)
                .param("from", Samples.time(from))
                .param("until", Samples.time(until))
                .param("as_of", Samples.time(asOf))
                .query((row, n) -> new Call(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)))
                .list();
    }
}
