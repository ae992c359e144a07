package org.huiyin.translog;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Waits a moment for what the sequencer is about to do. */
@Component
class Waiting {

    private static final int LOOKS = 25;
    private static final long BETWEEN_MILLIS = 100;

    /** Asks again until there is an answer, for two seconds and a half. */
    <T> Optional<T> until(Supplier<Optional<T>> asked) throws InterruptedException {
        Optional<T> found = asked.get();
        for (int look = 1; found.isEmpty() && look < LOOKS; look++) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            found = asked.get();
        }
        return found;
    }
}
