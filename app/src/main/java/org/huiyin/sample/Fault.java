package org.huiyin.sample;

import java.time.Instant;
import org.huiyin.matter.MatterNumber;

/** What does not agree about a sample that was drawn. */
public sealed interface Fault {

    /**
     * The seed is not the one that was committed to.
     *
     * @param drawnWithIt whether the list was drawn with this seed all the same: then the commitment was changed and not the seed
     */
    record SeedAgainstCommitment(boolean drawnWithIt) implements Fault {}

    /** The commitment was made when the month was over. */
    record CommittedLate(Instant at, Instant end) implements Fault {}

    /** Matters that belong into the list, by the steps, and are not in it. */
    record LeftOut(int count, MatterNumber such) implements Fault {}

    /** Matters in the list that do not belong there. */
    record PutIn(int count, MatterNumber such) implements Fault {}

    /** Matters that stand under a unit that had not handled them. */
    record UnderOtherUnit(int count, MatterNumber such) implements Fault {}

    /** Matters that do not stand where the lot put them. */
    record OutOfOrder(int count, MatterNumber such) implements Fault {}

    /** Matters marked as drawn that were not, or drawn and not marked. */
    record ChosenOtherwise(int count, MatterNumber such) implements Fault {}

    /** No sample of this month is kept, although one of an earlier month is: it was taken away. */
    record Missing() implements Fault {}
}
