package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch writes, one statement a table, on its way to the server. All go in one message and are answered in one: on a small machine the
 * way there and back costs more than a statement itself.
 */
public final class Writes {

    private static final int ANY = -1;

    /** What has to read what the batch wrote, as taking a number; on the connection and in the transaction of the batch. */
    public interface Afterwards {
        void run(Connection connection) throws SQLException;
    }

    private record Write(String sql, List<Columns> columns, int rows) {}

    private final int lane;
    private final List<Write> writes = new ArrayList<>();
    private final List<Afterwards> afterwards = new ArrayList<>();

    /** For one batch of the writer with this number, from 0. */
    public Writes(int lane) {
        this.lane = lane;
    }

    /** The writer's number: sums kept in a row a writer never make two of them wait for each other. */
    public int lane() {
        return lane;
    }

    /**
     * A statement with one array a column as its parameters.
     *
     * @param columns one block of columns, or several of different lengths; left out when the first has no rows
     */
    public void add(String sql, Columns... columns) {
        add(sql, ANY, List.of(columns));
    }

    /** The same, for a statement that must touch every row; if it does not, nothing of the batch may stand. */
    public void addWhole(String sql, Columns columns) {
        add(sql, columns.rows(), List.of(columns));
    }

    private void add(String sql, int rows, List<Columns> columns) {
        if (!columns.getFirst().isEmpty()) {
            writes.add(new Write(sql, columns, rows));
        }
    }

    /** Once everything is sent. Costs its own way to the server and back: for what is rare. */
    public void afterwards(Afterwards then) {
        afterwards.add(then);
    }

    /**
     * Sends everything, in the order in which it was added, and does what comes afterwards.
     *
     * @throws IllegalStateException when a statement touched another number of rows than it must; the caller rolls back
     */
    public void send(Connection connection) throws SQLException {
        if (!writes.isEmpty()) {
            write(connection);
        }
        for (Afterwards then : afterwards) {
            then.run(connection);
        }
        writes.clear();
        afterwards.clear();
    }

    private void write(Connection connection) throws SQLException {
        String together = String.join(";\n", writes.stream().map(Write::sql).toList());
        try (PreparedStatement statement = connection.prepareStatement(together)) {
            int parameter = 1;
            for (Write write : writes) {
                for (Columns columns : write.columns()) {
                    parameter = columns.bind(connection, statement, parameter);
                }
            }
            statement.execute();
            for (Write write : writes) {
                expect(write, statement.getUpdateCount());
                statement.getMoreResults();
            }
        }
    }

    private static void expect(Write write, int touched) {
        if (write.rows() != ANY && write.rows() != touched) {
            throw new IllegalStateException("Touched " + touched + " rows instead of " + write.rows()
                    + "; nothing of this batch is stored: " + write.sql());
        }
    }
}
