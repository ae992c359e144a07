package org.huiyin.timetable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.calendar.BadCalendar;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The city's calendar in all its versions, kept in the database so that every machine judges by the same. What is in force is asked for again
 * after a second; a version, once read, never changes. Thread-safe.
 */
@Component
public class CalendarVersions implements Calendars {

    /** The calendar by which the city's limits run. */
    public static final String CITY = "cn";

    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final String ALL = """
            select code, number, version, shipped, published_at, publisher, why from calendar_version where code = :code order by number desc
            """;
    private static final String NEWEST = """
            select number, version, shipped from calendar_version where code = :code order by number desc limit 1
            """;
    private static final String AT = """
            select coalesce(max(number), 1) from calendar_version where code = :code and published_at <= :at
            """;
    private static final String NUMBERED = """
            select facts from calendar_version where code = :code and number = :number
            """;
    private static final String NAMED = """
            select facts from calendar_version where code = :code and version = :version order by number limit 1
            """;
    private static final String ADD = """
            insert into calendar_version (code, number, version, facts, shipped, published_at, account, post, publisher, why)
            values (:code, :number, :version, :facts, :shipped, :published_at, :account, :post, :publisher, :why)
            """;

    private final JdbcClient database;
    private final InstantSource clock;
    private final Map<Integer, WorkCalendar> read = new ConcurrentHashMap<>();
    private volatile @Nullable Known known;

    CalendarVersions(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Known(Numbered version, long readAtNanos) {}

    private record Newest(int number, String version, boolean shipped) {}

    @Override
    public Numbered current() {
        Known last = known;
        if (last != null && System.nanoTime() - last.readAtNanos() < FRESH.toNanos()) {
            return last.version();
        }
        return ask();
    }

    /** The shipped calendar is stored before anybody asks: who asks first may be reading only, and could not store it. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        current();
    }

    private Numbered ask() {
        Newest newest = newest().filter(one -> !outdated(one)).orElseGet(this::ship);
        Numbered version = new Numbered(newest.number(), numbered(newest.number()));
        known = new Known(version, System.nanoTime());
        return version;
    }

    private Optional<Newest> newest() {
        return database.sql(NEWEST)
                .param("code", CITY)
                .query((row, n) -> new Newest(row.getInt(1), row.getString(2), row.getBoolean(3)))
                .optional();
    }

    /** A newer Huiyin may bring a newer calendar; it takes the place of an older one that was shipped, never of one somebody published. */
    private boolean outdated(Newest newest) {
        return newest.shipped()
                && !newest.version().equals(WorkCalendar.named(CITY).version());
    }

    private Newest ship() {
        int number = newest().map(one -> one.number() + 1).orElse(1);
        try {
            add(WrittenCalendar.shipped(CITY), number, true, Actor.SYSTEM, "shipped with Huiyin");
        } catch (DuplicateKeyException e) {
            // another machine did the same at the same moment
        }
        return newest().orElseThrow();
    }

    private void add(WrittenCalendar written, int number, boolean shipped, Actor publisher, String why) {
        database.sql(ADD)
                .param("code", written.code())
                .param("number", number)
                .param("version", written.calendar().version())
                .param("facts", written.json())
                .param("shipped", shipped)
                .param("published_at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("account", publisher.account())
                .param("post", publisher.post())
                .param("publisher", publisher.name())
                .param("why", why)
                .update();
    }

    @Override
    public Numbered at(Instant instant) {
        current();
        int number = database.sql(AT)
                .param("code", CITY)
                .param("at", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        return new Numbered(number, numbered(number));
    }

    @Override
    public WorkCalendar numbered(int number) {
        return read.computeIfAbsent(
                number,
                it -> written(it)
                        .orElseThrow(() -> new IllegalStateException("The calendar has no version " + it))
                        .calendar());
    }

    @Override
    public Optional<WorkCalendar> named(String version) {
        Numbered now = current();
        if (version.equals(now.calendar().version())) {
            return Optional.of(now.calendar());
        }
        return read.values().stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .or(() -> database.sql(NAMED)
                        .param("code", CITY)
                        .param("version", version)
                        .query((row, n) ->
                                WrittenCalendar.read(row.getString(1)).calendar())
                        .optional());
    }

    /** Every version, newest first. */
    public List<CalendarVersion> all() {
        current();
        return database.sql(ALL)
                .param("code", CITY)
                .query((row, n) -> version(row))
                .list();
    }

    /** A version as it was written. */
    public Optional<WrittenCalendar> written(int number) {
        return database.sql(NUMBERED)
                .param("code", CITY)
                .param("number", number)
                .query((row, n) -> WrittenCalendar.read(row.getString(1)))
                .optional();
    }

    /** The version in force as it was written. */
    public WrittenCalendar inForce() {
        return written(ask().number()).orElseThrow();
    }

    /**
     * Publishes the version after {@code basedOn}: it is in force at once, and open clocks are taken over in the background.
     *
     * @return its number; nothing when somebody published another one since
     * @throws BadCalendar when it may not follow the version in force
     */
    public Optional<Integer> publish(WrittenCalendar next, int basedOn, Actor publisher, String why) {
        Numbered now = ask();
        if (now.number() != basedOn) {
            return Optional.empty();
        }
        inForce().checkSuccessor(next);
        try {
            add(next, basedOn + 1, false, publisher, why);
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
        ask();
        return Optional.of(basedOn + 1);
    }

    private static CalendarVersion version(ResultSet row) throws SQLException {
        return new CalendarVersion(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getBoolean(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7));
    }
}
