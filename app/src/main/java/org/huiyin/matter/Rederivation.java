package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Takes every open clock over into the version of the calendar that is in force: some thousand at a time, each batch one transaction that also
 * notes how far it came, so that a pass that was killed goes on where it was. It locks matters as the Desk does, in the order of their ids, and
 * works beside it; of several machines one works at a time. Clocks that have ended keep the version that judged them.
 */
public final class Rederivation {

    private static final int AT_ONCE = 5000;
    /** Apart from those of all writers. */
    private static final int LANE = 99;
    /** A writer may use the version before for a moment; a pass ends only when it found nothing left this long after it began. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    // As the writers plan: a batch touches rows by key, in the order of their ids, whatever the statistics say.
    private static final String PLAN_BY_KEY = """
            set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off;
            set local plan_cache_mode = force_generic_plan; set local jit = off
            """;
    private static final String BEGIN = """
            insert into calendar_pass (number, started_at, expected)
            select ?, ?, count(*) from clock where stopped_at is null and not recorded and calendar <> ?
            on conflict do nothing
            """;
    private static final String KNOWN = """
            select number, started_at, expected, clocks, finished_at from calendar_pass where number = ?
            """;
    private static final String TAKE = """
            select started_at, after_matter, swept from calendar_pass where number = ? and finished_at is null for update skip locked
            """;
    private static final String NEXT = """
            select distinct matter_id from (
              select matter_id from clock where stopped_at is null and not recorded and calendar <> ? and matter_id > ?
              order by matter_id limit ?) waiting
            """;
    private static final String DUES = """
            update matter m set due_at = timestamptz 'epoch' + u.due_at * interval '1 microsecond',
              near_at = timestamptz 'epoch' + u.near_at * interval '1 microsecond'
            from unnest(?, ?, ?) u(id, due_at, near_at) where m.id = u.id
            """;
    private static final String NOTE = """
            update calendar_pass set after_matter = ?, swept = ?, clocks = clocks + ? where number = ?
            """;
    private static final String FINISH = """
            update calendar_pass set finished_at = ? where finished_at is null and number <= ?
            """;

    private final Desk.Equipment equipment;
    private final int atOnce;

    public Rederivation(Desk.Equipment equipment) {
        this(equipment, AT_ONCE);
    }

    /** With batches of another size. */
    Rederivation(Desk.Equipment equipment, int atOnce) {
        this.equipment = equipment;
        this.atOnce = atOnce;
    }

    /** How the last batch went. */
    public enum Went {
        /** Some clocks were taken over; there may be more. */
        ON,
        /** Nothing is left for now; it is looked through once more in a moment. */
        SETTLING,
        /** Another machine is at it. */
        ELSEWHERE,
        /** Every open clock is under the version in force. */
        DONE
    }

    /**
     * How far a version has been taken over.
     *
     * @param expected how many clocks waited when it began
     * @param clocks how many were taken over so far
     * @param finishedAt null while it goes on
     */
    public record Progress(
            int number,
            Instant startedAt,
            long expected,
            long clocks,
            @Nullable Instant finishedAt) {}

    /** How far the version in force is; nothing before its pass has begun. */
    public Optional<Progress> progress() throws SQLException {
        try (Connection connection = equipment.database().getConnection()) {
            return known(connection, equipment.calendars().current().number());
        }
    }

