package org.huiyin.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.calendar.Deadline;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.jspecify.annotations.Nullable;

/** The {@code clock} rows of matters. */
final class Clocks {

    /** The clocks of matters, in order; the parameter is an array of their ids. */
    static final String OF = """
            select c.matter_id, c.ordinal, c.name, c.unit, c.round, c.started_at, c.span_limit, c.pauses, c.extensions, c.due_at, c.near_at,
              c.provisional, c.recorded, c.calendar, c.stopped_at, c.met
            from unnest(?) u(id) join clock c on c.matter_id = u.id
            order by c.matter_id, c.ordinal
            """;

    private static final String PUT = """
            insert into clock (matter_id, ordinal, name, unit, round, started_at, span_limit, pauses, extensions, due_at, near_at, provisional,
              recorded, calendar, stopped_at, met, running)
            select matter_id, ordinal, name, unit, round, timestamptz 'epoch' + started_at * interval '1 microsecond', span_limit, pauses,
              extensions, timestamptz 'epoch' + due_at * interval '1 microsecond', timestamptz 'epoch' + near_at * interval '1 microsecond',
              provisional, recorded, calendar, timestamptz 'epoch' + stopped_at * interval '1 microsecond', met, running
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) u(matter_id, ordinal, name, unit, round, started_at, span_limit, pauses,
              extensions, due_at, near_at, provisional, recorded, calendar, stopped_at, met, running)
            on conflict (matter_id, ordinal) do update set pauses = excluded.pauses, extensions = excluded.extensions, span_limit = excluded.span_limit,
              due_at = excluded.due_at, near_at = excluded.near_at, provisional = excluded.provisional, calendar = excluded.calendar,
              stopped_at = excluded.stopped_at, met = excluded.met, running = excluded.running
            """;

    private Clocks() {}

    /** Reads the rows of {@link #OF}, by matter. */
    static Map<Long, List<Clock>> read(ResultSet rows) throws SQLException {
        Map<Long, List<Clock>> found = new HashMap<>();
        while (rows.next()) {
            found.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>()).add(clock(rows));
        }
        return found;
    }

    /** A row in the order in which {@code OF} selects its columns. */
    static Clock clock(ResultSet row) throws SQLException {
        Span span = new Span(
                Matters.instant(row, 6),
                Limit.parse(row.getString(7)),
                pauses(row.getString(8)),
                limits(row.getString(9)));
        Deadline deadline = new Deadline(Matters.instant(row, 10), Matters.instant(row, 11), row.getBoolean(12));
        OffsetDateTime stopped = row.getObject(15, OffsetDateTime.class);
        return new Clock(
                row.getInt(2),
                row.getString(3),
                Matters.integer(row, 4),
                row.getInt(5),
                span,
                deadline,
                row.getString(14),
                row.getBoolean(13),
                stopped == null ? null : stopped.toInstant(),
                row.getBoolean(16));
    }

    /** Stores the clocks that a batch began or changed. */
    static void put(Writes writes, Collection<Matter> afters, Map<Long, Matter> befores) {
        Columns columns = new Columns(
                "int8", "int4", "text", "int4", "int4", "int8", "text", "text", "text", "int8", "int8", "bool", "bool",
                "text", "int8", "bool", "bool");
        for (Matter after : afters) {
            Matter before = befores.get(after.id());
            List<Clock> known = before == null ? List.of() : before.clocks();
            for (Clock clock : after.clocks()) {
                if (clock.ordinal() >= known.size() || !clock.equals(known.get(clock.ordinal()))) {
                    add(columns, after.id(), clock);
                }
            }
        }
        writes.add(PUT, columns);
    }

    private static void add(Columns columns, long matter, Clock clock) {
        columns.add(
                matter,
                clock.ordinal(),
                clock.name(),
                clock.unit(),
                clock.round(),
                Columns.micros(clock.span().start()),
                clock.span().limit().toString(),
                pauses(clock.span().pauses()),
                String.join(
                        ",",
                        clock.span().extensions().stream().map(Limit::toString).toList()),
                Columns.micros(clock.deadline().due()),
                Columns.micros(clock.deadline().near()),
                clock.deadline().provisional(),
                clock.recorded(),
                clock.calendar(),
                Columns.micros(clock.stoppedAt()),
                clock.met(),
                clock.running());
    }

    private static String pauses(List<Span.Pause> pauses) {
        StringBuilder text = new StringBuilder();
        for (Span.Pause pause : pauses) {
            Instant to = pause.to();
            text.append(text.isEmpty() ? "" : ",")
                    .append(pause.from())
                    .append('/')
                    .append(to == null ? "" : to);
        }
        return text.toString();
    }

    private static List<Span.Pause> pauses(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Clocks::pause).toList();
    }

    private static Span.Pause pause(String text) {
        int slash = text.indexOf('/');
        @Nullable Instant to = slash == text.length() - 1 ? null : Instant.parse(text.substring(slash + 1));
        return new Span.Pause(Instant.parse(text.substring(0, slash)), to);
    }

    private static List<Limit> limits(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Limit::parse).toList();
    }
}
