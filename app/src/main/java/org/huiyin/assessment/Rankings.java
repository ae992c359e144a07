package org.huiyin.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huiyin.org.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rankings that were published. Rows are only ever added. */
@Component
class Rankings {

    private static final String ADD = """
            insert into ranking (programme, period, as_of, inputs, inputs_fingerprint, result, result_fingerprint, account, post, published_at,
              reason)
            values (:programme, :period, :as_of, :inputs, :inputs_fingerprint, :result, :result_fingerprint, :account, :post, :now, :reason)
            """;
    private static final String OF = """
            select id, programme, period, as_of, inputs, inputs_fingerprint, result, result_fingerprint, account, published_at, reason
            from ranking where programme = :programme and period = :period order by as_of desc
            """;

    private static final String ALL = """
            select id, programme, period, as_of, inputs, inputs_fingerprint, result, result_fingerprint, account, published_at, reason
            from ranking where id < :before order by id desc limit :limit
            """;
    private static final String ONE = """
            select id, programme, period, as_of, inputs, inputs_fingerprint, result, result_fingerprint, account, published_at, reason
            from ranking where id = :id
            """;

    private final JdbcClient database;

    Rankings(JdbcClient database) {
        this.database = database;
    }

    /**
     * One published ranking, byte for byte.
     *
     * @param reason why it was published again; "" for the first of its period
     */
    record Published(
            long id,
            String programme,
            String period,
            Instant asOf,
            byte[] inputs,
            String inputsFingerprint,
            byte[] result,
            String resultFingerprint,
            long account,
            Instant publishedAt,
            String reason) {}

    /** Freezes a ranking; false when one of this period as of this instant is published already. */
    boolean add(Ranking ranking, Actor by, String reason, Instant now) {
        try {
            database.sql(ADD)
                    .param("programme", ranking.measures().programme())
                    .param("period", ranking.period().key())
                    .param("as_of", Exclusions.time(ranking.asOf()))
                    .param("inputs", ranking.inputs())
                    .param("inputs_fingerprint", ranking.inputsFingerprint())
                    .param("result", ranking.result())
                    .param("result_fingerprint", ranking.resultFingerprint())
                    .param("account", by.account())
                    .param("post", by.post())
                    .param("now", Exclusions.time(now))
                    .param("reason", reason)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The rankings of a period, the latest first. */
    List<Published> of(String programme, Period period) {
        return database.sql(OF)
                .param("programme", programme)
                .param("period", period.key())
                .query((row, n) -> read(row))
                .list();
    }

    /** The rankings published before one, the latest first. */
    List<Published> before(long id, int limit) {
        return database.sql(ALL)
                .param("before", id)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** The one an address names; empty when it names none. */
    Optional<Published> named(String id) {
        return id.matches("[0-9]{1,18}") ? find(Long.parseLong(id)) : Optional.empty();
    }

    Optional<Published> find(long id) {
        return database.sql(ONE).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** The one of a period as of exactly that instant. */
    Optional<Published> of(String programme, Period period, Instant asOf) {
        return of(programme, period).stream()
                .filter(one -> one.asOf().equals(asOf))
                .findFirst();
    }

    private static Published read(ResultSet row) throws SQLException {
        return new Published(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getBytes(5),
                row.getString(6),
                row.getBytes(7),
                row.getString(8),
                row.getLong(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getString(11));
    }
}
