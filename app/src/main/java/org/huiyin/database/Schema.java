package org.huiyin.database;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** The tables of Huiyin in a database: brought up to date, or refused when a newer Huiyin wrote them. */
public final class Schema {

    private Schema() {}

    /**
     * Brings the tables up to date; does nothing when they are.
     *
     * @throws DatabaseUnavailable when the database cannot be reached or a newer Huiyin has migrated it
     */
    public static void migrate(Address database) {
        database.check();
        migrate(Flyway.configure()
                .dataSource(database.unpooled())
                // numbers go by subject, so a lower one may come later
                .outOfOrder(true)
                .load());
    }

    static void migrate(Flyway flyway) {
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
}
