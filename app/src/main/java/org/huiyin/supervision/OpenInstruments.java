package org.huiyin.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What everybody may know of instruments: kind, number, whom they were served on, when, and how they ended; of those about confidential matters
 * how many there are. Never what they say or what was answered: staff wrote that to each other.
 */
@Component
class OpenInstruments {

    private static final String LIST = """
            select i.id, i.kind, i.number_zh, i.number_en, i.matter_id, m.public_title, i.unit, i.issuer, i.served_at, i.answer_by, e.how, e.ended_at
            from instrument i join matter m on m.id = i.matter_id left join instrument_end e on e.instrument_id = i.id
            where i.id < :before and not m.confidential and (:kind = '' or i.kind = :kind) and (:unit = 0 or i.unit = :unit)
              and (:state = '' or (:state = 'open' and e.how is null) or e.how = :state)
            order by i.id desc limit :limit
            """;
    private static final String COUNTS = """
            select i.kind, coalesce(e.how, 'open'), count(*) from instrument i left join instrument_end e on e.instrument_id = i.id
            where :unit = 0 or i.unit = :unit group by 1, 2
            """;

    private final JdbcClient database;

    OpenInstruments(JdbcClient database) {
        this.database = database;
    }

    /** An instrument as everybody may know it. */
    record One(
            long id,
            String kind,
            Text number,
            MatterNumber matter,
            String title,
            int unit,
            int issuer,
            Instant servedAt,
            Instant answerBy,
            String state,
            @Nullable Instant endedAt) {}

    /** What the list is narrowed to; empty words and no unit narrow nothing. */
    record Narrowed(String kind, String state, int unit, long before) {

        Narrowed before(long id) {
            return new Narrowed(kind, state, unit, id);
        }
    }

    List<One> list(Narrowed narrowed, int limit) {
        return database.sql(LIST)
                .param("before", narrowed.before())
                .param("kind", narrowed.kind())
                .param("state", narrowed.state())
                .param("unit", narrowed.unit())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** kind → state → how many, those about confidential matters included; of one unit, or of all for 0. */
    Map<String, Map<String, Long>> counts(int unit) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        database.sql(COUNTS).param("unit", unit).query((ResultSet row) -> {
            counts.computeIfAbsent(row.getString(1), kind -> new TreeMap<>()).put(row.getString(2), row.getLong(3));
        });
        return counts;
    }

    private static One read(ResultSet row) throws SQLException {
        String how = row.getString(11);
        OffsetDateTime ended = row.getObject(12, OffsetDateTime.class);
        return new One(
                row.getLong(1),
                row.getString(2),
                new Text(row.getString(3), row.getString(4)),
                new MatterNumber(row.getLong(5)),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                Occasions.instant(row, 9),
                Occasions.instant(row, 10),
                how == null ? "open" : how,
                ended == null ? null : ended.toInstant());
    }
}
