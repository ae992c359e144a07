package org.huiyin.translog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.StepScribe.Accepted;
import org.huiyin.matter.StepStream;
import org.jspecify.annotations.Nullable;

/**
 * Enters the steps that were there before the log was: matter by matter, each in the order of its steps, so many in a transaction. Steps taken
 * meanwhile left an entry already and wait until this is done.
 */
final class Beginning {

    private static final int AT_ONCE = 16_384;

    private static final String UNTIL = """
            select max(matter_id) from (select matter_id from step where matter_id >= ? order by matter_id limit ?) s
            """;
    private static final String LEFT_ALREADY = """
            select m, s from log_pending p, unnest(p.matters, p.seqs) u(m, s) where m >= ? and m < ?
            """;

    private final Desk.Equipment equipment;
    private final StepStream stream;
    private final Leaves leaves;

    Beginning(Desk.Equipment equipment, Set<String> untold) {
        this.equipment = equipment;
        this.stream = new StepStream(equipment);
        this.leaves = new Leaves(equipment.programmes(), untold, new FileDigests(equipment.database()));
    }

    /** Enters the next stretch; the head that comes of it is yet to be signed. */
    Head enter(Connection connection, Head head, Edge edge) throws SQLException {
        long from = head.entering() == null ? 0 : head.entering();
        Long last = last(connection, from);
        if (last == null) {
            return head.at(edge, null);
        }
        StepStream.Range range = new StepStream.Range(from, last + 1);
        Set<List<Long>> left = leftAlready(connection, range);
        List<Accepted> old = new ArrayList<>();
        stream.tell(connection, range, Matter.NEVER, one -> {
            if (!left.contains(List.of(one.step().matter(), (long) one.step().seq()))) {
                old.add(one);
            }
        });
        new Placing(connection).place(edge, leaves.ofOld(connection, equipment, old));
        return head.at(edge, range.until());
    }

    private static @Nullable Long last(Connection connection, long from) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNTIL)) {
            statement.setLong(1, from);
            statement.setInt(2, AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, Long.class);
            }
        }
    }

    private static Set<List<Long>> leftAlready(Connection connection, StepStream.Range range) throws SQLException {
        Set<List<Long>> left = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(LEFT_ALREADY)) {
            statement.setLong(1, range.from());
            statement.setLong(2, range.until());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    left.add(List.of(row.getLong(1), row.getLong(2)));
                }
            }
        }
        return left;
    }
}
