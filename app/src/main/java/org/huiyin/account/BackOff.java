package org.huiyin.account;

import java.time.Duration;

/**
 * How long to wait after so many failures in a row: the first few are free, then each doubles the wait up to a ceiling.
 *
 * @param free failures that cost nothing
 */
record BackOff(int free, Duration first, Duration longest) {

    /** Of one login: four typing errors are human. */
    static final BackOff LOGIN = new BackOff(4, Duration.ofSeconds(30), Duration.ofMinutes(15));

    /** Of one address: a whole office may share it. */
    static final BackOff ADDRESS = new BackOff(30, Duration.ofSeconds(30), Duration.ofHours(1));

    Duration after(int failures) {
        int beyond = failures - free;
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        int doublings = Math.min(beyond - 1, 20);
        var wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
