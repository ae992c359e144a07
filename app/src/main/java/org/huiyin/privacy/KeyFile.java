package org.huiyin.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;

/** Secrets in a file its owner alone may read. */
final class KeyFile implements KeySource {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path file;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    boolean missing() {
        return Files.notExists(file);
    }

    @Override
    public Secrets read() {
        try {
            return Secrets.read(Files.readAllBytes(file));
        } catch (KeyTrouble e) {
            throw new KeyTrouble(
                    "The key file " + file + " cannot be used: " + e.getMessage() + ". Put your copy of it back.", e);
        } catch (IOException e) {
            throw new KeyTrouble("The key file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Duration fresh() {
        return Duration.ofSeconds(10);
    }

    @Override
    public String name() {
        return "the key file " + file;
    }

    /** Puts other secrets in the place of those that are there; whoever reads meanwhile reads the ones or the others, whole. */
    void write(Secrets secrets) {
        write(file, secrets.written());
    }

    /** Puts a key that is taken out of use beside the file, for backups it still opens. */
    Path keepRetired(Secrets.Sealing key) {
        Path beside = file.resolveSibling(file.getFileName() + ".retired-" + key.id());
        write(beside, Secrets.line(key) + "\n");
        return beside;
    }

    private static void write(Path to, String text) {
        try {
            Files.createDirectories(to.getParent());
            Path half = to.resolveSibling(to.getFileName() + ".new");
            Files.deleteIfExists(half);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (FileChannel channel = FileChannel.open(half, NEW, owner)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(half, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new KeyTrouble("The key file " + to + " cannot be written: " + e.getMessage(), e);
        }
    }
}
