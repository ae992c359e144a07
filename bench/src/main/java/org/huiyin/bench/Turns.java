package org.huiyin.bench;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How often and how long what is compared takes its turn. */
final class Turns {

    @Option(names = "--warm", description = "Seconds of a first turn that is not measured (default: ${DEFAULT-VALUE}).")
    private int warm = 20;

    @Option(names = "--rounds", description = "Turns of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seconds", description = "Seconds a turn (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    int rounds() {
        return rounds;
    }

    Duration warm() {
        return Duration.ofSeconds(warm);
    }

    Duration each() {
        return Duration.ofSeconds(seconds);
    }
}
