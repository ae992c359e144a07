package org.huiyin.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.huiyin.database.Address;
import org.huiyin.database.EmbeddedDatabase;
import org.huiyin.database.Schema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The one embedded PostgreSQL of a run, with its usual settings: every commit is on disk before it counts. */
final class BenchDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 48;
    private static final String ANY_MATTER = "select exists (select 1 from matter)";

    private final EmbeddedDatabase server;
    private final HikariDataSource pool;
    private final Path directory;
    private final boolean kept;

    private BenchDatabase(EmbeddedDatabase server, HikariDataSource pool, Path directory, boolean kept) {
        this.server = server;
        this.pool = pool;
        this.directory = directory;
        this.kept = kept;
    }

    /** Starts in the given directory, which is kept, or in a temporary one when it is the empty path. */
    static BenchDatabase start(Path given) throws IOException {
        boolean kept = !given.toString().isEmpty();
        Path directory = kept ? given : Files.createTempDirectory("huiyin-bench");
        EmbeddedDatabase server = EmbeddedDatabase.start(directory);
        Address address = server.address();
        Schema.migrate(address);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(4);
        return new BenchDatabase(server, new HikariDataSource(config), directory, kept);
    }

    DataSource pool() {
        return pool;
    }

    Path directory() {
        return directory;
    }

    /** Makes room for matters of a year, and throws away those an earlier run left there. */
    void openYear(int year) {
        JdbcClient sql = JdbcClient.create(pool);
        sql.sql("select open_year(:year)").param("year", year).query().listOfRows();
        sql.sql("truncate matter_" + year + ", step_" + year + ", clock_" + year)
                .update();
    }

    Address address() {
        return server.address();
    }

    /** Fills an empty database; one that holds matters already is used as it is. */
    void fillOnce(long matters, boolean whole) {
        boolean filled = JdbcClient.create(pool)
                .sql(ANY_MATTER)
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (!filled) {
            Filled.fill(pool, matters, whole, progress -> System.err.print("\rloading " + progress));
            System.err.println();
        }
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
        if (!kept) {
            FileSystemUtils.deleteRecursively(directory);
        }
    }
}
