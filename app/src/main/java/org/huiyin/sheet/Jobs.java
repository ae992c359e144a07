package org.huiyin.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.org.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs as they are kept, so that any machine can show them. What is written here is committed at once, whatever else goes on. */
@Component
class Jobs {

    private static final Duration FILES_KEPT = Duration.ofHours(24);
    private static final Duration EXPORTS_KEPT = Duration.ofDays(7);

    private static final String BEGIN = """
            insert into sheet_job (account, post, act, name, title, request, phase, state, asked_at, beat_at)
            values (:account, :post, :act, :name, :title, :request, :phase, 'running', :now, :now) returning id
            """;
    private static final String ONE = """
            select id, account, post, act, name, title, request, phase, state, rows_done, rows_of, result, asked_at, beat_at, ended_at
            from sheet_job where id = :id and account = :account and post = :post
            """;
    private static final String OF = """
            select id, account, post, act, name, title, request, phase, state, rows_done, rows_of, result, asked_at, beat_at, ended_at
            from sheet_job where account = :account and post = :post order by id desc limit :limit
            """;
    private static final String RUNNING = """
            select count(*) from sheet_job where account = :account and state = 'running' and beat_at > :since
            """;
    private static final String RESUME = """
            update sheet_job set phase = :phase, state = 'running', rows_done = 0, stop_wanted = false, beat_at = :now, ended_at = null
            where id = :id and phase = :was and state = :stood
            """;
    private static final String BEAT = """
            update sheet_job set rows_done = :done, rows_of = :of, beat_at = :now where id = :id returning stop_wanted
            """;
    private static final String END = """
            update sheet_job set state = :state, result = :result, ended_at = :now, beat_at = :now where id = :id
            """;
    private static final String STOP = """
            update sheet_job set stop_wanted = true where id = :id and state = 'running'
            """;
    private static final String OLD_PARTS = """
            delete from sheet_part where job_id in (select id from sheet_job where beat_at < :before)
            """;
    /** What is wrong is said with what stands in the cells. */
    private static final String OLD_FAULTS = """
            update sheet_job set result = jsonb_set(result::jsonb, '{faults}', '[]')::text
            where act = 'import' and state = 'faulty' and beat_at < :before and result::jsonb -> 'faults' <> '[]'
            """;

    private static final String OLD_EXPORTS = """
            delete from sheet_job where act = 'export' and beat_at < :before
            """;

    private final JdbcClient database;
    private final InstantSource clock;
    private final TransactionTemplate apart;

    Jobs(JdbcClient database, InstantSource clock, PlatformTransactionManager transactions) {
        this.database = database;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Instant now() {
        return clock.instant();
    }

    long begin(Actor actor, Job.Act act, String name, String title, String request) {
        return database.sql(BEGIN)
                .param("account", actor.account())
                .param("post", actor.post())
                .param("act", act.key())
                .param("name", name)
                .param("title", title)
                .param("request", request)
                .param("phase", act == Job.Act.EXPORT ? "make" : "check")
                .param("now", time(now()))
                .query(Long.class)
                .single();
    }

    /** One's own job, seen from the post it was begun at. */
    Optional<Job> find(long id, Actor actor) {
        return database.sql(ONE)
                .param("id", id)
                .param("account", actor.account())
                .param("post", actor.post())
                .query((row, n) -> read(row))
                .optional();
    }

    List<Job> of(Actor actor, int limit) {
        return database.sql(OF)
                .param("account", actor.account())
                .param("post", actor.post())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    int running(Actor actor) {
        return database.sql(RUNNING)
                .param("account", actor.account())
                .param("since", time(now().minusSeconds(90)))
                .query(Integer.class)
                .single();
    }

    /** Begins the next phase of a job that stands as it was seen; false when it does not any more. */
    boolean resume(Job seen, Job.Phase phase) {
        return database.sql(RESUME)
                        .param("phase", phase.key())
                        .param("now", time(now()))
                        .param("id", seen.id())
                        .param("was", seen.phase().key())
                        .param("stood", seen.state().key())
                        .update()
                == 1;
    }

    /** Writes down how far it is; returns whether somebody wants it to stop. */
    boolean beat(long id, long done, long of) {
        Boolean stop = apart.execute(status -> database.sql(BEAT)
                .param("id", id)
                .param("done", done)
                .param("of", of)
                .param("now", time(now()))
                .query(Boolean.class)
                .optional()
                .orElse(true));
        return Boolean.TRUE.equals(stop);
    }

    void end(long id, Job.State state, String result) {
        apart.executeWithoutResult(status -> database.sql(END)
                .param("id", id)
                .param("state", state.key())
                .param("result", result)
                .param("now", time(now()))
                .update());
    }

    void stop(long id) {
        database.sql(STOP).param("id", id).update();
    }

    /** Files hold what people wrote about others; they stay no longer than they are of use. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void sweep() {
        database.sql(OLD_PARTS).param("before", time(now().minus(FILES_KEPT))).update();
        database.sql(OLD_FAULTS).param("before", time(now().minus(FILES_KEPT))).update();
        database.sql(OLD_EXPORTS)
                .param("before", time(now().minus(EXPORTS_KEPT)))
                .update();
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                Job.Act.valueOf(upper(row, 4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Job.Phase.valueOf(upper(row, 8)),
                Job.State.valueOf(upper(row, 9)),
                row.getLong(10),
                row.getLong(11),
                row.getString(12),
                instant(row, 13),
                instant(row, 14),
                row.getObject(15) == null ? null : instant(row, 15));
    }

    private static String upper(ResultSet row, int column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
