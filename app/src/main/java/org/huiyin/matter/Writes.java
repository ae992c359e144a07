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

    private record Write(String sql, Columns columns, int rows) {}

    private final List<Write> writes = new ArrayList<>();

    /** A statement with one array a column as its parameters; left out when there are no rows. */
    public void add(String sql, Columns columns) {
        add(sql, columns, ANY);
    }

    /** The same, for a statement that must touch every row; if it does not, nothing of the batch may stand. */
    void addWhole(String sql, Columns columns) {
        add(sql, columns, columns.rows());
    }

    private void add(String sql, Columns columns, int rows) {
        if (columns.rows() > 0) {
            writes.add(new Write(sql, columns, rows));
        }
    }

    /**
     * Sends everything, in the order in which it was added.
     *
     * @throws IllegalStateException when a statement touched another number of rows than it must; the caller rolls back
     */
    public void send(Connection connection) throws SQLException {
        if (writes.isEmpty()) {
            return;
        }
        String together = String.join(";\n", writes.stream().map(Write::sql).toList());
        try (PreparedStatement statement = connection.prepareStatement(together)) {
            int parameter = 1;
            for (Write write : writes) {
                parameter = write.columns().bind(connection, statement, parameter);
            }
            statement.execute();
            for (Write write : writes) {
                expect(write, statement.getUpdateCount());
                statement.getMoreResults();
            }
        }
        writes.clear();
    }

    private static void expect(Write write, int touched) {
        if (write.rows() != ANY && write.rows() != touched) {
            throw new IllegalStateException("Touched " + touched + " rows instead of " + write.rows()
                    + "; nothing of this batch is stored: " + write.sql());
        }
    }
}
