package org.huiyin.frame;

/** The counts of the open board for the home page; the publicity module gives them. */
public interface BoardCounts {

    Counts now();

    /** How many matters were raised and on which list each stands; {@code apart} counts those not accepted or withdrawn. */
    record Counts(long raised, long problem, long task, long result, long apart) {

        public boolean conserved() {
            return raised == problem + task + result + apart;
        }
    }
}
