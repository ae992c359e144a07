package org.huiyin.evidence;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** Keeps evidence in a local directory: {@code ab/cd/abcd…}, two levels so that no folder grows large. */
final class DirectoryStore implements EvidenceStore {

    private final Path root;
    private final Path incoming;

    /** Makes the directory when there is none. */
    DirectoryStore(Path root) throws IOException {
        this.root = root.toAbsolutePath();
        this.incoming = Files.createDirectories(this.root.resolve("incoming"));
    }

    @Override
    public Path stage() throws IOException {
        return Files.createTempFile(incoming, "", ".part");
    }

    @Override
    public void keep(Path staged, String sha256, Rendition rendition) throws IOException {
        Path shard = shard(sha256);
        if (Files.notExists(shard)) {
            makeShard(shard, sha256);
        }
        sync(staged, WRITE);
        Files.move(
                staged, place(sha256, rendition), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(shard, READ);
    }

    @Override
    public InputStream open(String sha256, Rendition rendition) throws IOException {
        return Files.newInputStream(place(sha256, rendition));
    }

    @Override
    public long sizeBytes(String sha256, Rendition rendition) throws IOException {
        return Files.size(place(sha256, rendition));
    }

    @Override
    public void remove(String sha256) throws IOException {
        for (Rendition rendition : Rendition.values()) {
            Files.deleteIfExists(place(sha256, rendition));
        }
    }

    @Override
    public long roomBytes() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    @Override
    public void forgetStaged(Instant before) throws IOException {
        try (var staged = Files.newDirectoryStream(incoming, "*.part")) {
            for (Path file : staged) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path shard(String sha256) {
        return root.resolve(sha256.substring(0, 2), sha256.substring(2, 4));
    }

    private Path place(String sha256, Rendition rendition) {
        return shard(sha256).resolve(sha256 + rendition.suffix());
    }

    /** A new folder outlives a power cut only when the folders above it are synced too. */
    private void makeShard(Path shard, String sha256) throws IOException {
        Files.createDirectories(shard);
        sync(root.resolve(sha256.substring(0, 2)), READ);
        sync(root, READ);
    }

    private static void sync(Path path, OpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
