package org.huiyin.bench;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every bench over a loaded database can be told. */
final class Loaded {

    @Option(names = "--matters", description = "Matters loaded first (default: ${DEFAULT-VALUE}).")
    private long matters = 1_000_000;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Option(names = "--data", description = "Keep the database here instead of a temporary directory.")
    private Path data = Path.of("");

    long matters() {
        return matters;
    }

    boolean json() {
        return json;
    }

    BenchDatabase start() throws IOException {
        return BenchDatabase.start(data);
    }
}
