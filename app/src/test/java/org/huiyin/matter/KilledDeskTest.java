package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huiyin.database.EmbeddedDatabase;
import org.huiyin.database.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing acknowledged is lost and nothing is stored twice, whatever is killed and whenever. On a database that syncs to disk. */
class KilledDeskTest {

    private static final int KILLS_OF_THE_PROCESS = 12;
    private static final int KILLS_OF_THE_DATABASE = 10;
    private static final int MOST_STEPS_BEFORE_A_KILL = 400;

    private final Random random = new Random(8311);
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Semaphore answers = new Semaphore(0);

    /** A desk in a process of its own and the thread that reads what it says. */
    private record Busy(Process process, Thread listener) {}

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void nothing_acknowledged_is_lost_and_nothing_is_stored_twice() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(directory);
        try {
            Schema.migrate(database.address());
            for (int kill = 0; kill < KILLS_OF_THE_PROCESS; kill++) {
                Busy desk = start(database);
                waitForSteps();
                kill(desk);
            }
            Busy desk = start(database);
            for (int kill = 0; kill < KILLS_OF_THE_DATABASE; kill++) {
                waitForSteps();
                database = killed(database);
            }
            waitForSteps();
            kill(desk);

            check(database);
        } finally {
            database.close();
        }
    }

    /** Through its handle, which leaves the pipe open: what it acknowledged before it died is still read to the end. */
    private static void kill(Busy desk) throws InterruptedException {
        desk.process().toHandle().destroyForcibly();
        desk.process().waitFor();
        desk.listener().join();
    }

    private EmbeddedDatabase killed(EmbeddedDatabase database) throws Exception {
        database.process().destroyForcibly();
        database.process().onExit().get();
        database.close();
        return EmbeddedDatabase.start(directory, Map.of("port", Integer.toString(database.port())));
    }

    private Busy start(EmbeddedDatabase database) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyDesk.class.getName(),
                        database.address().url(),
                        database.address().user(),
                        database.address().password())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Busy(process, Thread.ofVirtual().start(() -> listen(process.inputReader())));
    }

    private void listen(BufferedReader lines) {
        lines.lines().forEach(line -> {
            String[] words = line.split(" ");
            if (words[0].equals("ASK") && words.length == 2) {
                asked.add(words[1]);
            } else if (words[0].equals("ACK") && words.length == 4) {
                acknowledged.put(words[1], words[2] + " " + words[3]);
                answers.release();
            }
        });
    }

    /** Waits until some more steps are answered: at a moment nobody chose, in the middle of the load. */
    private void waitForSteps() throws InterruptedException {
        answers.drainPermits();
        answers.acquire(1 + random.nextInt(MOST_STEPS_BEFORE_A_KILL));
    }

    private void check(EmbeddedDatabase database) throws Exception {
        try (HikariDataSource pool = BusyDesk.pool(database.address())) {
            Map<String, String> stored = new HashMap<>();
            JdbcClient.create(pool).sql("select key, matter_id, seq from step").query(row -> {
                String before = stored.put(row.getString(1), row.getLong(2) + " " + row.getInt(3));
                assertThat(before).as("stored twice: " + row.getString(1)).isNull();
            });

            assertThat(acknowledged).hasSizeGreaterThan(KILLS_OF_THE_PROCESS + KILLS_OF_THE_DATABASE);
            assertThat(stored).containsAllEntriesOf(acknowledged);
            assertThat(stored.keySet().stream()
                            .filter(key -> !asked.contains(key))
                            .collect(Collectors.toSet()))
                    .isEmpty();
            assertThat(new Doctor(BusyDesk.equipment(pool)).examine(n -> {}).differences())
                    .isEmpty();
        }
    }
}
