package org.huiyin.replay;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The tables tests read: small invented ones of our own, and the shared real ones where they are there. */
final class Tables {

    private Tables() {}

    static Path own(String name) {
        try {
            return Path.of(Objects.requireNonNull(Tables.class.getResource("/replay/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A real table; the test is skipped where it is absent. */
    static Path shared(String name) {
        String shared = System.getenv().getOrDefault("HUIYIN_SHARED", "../../shared");
        Path file = Path.of(System.getProperty("huiyin.shared", shared), "data", name);
        Assumptions.assumeTrue(
                Files.exists(file), "no shared table " + file.toAbsolutePath().normalize());
        return file;
    }

    static Path written(Path directory, String name, String text, Charset charset) throws IOException {
        return Files.writeString(directory.resolve(name), text, charset);
    }
}
