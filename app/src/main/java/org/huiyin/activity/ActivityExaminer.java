package org.huiyin.activity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Examiner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Tells every activity again from its acts and compares it with what is stored; and holds findings against the steps that raised them. */
@Component
class ActivityExaminer implements Examiner {

    private static final int AT_ONCE = 500;

    private static final String IDS = """
            select id from activity order by id
            """;
    private static final String COUNTS = """
            select title, place, starts_at, ends_at, open, signed, waiting, present from activity where id = :id
            """;
    private static final String TIES = """
            select coalesce(f.matter_id, s.matter_id), f.id, f.matter_id is null
            from activity_finding f
            full join (select matter_id, substring(key from 'found-([0-9a-f-]{36})$') token from step where seq = 1 and key ~ ':found-[0-9a-f-]{36}$') s
              on s.token = f.token::text and s.matter_id = f.matter_id
            where (f.matter_id is not null and s.matter_id is null)
              or (s.matter_id is not null and f.matter_id is null)
            order by 1 limit 1000
            """;

    @Override
    public List<Difference> examine(Connection snapshot) throws SQLException {
        List<Difference> found = new ArrayList<>();
        JdbcClient reading = JdbcClient.create(new SingleConnectionDataSource(snapshot, true));
        Activities activities = new Activities(reading);
        each(
                snapshot,
                id -> compare(id, activities, reading).ifPresent(what -> {
                    if (found.size() < 1000) {
                        found.add(new Difference("activity", 0, "activity " + id + ": " + what));
                    }
                }));
        for (String what : ties(reading)) {
            found.add(new Difference("activity_finding", 0, what));
        }
        return found;
    }

    private static void each(Connection snapshot, Consumer<Long> one) throws SQLException {
        try (PreparedStatement statement = snapshot.prepareStatement(IDS)) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    one.accept(row.getLong(1));
                }
            }
        }
    }

    private static Optional<String> compare(long id, Activities activities, JdbcClient reading) {
        List<Act> acts = activities.acts(id);
        if (acts.isEmpty()) {
            return Optional.of("there are no acts");
        }
        Activity again;
        try {
            again = Activity.told(acts);
        } catch (IllegalStateException e) {
            return Optional.of("its acts cannot be told: " + e.getMessage());
        }
        Activity stored = activities.find(id).orElseThrow();
        if (!plainly(stored).equals(plainly(again))) {
            return Optional.of("it is stored otherwise than its acts tell");
        }
        String columns = reading.sql(COUNTS)
                .param("id", id)
                .query((row, n) -> row.getString(1) + row.getString(2)
                        + row.getObject(3, java.time.OffsetDateTime.class).toInstant()
                        + row.getObject(4, java.time.OffsetDateTime.class).toInstant() + row.getBoolean(5)
                        + row.getInt(6) + " " + row.getInt(7) + " " + row.getInt(8))
                .single();
        Plan plan = again.plan();
        String told = plan.title() + plan.place() + plan.starts() + plan.ends() + plan.open() + again.signed() + " "
                + again.waiting() + " " + again.present();
        return columns.equals(told) ? Optional.empty() : Optional.of("its list row says otherwise than its acts");
    }

    /** Without the order of maps, and with figures as they are read back. */
    private static List<Object> plainly(Activity so) {
        return List.of(
                so.kind(),
                so.kindVersion(),
                so.version(),
                so.standing(),
                so.plan(),
                so.planner(),
                so.people(),
                so.presences(),
                so.ratings(),
                so.report() == null
                        ? ""
                        : new TreeMap<>(so.report().values()) + so.report().note());
    }

    private static List<String> ties(JdbcClient reading) {
        return reading.sql(TIES)
                .query((row, n) -> row.getBoolean(3)
                        ? "matter " + row.getLong(1) + " came from a finding that does not know it"
                        : "finding " + row.getLong(2) + " is tied to a matter it did not become")
                .list();
    }
}
