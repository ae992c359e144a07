package org.huiyin.translog;

import java.util.Optional;

/** Gives what is published under a log's address; thread-safe. */
@FunctionalInterface
interface LogSource {

    /**
     * What lies at a path such as {@code /checkpoint} or {@code /tile/0/000}; empty when there is nothing.
     *
     * @throws Unreachable when there was no answer
     */
    Optional<byte[]> get(String path);

    /** The board beside the log, as programs read its counts; empty when the log is published alone. */
    default Optional<byte[]> board() {
        return Optional.empty();
    }
}
