package org.huiyin.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One real PostgreSQL 18 for all tests of a run, and as many databases on it as they ask for.
 *
 * <p>Its session time zone is Asia/Kathmandu (+05:45), so that a forgotten zone shows at once. Nothing is synced to disk: a test of
 * durability starts its own cluster.
 */
public final class TestDatabase {

    private static final String ZONE = "Asia/Kathmandu";
    private static final String TEMPLATE = "template_huiyin";
    private static final String CREATE_TEMPLATE = """
            CREATE DATABASE template_huiyin TEMPLATE template0
            ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'
            """;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, HikariDataSource> OPEN = new ConcurrentHashMap<>();

    private TestDatabase() {}

    /** A new, migrated and otherwise empty database; it is dropped when the test class ends. */
    public static DataSource fresh() {
        var pool = connect(create());
        OPEN.put(pool.getPoolName(), pool);
        return pool;
    }

    /** The JDBC address of a new, migrated database which stays until the run ends. */
    static String keptUrl() {
        return url(create());
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
        return JdbcClient.create(Cluster.POSTGRES.getPostgresDatabase());
    }

    private static String url(String database) {
        return Cluster.POSTGRES.getJdbcUrl("postgres", database);
    }

    private static HikariDataSource connect(String database) {
        var config = new HikariConfig();
        config.setPoolName(database);
        config.setJdbcUrl(url(database));
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Started by the first test that needs it, stopped with the JVM. */
    private static final class Cluster {
        static final EmbeddedPostgres POSTGRES = start();
        static final String TEMPLATED = migrate();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("timezone", ZONE)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("shared_buffers", "128MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String migrate() {
            JdbcClient.create(POSTGRES.getPostgresDatabase())
                    .sql(CREATE_TEMPLATE)
                    .update();
            Flyway.configure()
                    .dataSource(url(TEMPLATE), "postgres", null)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return TEMPLATE;
        }
    }
}
