package org.huiyin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL 18 of our own in a data directory, reachable from this machine only and ended with this process.
 *
 * <p>Every commit is on disk before it is acknowledged, unless the settings say otherwise. Not safe for use by several threads.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String NAME = "huiyin";
    private static final int STOP_SECONDS = 60;
    private static final int START_SECONDS = 120;
    private static final int LEFTOVER_SECONDS = 30;
    /** What the log says last while children of a server that was killed still go on or are just ending. */
    private static final List<String> LEFTOVER =
            List.of("pre-existing shared memory block", "unexpected postmaster exit");

    private final DataDirectory directory;
    private final Process server;
    private final int port;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, Process server, int port, String password) {
        this.directory = directory;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** Starts the database of a data directory, making one where there is none. */
    public static EmbeddedDatabase start(Path directory) {
        return start(directory, Map.of());
    }

    /**
     * Starts with other server settings than the usual ones.
     *
     * @param settings names and values as in postgresql.conf; {@code port} may be among them
     * @throws DatabaseUnavailable when the directory is in use, not writable, full or of another version
     */
    public static EmbeddedDatabase start(Path directory, Map<String, String> settings) {
        var held = DataDirectory.take(directory);
        try {
            return start(held, settings);
        } catch (IOException e) {
            held.close();
            throw new DatabaseUnavailable("PostgreSQL could not be started in " + directory + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** Where the database of a data directory answers that another process serves just now; empty when none does. */
    public static Optional<Address> running(Path directory) {
        return Postmaster.of(directory.resolve(DataDirectory.CLUSTER))
                .filter(Postmaster::ready)
                .flatMap(server -> DataDirectory.passwordIn(directory)
                        .map(password -> new Address(url(server.port(), NAME), NAME, password)));
    }

    /** Throws away the database of a data directory, for good; does nothing when there is none. */
    public static void discard(Path directory) {
        try (var held = DataDirectory.take(directory)) {
            FileSystemUtils.deleteRecursively(held.cluster());
        } catch (IOException e) {
            throw new DatabaseUnavailable("The database in " + directory + " could not be thrown away", e);
        }
    }

    private static EmbeddedDatabase start(DataDirectory directory, Map<String, String> settings) throws IOException {
        var programs = new Programs(Binaries.directory());
        var password = directory.password();
        ClusterFiles.prepare(programs, directory);
        var all = new LinkedHashMap<>(usual());
        all.putAll(settings);
        all.computeIfAbsent("port", name -> Integer.toString(freePort()));
        var server = serve(programs, directory, all);
        var port = Integer.parseInt(all.get("port"));
        var database = new EmbeddedDatabase(directory, server, port, password);
        database.awaitReady();
        return database;
    }

    /** A server that was killed leaves children that live on for a moment and hold its memory: then the new one is started again. */
    private static Process serve(Programs programs, DataDirectory directory, Map<String, String> settings)
            throws IOException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEFTOVER_SECONDS);
        while (true) {
            var server = programs.serve(arguments(directory.cluster(), settings), directory.log());
            while (!ready(directory, server) && !ended(server, 10)) {
                if (System.nanoTime() > deadline) {
                    return server;
                }
            }
            if (server.isAlive()
                    || System.nanoTime() > deadline
                    || LEFTOVER.stream().noneMatch(complaint(directory)::contains)) {
                return server;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static String complaint(DataDirectory directory) throws IOException {
        return Programs.lastComplaint(Files.readString(directory.log(), StandardCharsets.UTF_8));
    }

    /** For a machine of two cores that has other work too. */
    private static Map<String, String> usual() {
        var usual = new LinkedHashMap<String, String>();
        usual.put("listen_addresses", "127.0.0.1");
        usual.put("unix_socket_directories", "");
        usual.put("max_connections", "100");
        usual.put("shared_buffers", "256MB");
        usual.put("effective_cache_size", "1GB");
        usual.put("max_wal_size", "4GB");
        usual.put("checkpoint_timeout", "15min");
        usual.put("random_page_cost", "1.1");
        usual.put("jit", "off");
        return usual;
    }

    private static List<String> arguments(Path cluster, Map<String, String> settings) {
        var arguments = new ArrayList<>(List.of("-D", cluster.toString()));
        settings.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!ready(directory, server)) {
            if (ended(server, 10) || System.nanoTime() > deadline) {
                var said = complaint(directory);
                close();
                throw new DatabaseUnavailable("PostgreSQL did not start: " + said + " (see " + directory.log() + ")");
            }
        }
        createDatabase();
    }

    private static boolean ready(DataDirectory directory, Process server) {
        return Postmaster.of(directory.cluster())
                .filter(one -> one.pid() == server.pid())
                .filter(Postmaster::ready)
                .isPresent();
    }

    private static boolean ended(Process server, long millis) {
        try {
            return server.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void createDatabase() {
        try (var connection = DriverManager.getConnection(url("postgres"), NAME, password);
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'huiyin'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE huiyin");
            }
        } catch (SQLException e) {
            close();
            throw new DatabaseUnavailable("PostgreSQL started but does not answer: " + e.getMessage(), e);
        }
    }

    /** The database {@code huiyin}. */
    public Address address() {
        return address(NAME);
    }

    /** Another database of the cluster. */
    public Address address(String database) {
        return new Address(url(database), NAME, password);
    }

    private String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** The process of the server, for tests that kill it. */
    public ProcessHandle process() {
        return server.toHandle();
    }

    /** Ends sessions, writes what is dirty and stops; returns when the server is gone. */
    @Override
    public void close() {
        try (var guard = server.outputWriter()) {
            if (!server.isAlive()) {
                guard.write("gone\n");
            }
        } catch (IOException e) {
            server.destroy();
        }
        if (!ended(server, TimeUnit.SECONDS.toMillis(STOP_SECONDS))) {
            server.destroyForcibly();
        }
        directory.close();
    }
}
