package org.huiyin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The least SQL that keeps the same facts, as a plain program would do it: prepared statements, the matter updated under its version, the step
 * inserted, one commit a step. Same tables, same indexes; no rules, no clocks, no counts, no idempotency.
 */
final class RawSteps implements Load.Caller, AutoCloseable {

    static final int YEAR = 2097;
    private static final AtomicLong NUMBER = new AtomicLong(YEAR * 10_000_000L);

    private static final String BEGIN = """
            insert into matter (id, programme, programme_version, version, state, list, worklist, round, title, public_title, place, town, category,
              kind, urgency, confidential, office_unit, lead_unit, desk_unit, raiser, merged_count, raised_at, updated_at, due_at, near_at, times)
            values (?, 'three-lists', 1, 1, 'raised', 'problem', 'to-dispatch', 1, ?, ?, ?, ?, 'roads', 'help', 'normal', false, ?, null, ?, 1, 0,
              now(), now(), now() + interval '1 day', now() + interval '20 hours', '')
            """;
    private static final String CHANGE = """
            update matter set version = version + 1, state = ?, list = ?, worklist = ?, lead_unit = ?, desk_unit = ?, updated_at = now(),
              due_at = now() + interval '5 days', near_at = now() + interval '4 days', times = ?
            where id = ? and version = ?
            """;
    private static final String STEP = """
            insert into step (matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, programme,
              programme_version, fields, evidence, key)
            values (?, ?, ?, 1, 1, ?, 'HANDLER', now(), now(), ?, ?, 1, 'three-lists', 1, ?::jsonb, null, ?)
            """;
    private static final String[] STATES = {
        "raised", "dispatched", "in-hand", "in-hand", "concluded", "answered", "closed"
    };
    private static final String[] LISTS = {"problem", "task", "task", "task", "task", "result", "result"};
    private static final String[] WORKLISTS = {"to-dispatch", "to-sign", "in-hand", "in-hand", "to-review", null, null};
    private static final String FIELDS = """
            {"answer": "经现场核实，路面塌陷处已完成回填和沥青修补，现已恢复通行，感谢您的监督。", "outcome": "solved"}""";

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement change;
    private final PreparedStatement step;
    private int next;
    private long matter;

    RawSteps(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        begin = connection.prepareStatement(BEGIN);
        change = connection.prepareStatement(CHANGE);
        step = connection.prepareStatement(STEP);
    }

    @Override
    public void once() throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int unit = City.OFFICES + random.nextInt(City.UNITS - City.OFFICES);
        if (next == 0) {
            begin(unit);
        } else {
            change(unit);
        }
        step.setLong(1, matter);
        step.setInt(2, next + 1);
        step.setString(3, Loop.STEPS.get(next));
        step.setInt(4, unit);
        step.setString(5, next == 0 ? "" : STATES[next - 1]);
        step.setString(6, STATES[next]);
        step.setString(7, FIELDS);
        step.setString(8, Long.toHexString(random.nextLong()));
        step.executeUpdate();
        connection.commit();
        next = (next + 1) % STATES.length;
    }

    private void begin(int unit) throws SQLException {
        matter = NUMBER.incrementAndGet();
        String title = "园林路与白云路交叉口路面塌陷影响通行";
        String town = City.town(ThreadLocalRandom.current().nextInt(City.TOWNS));
        begin.setLong(1, matter);
        begin.setString(2, title);
        begin.setString(3, title);
        begin.setString(4, town + "001");
        begin.setString(5, town);
        begin.setInt(6, unit % City.OFFICES);
        begin.setInt(7, unit % City.OFFICES);
        begin.executeUpdate();
    }

    private void change(int unit) throws SQLException {
        change.setString(1, STATES[next]);
        change.setString(2, LISTS[next]);
        change.setString(3, WORKLISTS[next]);
        change.setInt(4, unit);
        change.setObject(5, WORKLISTS[next] == null ? null : unit, java.sql.Types.INTEGER);
        change.setString(6, "dispatch:1:1:1669000000000000 raise:1:1:1669000000000000 sign:1:1:1669000000000000");
        change.setLong(7, matter);
        change.setInt(8, next);
        if (change.executeUpdate() != 1) {
            throw new IllegalStateException("matter " + matter + " was not at version " + next);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
