package org.huiyin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory one Huiyin keeps everything in, held by one process at a time. */
final class DataDirectory implements AutoCloseable {

    static final String CLUSTER = "postgresql";

    private static final String PASSWORD = "postgresql.password";
    private static final long LEAST_FREE_BYTES = 200L << 20;

    private final Path path;
    private final FileLock lock;

    private DataDirectory(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the directory, creating it first where it is missing. */
    static DataDirectory take(Path given) {
        var path = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            var free = Files.getFileStore(path).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new DatabaseUnavailable("The disk that holds " + path + " is full (" + (free >> 20) + " MB left, "
                        + (LEAST_FREE_BYTES >> 20) + " MB needed)");
            }
            return new DataDirectory(path, lock(path));
        } catch (IOException e) {
            throw new DatabaseUnavailable("The data directory " + path + " cannot be written to", e);
        }
    }

    private static FileLock lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new DatabaseUnavailable("Another Huiyin is using the data directory " + path
                    + "; stop it first or choose another with --data DIR");
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    Path cluster() {
        return path.resolve(CLUSTER);
    }

    Path log() {
        return path.resolve("postgresql.log");
    }

    /** A new name beside the cluster, so that a cluster half made is never mistaken for one. */
    Path unfinished() throws IOException {
        return Files.createTempDirectory(path, "unfinished-");
    }

    Path passwordFile() {
        return path.resolve(PASSWORD);
    }

    /** The password of a cluster that somebody else holds; empty when this reader may not have it. */
    static Optional<String> passwordIn(Path directory) {
        try {
            return Optional.of(Files.readString(directory.resolve(PASSWORD)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The password of the cluster, made at the first call and readable only by the owner. */
    String password() throws IOException {
        var file = passwordFile();
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var fresh = Files.createTempFile(path, "password-", "", owner);
            Files.writeString(fresh, HexFormat.of().formatHex(bytes));
            Files.move(fresh, file);
        }
        return Files.readString(file).strip();
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
