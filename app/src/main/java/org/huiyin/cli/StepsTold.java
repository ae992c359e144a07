package org.huiyin.cli;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** Tells every ten thousand steps how far a command has come that reads them all. */
final class StepsTold implements LongConsumer {

    private static final int EVERY = 10_000;

    private final PrintWriter out;
    private final String done;

    /**
     * Tells on a console.
     *
     * @param done what was done with the steps: {@code folded}
     */
    StepsTold(PrintWriter out, String done) {
        this.out = out;
        this.done = done;
    }

    @Override
    public void accept(long steps) {
        if (steps % EVERY == 0) {
            out.printf("%,d steps %s%n", steps, done);
            out.flush();
        }
    }
}
