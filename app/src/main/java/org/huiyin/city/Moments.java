package org.huiyin.city;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The clock of the story's Desk: each step of a batch happens at a moment of its own. The Desk asks once a step, in the order the steps were
 * asked for; when it has to try again, everything happens at the last of them.
 */
final class Moments implements InstantSource {

    private final Queue<Instant> waiting = new ConcurrentLinkedQueue<>();
    private volatile Instant present = Instant.EPOCH;

    /** What the next steps are to happen at. */
    void of(List<Instant> moments) {
        waiting.clear();
        waiting.addAll(moments);
    }

    @Override
    public Instant instant() {
        Instant next = waiting.poll();
        if (next != null) {
            present = next;
        }
        return present;
    }
}
