package org.huiyin.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where log lines go; settled before the first one is written. See logback.xml and logback-file.xml. */
final class Logs {

    private static final String FILE = "huiyin.log.file";
    private static final String LEVEL = "huiyin.log.level";
    private static final String LOGBACK = "logback.configurationFile";
    private static final String SPRING = "logging.config";

    private Logs() {}

    /** Keeps the console for people. */
    static void toFile(Path file) {
        System.setProperty(FILE, file.toString());
        System.setProperty(LOGBACK, "logback-file.xml");
        System.setProperty(SPRING, "classpath:logback-file.xml");
    }

    /** For a service whose console is collected. */
    static void toConsole() {
        System.setProperty(LEVEL, "info");
    }

    static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty(FILE)).map(Path::of);
    }

    /** For tests, which run several commands in one process. */
    static void forget() {
        for (var property : List.of(FILE, LEVEL, LOGBACK, SPRING)) {
            System.clearProperty(property);
        }
    }
}
