package org.huiyin.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs, unpacked from their jar once per machine and user. */
final class Binaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private Binaries() {}

    /** The directory that holds {@code bin/postgres}; unpacked when it is not there yet (about a second). */
    static Path directory() throws IOException {
        var archive = archive();
        var home = cache().resolve("postgresql-" + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(cache());
            var unpacked = Files.createTempDirectory(cache(), "unpacking-");
            unpack(archive, unpacked);
            settle(unpacked, home);
        }
        return home;
    }

    private static Path cache() {
        var given = System.getProperty("huiyin.cache", System.getenv("XDG_CACHE_HOME"));
        return given == null || given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "huiyin")
                : Path.of(given, "huiyin");
    }

    private static URL archive() {
        var machine = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        var archive = machine.equals("Linux/amd64") ? Binaries.class.getResource(ARCHIVE) : null;
        if (archive == null) {
            throw new DatabaseUnavailable("Huiyin brings no PostgreSQL for " + machine
                    + "; start one yourself and use: ./huiyin serve --database-url jdbc:postgresql://…");
        }
        return archive;
    }

    /** The checksum the jar already holds; computing it anew would cost every start. */
    private static String fingerprint(URL archive) throws IOException {
        var jar = (JarURLConnection) archive.openConnection();
        return Long.toHexString(jar.getJarEntry().getCrc());
    }

    private static void unpack(URL archive, Path into) throws IOException {
        try (var in = new BufferedInputStream(archive.openStream(), 1 << 16);
                var xz = new XZCompressorInputStream(in);
                var tar = new TarArchiveInputStream(xz)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, into.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Two starts may unpack at once; the first to arrive stays. */
    private static void settle(Path unpacked, Path home) throws IOException {
        try {
            Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
