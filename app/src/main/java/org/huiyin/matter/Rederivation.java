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
import org.huiyin.calendar.Timetable;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * Takes every open clock over into the timetable that is in force: some thousand at a time, each batch one transaction that also
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
            select ?, ?, count(*) from clock c where stopped_at is null and not recorded and (calendar <> all(?::text[]) or c.name = any(?::text[]) or cardinality(?::int[]) > 0
              and exists (select 1 from matter m, unnest(?::int[]) u(id) where m.id = c.matter_id and u.id in (c.unit, m.lead_unit, m.office_unit)))
            on conflict do nothing
            """;
    private static final String LAST = """
            select coalesce(max(number), 1) from calendar_pass where finished_at is not null
            """;
    private static final String KNOWN = """
            select number, started_at, expected, clocks, finished_at from calendar_pass where number = ?
            """;
    private static final String TAKE = """
            select started_at, after_matter, swept, sweep_at from calendar_pass where number = ? and finished_at is null for update skip locked
            """;
    private static final String NEXT = """
            select distinct matter_id from (
              select matter_id from clock c where stopped_at is null and not recorded and (calendar <> all(?::text[]) or c.name = any(?::text[]) or cardinality(?::int[]) > 0
                and exists (select 1 from matter m, unnest(?::int[]) u(id) where m.id = c.matter_id and u.id in (c.unit, m.lead_unit, m.office_unit)))
                and matter_id > ?
              order by matter_id limit ?) waiting
            """;
    private static final String DUES = """
            update matter m set due_at = timestamptz 'epoch' + u.due_at * interval '1 microsecond',
              near_at = timestamptz 'epoch' + u.near_at * interval '1 microsecond'
            from unnest(?, ?, ?) u(id, due_at, near_at) where m.id = u.id
            """;
    private static final String NOTE = """
            update calendar_pass set after_matter = ?, swept = ?, sweep_at = ?, clocks = clocks + ? where number = ?
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
        /** Every open clock is under the timetable in force. */
        DONE
    }

    /**
     * How far a timetable has been taken over.
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

    /** How far the timetable in force is; nothing before its pass has begun. */
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
        Timetable timetable = equipment.calendars().current();
        try (Connection connection = equipment.database().getConnection()) {
            connection.setAutoCommit(false);
            try {
                Went went = batch(connection, timetable);
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
    Went batch(Connection connection, Timetable timetable) throws SQLException {
        Optional<Progress> known = known(connection, timetable.number());
        if (known.isEmpty()) {
            begin(connection, timetable);
            return Went.ON;
        }
        if (known.get().finishedAt() != null) {
            return Went.DONE;
        }
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, timetable.number());
            try (ResultSet row = take.executeQuery()) {
                return row.next() ? sweep(connection, timetable, place(row)) : Went.ELSEWHERE;
            }
        }
    }

    /**
     * Where a pass stands.
     *
     * @param after the last matter it looked at
     * @param swept how many clocks it took over since it last began with the first matter
     * @param began when that was
     */
    private record Place(Instant started, long after, long swept, Instant began) {}

    private Place place(ResultSet row) throws SQLException {
        long after = row.getLong(2);
        Instant began = after == 0 ? equipment.clock().instant() : Matters.instant(row, 4);
        return new Place(Matters.instant(row, 1), after, row.getLong(3), began);
    }

    private Went sweep(Connection connection, Timetable timetable, Place place) throws SQLException {
        try (Statement plan = connection.createStatement()) {
            plan.execute(PLAN_BY_KEY);
        }
        List<Long> ids = waiting(connection, timetable, place.after());
        if (!ids.isEmpty()) {
            // What was looked at and stays as it is counts for nothing, or the pass would never end.
            int clocks = takeOver(connection, timetable, ids);
            note(
                    connection,
                    timetable.number(),
                    new Place(place.started(), ids.getLast(), place.swept() + clocks, place.began()),
                    clocks);
            return Went.ON;
        }
        if (place.swept() == 0 && !place.began().isBefore(place.started().plus(SETTLED))) {
            finish(connection, timetable.number());
            return Went.DONE;
        }
        // Once more from the first matter: something may have been written behind it under the one before.
        note(connection, timetable.number(), new Place(place.started(), 0, 0, place.began()), 0);
        return place.swept() > 0 ? Went.ON : Went.SETTLING;
    }

    private void begin(Connection connection, Timetable timetable) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setInt(1, timetable.number());
            statement.setObject(2, Worklists.time(equipment.clock().instant()));
            Affected.since(last(connection), timetable).set(statement, 3);
            statement.executeUpdate();
        }
    }

    /** The timetable that was last taken over wholly. */
    private Timetable last(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return equipment.calendars().numbered(row.getInt(1));
        }
    }

    private List<Long> waiting(Connection connection, Timetable timetable, long after) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            int next = Affected.since(last(connection), timetable).set(statement, 1);
            statement.setLong(next, after);
            statement.setInt(next + 1, atOnce);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        ids.sort(null);
        return ids;
    }

    private int takeOver(Connection connection, Timetable timetable, Collection<Long> ids) throws SQLException {
        Map<Long, Matter> befores = Matters.lock(connection, ids);
        Map<Long, Matter> afters = new LinkedHashMap<>();
        int clocks = 0;
        List<StepScribe.TakenOver> told = new ArrayList<>();
        Columns dues = new Columns("int8", "int8", "int8");
        for (Matter before : befores.values()) {
            Programme programme = equipment.programmes().version(before.programme(), before.programmeVersion());
            Matter after = new Reckoning(programme, timetable).of(before);
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

    private static void note(Connection connection, int number, Place place, int clocks) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setLong(1, place.after());
            statement.setLong(2, place.swept());
            statement.setObject(3, Worklists.time(place.began()));
            statement.setInt(4, clocks);
            statement.setInt(5, number);
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
