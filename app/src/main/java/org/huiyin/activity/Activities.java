package org.huiyin.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds activities as they stand, and everything that was done about one. */
@Component
class Activities {

    /** Two people who tap at once wait for each other, and the second finds the matter of the first. */
    private static final String ONE_AT_A_TIME = """
            select count(pg_advisory_xact_lock(8252, :finding::integer))
            """;

    private static final String ONE = """
            select kind, kind_version, version, standing, account, post, unit, plan::text, report::text from activity where id = :id
            """;
    private static final String LOCKED = """
            select version from activity where id = :id for update
            """;
    private static final String PEOPLE = """
            select who, part, standing, since, seq from activity_person where activity_id = :id order by seq, who
            """;
    private static final String PRESENCES = """
            select session, who, part, way, at, metres, reason from activity_presence where activity_id = :id order by session, at, who
            """;
    private static final String RATINGS = """
            select who, satisfied, words from activity_rating where activity_id = :id order by who
            """;
    private static final String ACTS = """
            select seq, verb, act::text, occurred_at, recorded_at, account, post, unit from activity_act where activity_id = :id order by seq
            """;
    private static final String FINDINGS = """
            select f.id, f.activity_id, f.seq, f.title, f.detail, f.place, f.position, f.token, f.matter_id, f.found_at
            from activity_finding f where f.activity_id = :id order by f.seq
            """;
    private static final String FINDING = """
            select f.id, f.activity_id, f.seq, f.title, f.detail, f.place, f.position, f.token, f.matter_id, f.found_at
            from activity_finding f where f.id = :id
            """;
    private static final String FINDING_OF = """
            select f.id, f.activity_id, f.seq, f.title, f.detail, f.place, f.position, f.token, f.matter_id, f.found_at
            from activity_finding f where f.matter_id = :matter
            """;

    private static final String REPORTED_BY = """
            select count(*) > 0 from activity_act where activity_id = :id and seq = :seq and verb = 'reported'
            """;

    private static final String REPORTS = """
            select seq from activity_act where activity_id = :id and verb = 'reported' order by seq
            """;

    private final JdbcClient database;

    Activities(JdbcClient database) {
        this.database = database;
    }

    Optional<Activity> find(long id) {
        return database.sql(ONE)
                .param("id", id)
                .query((row, n) -> read(row, people(id), presences(id), ratings(id)))
                .optional();
    }

    /** Lets nobody else act on it until the transaction ends; false when there is none. */
    boolean lock(long id) {
        return database.sql(LOCKED)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Within a transaction: whoever decides about the same finding waits. */
    void lockFinding(long id) {
        database.sql(ONE_AT_A_TIME).param("finding", (int) id).query(Long.class).single();
    }

    List<Act> acts(long id) {
        return database.sql(ACTS).param("id", id).query((row, n) -> act(row)).list();
    }

    /** Whether that act told what came of it. */
    boolean reportedBy(long id, int seq) {
        return database.sql(REPORTED_BY)
                .param("id", id)
                .param("seq", seq)
                .query(Boolean.class)
                .single();
    }

    /** The acts that told what came of it, the oldest first. */
    List<Integer> reports(long id) {
        return database.sql(REPORTS)
                .param("id", id)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    List<Finding> findings(long activity) {
        return database.sql(FINDINGS)
                .param("id", activity)
                .query((row, n) -> finding(row))
                .list();
    }

    Optional<Finding> finding(long id) {
        return database.sql(FINDING)
                .param("id", id)
                .query((row, n) -> finding(row))
                .optional();
    }

    /** The finding a matter came from. */
    Optional<Finding> findingOf(long matter) {
        return database.sql(FINDING_OF)
                .param("matter", matter)
                .query((row, n) -> finding(row))
                .optional();
    }

    private Map<Who, Activity.Person> people(long id) {
        Map<Who, Activity.Person> all = new LinkedHashMap<>();
        database.sql(PEOPLE).param("id", id).query((ResultSet row) -> {
            all.put(
                    Who.of(row.getString(1)),
                    new Activity.Person(
                            word(Activity.Part.class, row.getString(2)),
                            word(Activity.Place.class, row.getString(3)),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getInt(5)));
        });
        return all;
    }

    private Map<Activity.Seat, Activity.Presence> presences(long id) {
        Map<Activity.Seat, Activity.Presence> all = new LinkedHashMap<>();
        database.sql(PRESENCES).param("id", id).query((ResultSet row) -> {
            all.put(
                    new Activity.Seat(row.getInt(1), Who.of(row.getString(2))),
                    new Activity.Presence(
                            word(Activity.Part.class, row.getString(3)),
                            word(Deed.Way.class, row.getString(4)),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getObject(6, Integer.class),
                            row.getString(7)));
        });
        return all;
    }

    private Map<Who, Deed.Rated> ratings(long id) {
        Map<Who, Deed.Rated> all = new LinkedHashMap<>();
        database.sql(RATINGS).param("id", id).query((ResultSet row) -> {
            Who who = Who.of(row.getString(1));
            all.put(who, new Deed.Rated(who, word(Deed.Satisfied.class, row.getString(2)), row.getString(3)));
        });
        return all;
    }

    private static Activity read(
            ResultSet row,
            Map<Who, Activity.Person> people,
            Map<Activity.Seat, Activity.Presence> presences,
            Map<Who, Deed.Rated> ratings)
            throws SQLException {
        String report = row.getString(9);
        return new Activity(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                word(Activity.Standing.class, row.getString(4)),
                JsonMapper.shared().readValue(row.getString(8), Plan.class),
                new Act.By(row.getLong(5), row.getLong(6), row.getInt(7)),
                people,
                presences,
                report == null ? null : JsonMapper.shared().readValue(report, Deed.Reported.class),
                ratings);
    }

    static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getInt(1),
                Deed.read(row.getString(2), row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                new Act.By(row.getLong(6), row.getLong(7), row.getInt(8)));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        long matter = row.getLong(9);
        Long number = row.wasNull() ? null : matter;
        return new Finding(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                number,
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    static <E extends Enum<E>> E word(Class<E> words, String written) {
        return Enum.valueOf(words, written.toUpperCase(Locale.ROOT));
    }
}
