package org.huiyin.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Matters whose judged clock has run out and still runs: who is late now. */
@Component
class Overdue {

    /** Clocks that run are few beside those that were judged: they come first, whatever the statistics say. */
    private static final String BY_UNIT = """
            with late as materialized (select matter_id, ordinal from clock where running and due_at <= :now and due_at >= :since)
            select j.unit, count(*) as n, min(j.due_at) as first from late
            join judged_clock j on j.matter_id = late.matter_id and j.ordinal = late.ordinal
            where j.programme = :programme and not j.kept and j.town like :towns
            group by j.unit order by n desc, j.unit
            """;

    private static final String OF_UNIT = """
            with late as materialized (select matter_id, ordinal from clock where running and due_at <= :now and due_at >= :since)
            select j.matter_id, j.ordinal, j.unit, j.town, j.category, j.due_at from late
            join judged_clock j on j.matter_id = late.matter_id and j.ordinal = late.ordinal
            where j.programme = :programme and (:unit::int is null or j.unit = :unit) and not j.kept and j.town like :towns
              and (j.due_at, j.matter_id, j.ordinal) > (:after_at, :after_matter, :after_seq)
            order by j.due_at, j.matter_id, j.ordinal limit :limit
            """;
    /** Older ones are in the lists of their periods. */
    private static final Duration SINCE = Duration.ofDays(365);

    private final JdbcClient database;

    Overdue(JdbcClient database) {
        this.database = database;
    }

    /** How many matters of a unit are late, and since when the first is. */
    record Late(int unit, long matters, Instant first) {}

    /** The units that are late with something, those with most first. */
    List<Late> units(Scope scope, Instant now) {
        return database.sql(BY_UNIT)
                .param("programme", scope.programme())
                .param("towns", scope.towns())
                .param("now", Exclusions.time(now))
                .param("since", Exclusions.time(now.minus(SINCE)))
                .query((row, n) -> new Late(
                        row.getInt("unit"),
                        row.getLong("n"),
                        row.getObject("first", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The late matters of a unit, or of all when it is null, the longest late first. */
    List<Cases.Case> of(Scope scope, @Nullable Integer unit, Instant now, Cases.After after, int limit) {
        return database.sql(OF_UNIT)
                .param("programme", scope.programme())
                .param("towns", scope.towns())
                .param("unit", unit)
                .param("now", Exclusions.time(now))
                .param("since", Exclusions.time(now.minus(SINCE)))
                .param("after_at", Exclusions.time(after.at()))
                .param("after_matter", after.matter())
                .param("after_seq", after.seq())
                .param("limit", limit)
                .query((row, n) -> Cases.read(row))
                .list();
    }
}
