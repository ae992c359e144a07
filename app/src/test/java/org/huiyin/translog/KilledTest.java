package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huiyin.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Processes killed at work, as kill -9 does it: between a commit and its place in the log, or in the middle of either. */
class KilledTest {

    private static final int[] RAISED_BEFORE_THE_END = {7, 40, 23};

    @Test
    void a_log_whose_machines_are_killed_has_no_gap_and_no_second_history() throws Exception {
        HikariDataSource database = (HikariDataSource) TestDatabase.fresh();
        Path keyFile = Files.createTempDirectory("huiyin-killed-").resolve("log.key");
        List<String> raised = new ArrayList<>();
        List<Checkpoint> signed = new ArrayList<>();

        for (int many : RAISED_BEFORE_THE_END) {
            raised.addAll(untilKilled(database, keyFile, many));
            signed.add(Checkpoint.parse(
                    Note.parse(Files.readString(Path.of(keyFile + ".head"))).text()));
        }

        try (LoggedTown town = new LoggedTown(database, true)) {
            town.keys = new LogKeys(keyFile, "town.example/log");
            town.sequencer = new Sequencer(town.equipment, town.keys, LoggedTown.UNTOLD);
            Checkpoint head = town.sequence();
            List<byte[]> entries = town.entries().stream()
                    .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
                    .toList();
            long steps = town.sql()
                    .sql("select count(*) from step")
                    .query(Long.class)
                    .single();

            assertThat(head.size()).isEqualTo(steps).isGreaterThanOrEqualTo(70);
            assertThat(head.root()).isEqualTo(SlowTree.root(entries));
            assertThat(town.entries()).doesNotHaveDuplicates();
            assertThat(raised)
                    .allSatisfy(number -> assertThat(town.entries())
                            .as("matter %s, whose raiser was told", number)
                            .anyMatch(entry -> entry.contains("\"matter\":\"" + number + "\"")));
            assertThat(signed)
                    .allSatisfy(before -> assertThat(SlowTree.root(entries.subList(0, (int) before.size())))
                            .as("the checkpoint of %d", before.size())
                            .isEqualTo(before.root()));
        }
    }

    private static List<String> untilKilled(HikariDataSource database, Path keyFile, int many) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")),
                        Toiling.class.getName(),
                        database.getJdbcUrl(),
                        database.getUsername(),
                        database.getPassword(),
                        keyFile.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> raised = new ArrayList<>();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            while (raised.size() < many) {
                String line = Objects.requireNonNullElse(said.readLine(), "ended");
                assertThat(line).as("after %d matters", raised.size()).isNotEqualTo("ended");
                if (line.startsWith("raised ")) {
                    raised.add(line.substring("raised ".length()));
                }
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
        return raised;
    }
}