    static Optional<Progress> known(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setInt(1, number);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                OffsetDateTime finished = row.getObject(5, OffsetDateTime.class);
                return Optional.of(new Progress(
                        row.getInt(1),
                        Matters.instant(row, 2),
                        row.getLong(3),
                        row.getLong(4),
                        finished == null ? null : finished.toInstant()));
            }
        }
    }

    /** Takes over the next clocks in one transaction. A deadlock with a writer undoes it; asking again is safe. */
    public Went batch() throws SQLException {
        Calendars.Numbered version = equipment.calendars().current();
        try (Connection connection = equipment.database().getConnection()) {
            connection.setAutoCommit(false);
            try {
                Went went = batch(connection, version);
                connection.commit();
                return went;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** The same within a transaction that the caller commits. */
    Went batch(Connection connection, Calendars.Numbered version) throws SQLException {
        Optional<Progress> known = known(connection, version.number());
        if (known.isEmpty()) {
            begin(connection, version);
            return Went.ON;
        }
        if (known.get().finishedAt() != null) {
            return Went.DONE;
        }
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, version.number());
            try (ResultSet row = take.executeQuery()) {
                return row.next()
                        ? sweep(connection, version, Matters.instant(row, 1), row.getLong(2), row.getLong(3))
                        : Went.ELSEWHERE;
            }
        }
    }

    private Went sweep(Connection connection, Calendars.Numbered version, Instant started, long after, long swept)
            throws SQLException {
        try (Statement plan = connection.createStatement()) {
            plan.execute(PLAN_BY_KEY);
        }
        List<Long> ids = waiting(connection, version.calendar(), after);
        if (!ids.isEmpty()) {
            int clocks = takeOver(connection, version.calendar(), ids);
            note(connection, version.number(), ids.getLast(), swept + ids.size(), clocks);
            return Went.ON;
        }
        if (after > 0) {
            // Once more from the first matter: something may have been written behind it under the version before.
            note(connection, version.number(), 0, 0, 0);
            return swept > 0 ? Went.ON : Went.SETTLING;
        }
        if (equipment.clock().instant().isBefore(started.plus(SETTLED))) {
            return Went.SETTLING;
        }
        finish(connection, version.number());
        return Went.DONE;
    }

    private void begin(Connection connection, Calendars.Numbered version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setInt(1, version.number());
            statement.setObject(2, Worklists.time(equipment.clock().instant()));
            statement.setString(3, version.calendar().version());
            statement.executeUpdate();
        }
    }

    private List<Long> waiting(Connection connection, WorkCalendar calendar, long after) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, calendar.version());
            statement.setLong(2, after);
            statement.setInt(3, atOnce);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        ids.sort(null);
        return ids;
    }

    private int takeOver(Connection connection, WorkCalendar calendar, Collection<Long> ids) throws SQLException {
        Map<Long, Matter> befores = Matters.lock(connection, ids);
        Map<Long, Matter> afters = new LinkedHashMap<>();
        int clocks = 0;
        List<StepScribe.TakenOver> told = new ArrayList<>();
        Columns dues = new Columns("int8", "int8", "int8");
        for (Matter before : befores.values()) {
            Matter after = before.under(calendar);
            if (after == before) {
                continue;
            }
            afters.put(after.id(), after);
            told.add(new StepScribe.TakenOver(before, after));
            clocks += (int) after.clocks().stream()
                    .filter(clock -> clock != before.clocks().get(clock.ordinal()))
                    .count();
            if (!after.due().equals(before.due()) || !after.near().equals(before.near())) {
                dues.add(after.id(), Columns.micros(after.due()), Columns.micros(after.near()));
            }
        }
        if (!afters.isEmpty()) {
            Writes writes = new Writes(LANE);
            Clocks.put(writes, afters.values(), befores);
            OnDesk.put(writes, afters.values(), befores);
            writes.add(DUES, dues);
            equipment.scribes().forEach(scribe -> scribe.takenOver(writes, told));
            writes.send(connection);
        }
        return clocks;
    }

    private static void note(Connection connection, int number, long after, long swept, int clocks)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setLong(1, after);
            statement.setLong(2, swept);
            statement.setInt(3, clocks);
            statement.setInt(4, number);
            statement.executeUpdate();
        }
    }

    private void finish(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
            statement.setObject(1, Worklists.time(equipment.clock().instant()));
            statement.setInt(2, number);
            statement.executeUpdate();
        }
    }
}
