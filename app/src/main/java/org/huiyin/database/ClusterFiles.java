package org.huiyin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The files of a cluster before its server starts: made when missing, refused when of another version, freed of a server left over. */
final class ClusterFiles {

    private static final int MAJOR = 18;
    private static final int STOP_SECONDS = 60;

    private ClusterFiles() {}

    static void prepare(Programs programs, DataDirectory directory) throws IOException {
        if (Files.isDirectory(directory.cluster())) {
            refuseOtherVersion(directory.cluster());
            endLeftOver(directory.cluster());
        } else {
            create(programs, directory);
        }
    }

    /** Makes the files beside their place and moves them there whole. */
    private static void create(Programs programs, DataDirectory directory) throws IOException {
        var unfinished = directory.unfinished();
        directory.password();
        var arguments = List.of(
                "--pgdata=" + unfinished,
                "--username=" + EmbeddedDatabase.NAME,
                "--auth=scram-sha-256",
                "--pwfile=" + directory.passwordFile(),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        var result = programs.run("initdb", arguments);
        if (result.failed()) {
            throw new DatabaseUnavailable("PostgreSQL could not make its files in " + directory.cluster() + ": "
                    + Programs.lastComplaint(result.said()));
        }
        Files.move(unfinished, directory.cluster());
    }

    private static void refuseOtherVersion(Path cluster) throws IOException {
        var version =
                Integer.parseInt(Files.readString(cluster.resolve("PG_VERSION")).strip());
        if (version != MAJOR) {
            throw new DatabaseUnavailable("The data directory " + cluster.getParent() + " was written by "
                    + (version > MAJOR ? "a newer" : "an older") + " PostgreSQL (" + version + "); this Huiyin reads "
                    + MAJOR);
        }
    }

    /**
     * Waits for a server whose Huiyin was killed, and takes away the note of one that was killed itself. Its number may since belong
     * to a stranger, who is recognised by not having our directory in its command.
     */
    private static void endLeftOver(Path cluster) throws IOException {
        var note = cluster.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        var number = Files.readAllLines(note).getFirst().strip();
        var leftOver = ProcessHandle.of(Long.parseLong(number))
                .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()));
        if (leftOver.isPresent()) {
            await(leftOver.get(), cluster);
        } else {
            Files.delete(note);
        }
    }

    private static void await(ProcessHandle server, Path cluster) {
        server.destroy();
        try {
            server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DatabaseUnavailable("A PostgreSQL left over in " + cluster + " does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("The start was interrupted", e);
        }
    }
}
