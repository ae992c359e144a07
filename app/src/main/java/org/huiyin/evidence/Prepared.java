package org.huiyin.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A checked file and its staged renditions, ready to be kept. Closing it removes what was not kept. */
record Prepared(Attachment attachment, Map<Rendition, Path> staged) implements AutoCloseable {

    @Override
    public void close() {
        try {
            for (Path file : staged.values()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
