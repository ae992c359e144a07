package org.huiyin.translog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign the log, in a file outside the database, and beside it the newest checkpoint they signed: whoever puts an older database
 * in place gets no signature on a second history. All keys of the file sign; the first is the newest. A changed file is read again.
 */
public final class LogKeys {

    private final Path file;
    private final Path newest;
    private final String origin;
    private List<SigningKey> keys = List.of();
    private @Nullable FileTime read;

    /** @param origin the name of a key that has to be made, because there is no file yet */
    public LogKeys(Path file, String origin) {
        this.file = file.toAbsolutePath();
        this.newest = this.file.resolveSibling(this.file.getFileName() + ".head");
        this.origin = origin;
    }

    Path file() {
        return file;
    }

    /** Whether there is a key file at all; looking makes none. */
    boolean present() {
        return Files.exists(file);
    }

    /** Where the newest signed checkpoint is kept. */
    Path newestFile() {
        return newest;
    }

    /**
     * The keys that sign now, the newest first; makes one when there is no file.
     *
     * @throws Unreadable when a line is no key, or they are of different logs
     */
    synchronized List<SigningKey> signing() {
        try {
            if (Files.notExists(file)) {
                write(List.of(SigningKey.generate(origin, new SecureRandom())));
            }
            FileTime changed = Files.getLastModifiedTime(file);
            if (!changed.equals(read)) {
                keys = parse(Files.readAllLines(file));
                read = changed;
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("The log's key file " + file + " cannot be read", e);
        }
    }

    private static List<SigningKey> parse(List<String> lines) {
        List<SigningKey> found = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(SigningKey::parse)
                .toList();
        if (found.isEmpty()) {
            throw new Unreadable(Unreadable.Why.KEY_FORM);
        }
        String name = found.getFirst().verifier().name();
        for (SigningKey key : found) {
            if (!key.verifier().name().equals(name)) {
                throw new Unreadable(Unreadable.Why.KEY_NAME, key.verifier().name());
            }
        }
        return found;
    }

    String origin() {
        return signing().getFirst().verifier().name();
    }

    List<VerifierKey> verifiers() {
        return signing().stream().map(SigningKey::verifier).toList();
    }

    /** The checkpoint with a signature of every key. */
    Note sign(Checkpoint checkpoint) {
        String text = checkpoint.text();
        return new Note(text, signing().stream().map(key -> key.sign(text)).toList());
    }

    /** Adds a key, which signs beside the old ones from now on. */
    synchronized VerifierKey add() {
        List<SigningKey> all = new ArrayList<>(signing());
        all.addFirst(SigningKey.generate(origin(), new SecureRandom()));
        replace(all);
        return all.getFirst().verifier();
    }

    /** Takes a key away, by its id in hex; empty when the file has none of that id or no other. */
    synchronized Optional<VerifierKey> remove(String id) {
        List<SigningKey> all = new ArrayList<>(signing());
        Optional<SigningKey> gone =
                all.stream().filter(key -> key.verifier().idHex().equals(id)).findFirst();
        if (gone.isEmpty() || all.size() == 1) {
            return Optional.empty();
        }
        all.remove(gone.get());
        replace(all);
        return gone.map(SigningKey::verifier);
    }

    /** A key of a log of another name, not in the file yet. */
    SigningKey fresh(String name) {
        return SigningKey.generate(name, new SecureRandom());
    }

    /** Has another log begin: its key signs alone, and the newest checkpoint of the ended one is put aside. */
    synchronized void begin(SigningKey key) {
        replace(List.of(key)); // first: an old key must never sign without the old checkpoint beside it
        try {
            Files.move(newest, Path.of(newest + ".ended"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint " + newest + " of the ended log has to be moved away", e);
        }
    }

    private void replace(List<SigningKey> all) {
        try {
            write(all);
            read = null;
        } catch (IOException e) {
            throw new UncheckedIOException("The log's key file " + file + " cannot be written", e);
        }
    }

    private void write(List<SigningKey> all) throws IOException {
        StringBuilder lines = new StringBuilder("# Secret. Every key here signs the log; the first is the newest.\n");
        all.forEach(key -> lines.append(key.written()).append('\n'));
        put(file, lines.toString());
    }

    /** The newest checkpoint that was ever signed here; empty before the first. */
    Optional<Note> newest() {
        try {
            return Files.exists(newest) ? Optional.of(Note.parse(Files.readString(newest))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The newest checkpoint " + newest + " cannot be read", e);
        }
    }

    /** To be called once the checkpoint is stored and before anybody is shown it. */
    void keepNewest(Note checkpoint) {
        try {
            put(newest, checkpoint.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The newest checkpoint " + newest + " cannot be written", e);
        }
    }

    /** Whole or not at all, and for its owner's eyes. */
    private static void put(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(
                file.getParent(),
                file.getFileName() + "-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, content);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
