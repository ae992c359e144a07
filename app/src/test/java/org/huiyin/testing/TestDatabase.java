package org.huiyin.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.huiyin.database.Address;
import org.huiyin.database.EmbeddedDatabase;
import org.huiyin.database.Schema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * One real PostgreSQL 18 for all tests of a run, and as many databases on it as they ask for.
 *
 * <p>Its session time zone is Asia/Kathmandu (+05:45), so that a forgotten zone shows at once. Nothing is synced to disk: a test of
 * durability starts its own cluster.
 */
public final class TestDatabase {

    private static final String ZONE = "Asia/Kathmandu";
    private static final String TEMPLATE = "template_huiyin";
    private static final Map<String, String> SETTINGS = Map.of(
            "timezone", ZONE,
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_connections", "600",
            "shared_buffers", "128MB");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, HikariDataSource> OPEN = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /** A new, migrated and otherwise empty database; it is dropped when the test class ends. */
    public static DataSource fresh() {
        var pool = connect(create());
        OPEN.put(pool.getPoolName(), pool);
        return pool;
    }

    /** A new, migrated database which stays until the run ends. */
    static Address kept() {
        return Cluster.POSTGRES.address(create());
    }

    /** Drops what {@link #fresh()} gave out so far. */
    static void dropAll() {
        for (var name : OPEN.keySet()) {
            var pool = OPEN.remove(name);
            if (pool != null) {
                pool.close();
                admin().sql("DROP DATABASE " + name + " WITH (FORCE)").update();
            }
        }
    }

    private static String create() {
        var name = "test_" + COUNT.incrementAndGet();
        admin().sql("CREATE DATABASE " + name + " TEMPLATE " + Cluster.TEMPLATED)
                .update();
        return name;
    }

    private static JdbcClient admin() {
        return JdbcClient.create(Cluster.POSTGRES.address().unpooled());
    }

    private static HikariDataSource connect(String database) {
        var config = new HikariConfig();
        config.setPoolName(database);
        var address = Cluster.POSTGRES.address(database);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Started by the first test that needs it, stopped with the JVM. */
    private static final class Cluster {
        static final EmbeddedDatabase POSTGRES = start();
        static final String TEMPLATED = migrate();

        private static EmbeddedDatabase start() {
            try {
                var directory = Files.createTempDirectory("huiyin-test-");
                var database = EmbeddedDatabase.start(directory, SETTINGS);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database, directory)));
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void end(EmbeddedDatabase database, Path directory) {
            database.process().destroyForcibly();
            database.close();
            FileSystemUtils.deleteRecursively(directory.toFile());
        }

        private static String migrate() {
            admin().sql("CREATE DATABASE " + TEMPLATE).update();
            Schema.migrate(POSTGRES.address(TEMPLATE));
            return TEMPLATE;
        }
    }
}
