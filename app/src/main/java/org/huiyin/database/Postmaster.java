package org.huiyin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself in {@code postmaster.pid}.
 *
 * @param ready whether it answers, by its own word; false, too, when its process is gone and only the file was left
 */
record Postmaster(long pid, int port, boolean ready) {

    private static final int PORT = 3;
    /** The eighth line is the server's own word on how far it is. */
    private static final int STATE = 7;

    /** Empty when there is no such file or it is still being written. */
    static Optional<Postmaster> of(Path cluster) {
        Path file = cluster.resolve("postmaster.pid");
        List<String> lines;
        try {
            lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return Optional.empty(); // it goes while it is read
        }
        if (lines.size() <= STATE
                || !lines.getFirst().matches("[0-9]{1,18}")
                || !lines.get(PORT).strip().matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst());
        boolean lives = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        return Optional.of(new Postmaster(
                pid,
                Integer.parseInt(lines.get(PORT).strip()),
                lives && lines.get(STATE).strip().equals("ready")));
    }
}
