package org.huiyin.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.matter.MatterNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was posted: kept sealed until it is raised, and then only that it was, and under which key. */
@Component
class Postbox {

    private static final String ADD = """
            insert into open311_report (token, api_key, fingerprint, on_day, posted_at, sealed)
            values (:token, :key, :fingerprint, :day, :now, :sealed)
            on conflict (api_key, fingerprint, on_day) do nothing
            """;
    private static final String SAME = """
            select token, api_key, posted_at, sealed, matter_id, refused, photo from open311_report
            where api_key = :key and fingerprint = :fingerprint and on_day = :day
            """;
    private static final String ONE = """
            select token, api_key, posted_at, sealed, matter_id, refused, photo from open311_report where token = :token
            """;
    private static final String WAITING = """
            select token, api_key, posted_at, sealed, matter_id, refused, photo from open311_report
            where matter_id is null and refused is null and posted_at <= :until order by posted_at limit :limit
            """;
    private static final String RAISED = """
            update open311_report set matter_id = :matter, photo = :photo, sealed = null where token = :token and matter_id is null
            """;
    private static final String REFUSED = """
            update open311_report set refused = :why, sealed = null where token = :token and matter_id is null
            """;
    private static final String FORGET = """
            delete from open311_report where token = :token and matter_id is null
            """;

    private final JdbcClient database;

    Postbox(JdbcClient database) {
        this.database = database;
    }

    /**
     * Something that was posted.
     *
     * @param sealed what it says; null once it was raised or refused
     * @param matter null until it was raised
     * @param refused why it was not; null unless it was not
     * @param photo how it went with the picture; null when there was none
     */
    record Report(
            String token,
            String key,
            Instant postedAt,
            byte @Nullable [] sealed,
            @Nullable MatterNumber matter,
            @Nullable String refused,
            @Nullable String photo) {}

    /** Keeps what was posted, or finds that it was posted before on this day. */
    Report keep(String token, String key, byte[] fingerprint, LocalDate day, byte[] sealed, Instant now) {
        database.sql(ADD)
                .param("token", token)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("day", day)
                .param("now", time(now))
                .param("sealed", sealed)
                .update();
        return database.sql(SAME)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("day", day)
                .query((row, n) -> read(row))
                .single();
    }

    Optional<Report> find(String token) {
        return database.sql(ONE)
                .param("token", token)
                .query((row, n) -> read(row))
                .optional();
    }

    /** What was posted until then and is neither raised nor refused. */
    List<Report> waiting(Instant until, int limit) {
        return database.sql(WAITING)
                .param("until", time(until))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    void raised(String token, MatterNumber matter, @Nullable String photo) {
        database.sql(RAISED)
                .param("token", token)
                .param("matter", matter.id())
                .param("photo", photo)
                .update();
    }

    void refused(String token, String why) {
        database.sql(REFUSED).param("token", token).param("why", why).update();
    }

    /** As if it had never been posted: whoever posted it was told at once that it was not taken. */
    void forget(String token) {
        database.sql(FORGET).param("token", token).update();
    }

    private static Report read(ResultSet row) throws SQLException {
        long matter = row.getLong(5);
        boolean waiting = row.wasNull();
        return new Report(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getBytes(4),
                waiting ? null : new MatterNumber(matter),
                row.getString(6),
                row.getString(7));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
