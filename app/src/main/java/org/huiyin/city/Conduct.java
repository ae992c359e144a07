package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import org.huiyin.org.Unit;

/**
 * How a unit goes about its matters.
 *
 * @param pace how much of its time it usually takes; above 1 it is usually late
 * @param spread how much that varies
 * @param unsolved how many of its answers leave the matter as it was
 * @param silent how many of the raisers it does not contact
 * @param heeds how many instruments it answers
 * @param games whether it makes its figures rather than earns them
 */
record Conduct(double pace, double spread, double unsolved, double silent, double heeds, boolean games) {

    /** Who behaves how, over the time of the story. */
    record Customs(Script script, Instant begin, Instant end) {

        Conduct of(Unit unit, Instant at) {
            if (unit.code().equals(script.late())) {
                return new Conduct(0.98, 0.6, 0.22, 0.12, 0.25, false);
            }
            if (unit.code().equals(script.games().unit())) {
                return new Conduct(0.7, 0.45, 0.3, 0.1, 0.5, true);
            }
            if (unit.code().equals(script.improves().unit())) {
                double gone = Math.clamp(
                        (double) Duration.between(begin, at).toHours()
                                / (0.85 * Duration.between(begin, end).toHours()),
                        0,
                        1);
                return new Conduct(
                        1.0 - 0.62 * gone, 0.45, 0.36 - 0.33 * gone, 0.25 - 0.24 * gone, 0.4 + 0.6 * gone, false);
            }
            return new Conduct(
                    0.38 + 0.3 * temper(unit, 1),
                    0.45,
                    0.04 + 0.13 * temper(unit, 2),
                    0.01 + 0.08 * temper(unit, 3),
                    0.6 + 0.35 * temper(unit, 4),
                    false);
        }

        /** What is peculiar to a unit: between 0 and 1, the same every time. */
        private static double temper(Unit unit, int trait) {
            int mixed = (unit.code() + "/" + trait).hashCode() * 0x9E3779B1;
            return (mixed >>> 8) / (double) (1 << 24);
        }
    }
}
