package org.huiyin.bench;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How often and how long what is compared takes its turn. */
final class Turns {

    /** What runs once for the first time is not measured: the JVM and PostgreSQL get warm. */
    static final Duration WARM = Duration.ofSeconds(20);

    @Option(names = "--rounds", description = "Turns of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seconds", description = "Seconds a turn (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    int rounds() {
        return rounds;
    }

    Duration each() {
        return Duration.ofSeconds(seconds);
    }
}
