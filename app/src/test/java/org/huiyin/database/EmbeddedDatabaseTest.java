package org.huiyin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    private static final Map<String, String> SMALL = Map.of("shared_buffers", "16MB");

    @TempDir
    private Path data;

    @Test
    void a_second_start_finds_what_the_first_stored() {
        try (var first = EmbeddedDatabase.start(data, SMALL)) {
            sql(first, "CREATE TABLE mark AS SELECT 7 AS id");
        }

        try (var second = EmbeddedDatabase.start(data, SMALL)) {
            assertThat(one(second, "SELECT id FROM mark")).isEqualTo("7");
        }
    }

    @Test
    void commits_are_synced_to_disk_and_nobody_else_may_read_the_password() throws Exception {
        try (var database = EmbeddedDatabase.start(data, SMALL)) {
            assertThat(one(database, "SHOW fsync")).isEqualTo("on");
            assertThat(one(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(one(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("postgresql.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_killed_server_loses_nothing_acknowledged() throws Exception {
        try (var killed = EmbeddedDatabase.start(data, SMALL)) {
            sql(killed, "CREATE TABLE mark AS SELECT 7 AS id");
            killed.process().destroyForcibly();
            killed.process().onExit().get(10, TimeUnit.SECONDS);
        }

        try (var next = EmbeddedDatabase.start(data, SMALL)) {
            assertThat(one(next, "SELECT id FROM mark")).isEqualTo("7");
        }
    }

    @Test
    void a_directory_in_use_is_refused_in_one_sentence() {
        try (var first = EmbeddedDatabase.start(data, SMALL)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data, SMALL))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("Another Huiyin is using the data directory " + data);

            assertThat(first.process().isAlive()).isTrue();
        }
    }

    @Test
    void who_only_reads_joins_the_database_another_process_serves() {
        assertThat(EmbeddedDatabase.running(data)).isEmpty();
        try (var first = EmbeddedDatabase.start(data, SMALL)) {
            sql(first, "CREATE TABLE mark AS SELECT 7 AS id");

            var found = EmbeddedDatabase.running(data).orElseThrow();

            assertThat(JdbcClient.create(found.unpooled())
                            .sql("SELECT id FROM mark")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
        }
        assertThat(EmbeddedDatabase.running(data)).isEmpty();
    }

    @Test
    void a_directory_of_a_newer_postgresql_is_refused() throws Exception {
        Files.createDirectories(data.resolve("postgresql"));
        Files.writeString(data.resolve("postgresql/PG_VERSION"), "19\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(data, SMALL))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("a newer PostgreSQL (19)");
    }

    @Test
    void a_directory_that_cannot_be_written_is_refused() throws Exception {
        var file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("below"), SMALL))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be written to");
    }

    @Test
    void a_note_of_a_server_long_dead_is_no_hindrance() throws Exception {
        EmbeddedDatabase.start(data, SMALL).close();
        var stranger = Long.toString(ProcessHandle.current().pid());
        Files.write(data.resolve("postgresql/postmaster.pid"), List.of(stranger, "elsewhere"));

        try (var database = EmbeddedDatabase.start(data, SMALL)) {
            assertThat(one(database, "SELECT 1")).isEqualTo("1");
        }
    }

    private static void sql(EmbeddedDatabase database, String statement) {
        client(database).sql(statement).update();
    }

    private static String one(EmbeddedDatabase database, String query) {
        return client(database).sql(query).query(String.class).single();
    }

    private static JdbcClient client(EmbeddedDatabase database) {
        return JdbcClient.create(database.address().unpooled());
    }
}
