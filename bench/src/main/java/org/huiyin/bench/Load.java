package org.huiyin.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/** Many callers at once, each doing one thing after another for a while. */
final class Load {

    /** What a caller does; it returns after every single operation. */
    interface Caller {
        void once() throws Exception;
    }

    /** Makes the callers; each lives in a thread of its own. */
    interface Callers {
        Caller make(int n) throws Exception;
    }

    private final LongAdder done = new LongAdder();
    private final Histogram micros = new Histogram(60_000_000L, 3);
    private double seconds;

    /** Runs for so long with so many callers and adds to what was measured before. */
    void run(int callers, Duration time, Callers make) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        run(callers, () -> System.nanoTime() < end, make);
    }

    private void run(int callers, BooleanSupplier goOn, Callers make) throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        long start = System.nanoTime();
        for (int n = 0; n < callers; n++) {
            Caller caller = make.make(n);
            threads.add(Thread.ofVirtual().start(() -> call(caller, goOn, failures)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        seconds += (System.nanoTime() - start) / 1e9;
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " callers failed", failures.getFirst());
        }
    }

    /** Has so many callers do something so often, all together. */
    static void times(int callers, long times, Caller caller) throws Exception {
        AtomicLong left = new AtomicLong(times);
        new Load().run(callers, () -> left.getAndDecrement() > 0, n -> caller);
    }

    /** What has to be done after the callers ended, for all they did to be done; it takes of their time. */
    void settle(Caller last) throws Exception {
        long start = System.nanoTime();
        last.once();
        seconds += (System.nanoTime() - start) / 1e9;
    }

    private void call(Caller caller, BooleanSupplier goOn, List<Throwable> failures) {
        Histogram mine = new Histogram(60_000_000L, 3);
        long count = 0;
        try {
            while (goOn.getAsBoolean()) {
                long from = System.nanoTime();
                caller.once();
                mine.recordValue(Math.min(60_000_000L, (System.nanoTime() - from) / 1000));
                count++;
            }
        } catch (Throwable failure) {
            synchronized (failures) {
                failures.add(failure);
            }
        }
        close(caller, failures);
        done.add(count);
        synchronized (micros) {
            micros.add(mine);
        }
    }

    private static void close(Caller caller, List<Throwable> failures) {
        if (caller instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception failure) {
                synchronized (failures) {
                    failures.add(failure);
                }
            }
        }
    }

    long count() {
        return done.sum();
    }

    double perSecond() {
        return done.sum() / seconds;
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}
