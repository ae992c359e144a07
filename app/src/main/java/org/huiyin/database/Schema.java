package org.huiyin.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** The tables of Huiyin in a database: brought up to date, or refused when a newer Huiyin wrote them. */
public final class Schema {

    private static final int OLDEST_POSTGRESQL = 15;

    private Schema() {}

    /**
     * Brings the tables up to date; does nothing when they are.
     *
     * @throws DatabaseUnavailable when nothing answers, the server is too old, or a newer Huiyin has migrated it
     */
    public static void migrate(DataSource database) {
        refuseOldServer(database);
        migrate(Flyway.configure().dataSource(database).load());
    }

    private static void migrate(Flyway flyway) {
        try {
            var newer = Arrays.stream(flyway.info().all())
                    .anyMatch(step -> step.getState() == MigrationState.FUTURE_SUCCESS);
            if (newer) {
                throw new DatabaseUnavailable(
                        "This database was written by a newer Huiyin; start that version instead");
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable("The tables could not be brought up to date: " + e.getMessage(), e);
        }
    }

    private static void refuseOldServer(DataSource database) {
        try (Connection connection = database.getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_POSTGRESQL) {
                throw new DatabaseUnavailable(
                        "Huiyin needs PostgreSQL " + OLDEST_POSTGRESQL + " or newer; this one is " + version);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database cannot be reached: " + e.getMessage(), e);
        }
    }
}
