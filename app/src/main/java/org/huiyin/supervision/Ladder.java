package org.huiyin.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.supervision.Rung.When;
import org.jspecify.annotations.Nullable;

/**
 * The supervision ladder of a programme, as its file says. Pure: it decides, others store.
 *
 * @param climbs the clock whose lateness climbs it
 * @param nearDue clocks whose people are reminded when they become near due
 * @param overdue clocks whose people are reminded when they run out
 */
record Ladder(
        String programme,
        LocalDate effectiveFrom,
        String climbs,
        Set<String> nearDue,
        Set<String> overdue,
        List<Rung> rungs) {

    Rung rung(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("No rung " + kind + " in " + programme));
    }

    Optional<Rung> find(String kind) {
        return rungs.stream().filter(rung -> rung.kind().equals(kind)).findFirst();
    }

    Optional<Rung> at(When when) {
        return rungs.stream().filter(rung -> rung.when() == when).findFirst();
    }

    Optional<Rung> next(String kind) {
        int here = rungs.indexOf(rung(kind));
        return here + 1 < rungs.size() ? Optional.of(rungs.get(here + 1)) : Optional.empty();
    }

    /** The rung that is served by taking this step. */
    Optional<Rung> servedBy(String step) {
        return rungs.stream().filter(rung -> step.equals(rung.step())).findFirst();
    }

    /**
     * How a matter stands when somebody wants to serve an instrument by hand.
     *
     * @param runs whether the clock that climbs runs
     * @param open the kind that is open now; null for none
     * @param last the kind served last on this clock; null for none
     * @param proposed the kind that waits for a signature; null for none
     * @param pressing whether the matter is urgent
     */
    record Stand(
            boolean runs,
            @Nullable String open,
            @Nullable String last,
            @Nullable String proposed,
            boolean pressing) {}

    /** What the ladder says to a person who wants to serve an instrument. */
    sealed interface Verdict {

        record Allowed(Rung rung) implements Verdict {}

        /** No clock runs for which it could be served. */
        record NothingRuns() implements Verdict {}

        /** One matter, one instrument at a time. */
        record StillOpen(Rung open) implements Verdict {}

        /** Another one comes first. */
        record OutOfTurn(Rung expected) implements Verdict {}

        /** Serving it needs a reason. */
        record ReasonMissing() implements Verdict {}

        /** There is none above the last. */
        record Exhausted() implements Verdict {}
    }

    /** Whether a person may serve this kind now. What was proposed needs no reason, everything else does. */
    Verdict mayServe(String kind, Stand stand, String reason) {
        if (!stand.runs()) {
            return new Verdict.NothingRuns();
        }
        if (stand.open() != null) {
            return new Verdict.StillOpen(rung(stand.open()));
        }
        Optional<Rung> expected = expected(stand);
        if (expected.isEmpty()) {
            return new Verdict.Exhausted();
        }
        boolean higher = stand.pressing()
                && stand.last() == null
                && next(expected.get().kind())
                        .filter(rung -> rung.kind().equals(kind))
                        .isPresent();
        if (!expected.get().kind().equals(kind) && !higher) {
            return new Verdict.OutOfTurn(expected.get());
        }
        return reason.length() < 2 && !kind.equals(stand.proposed())
                ? new Verdict.ReasonMissing()
                : new Verdict.Allowed(rung(kind));
    }

    /** What a person may choose from: the next one, and for an urgent matter that starts, the one above. */
    List<Rung> choices(Stand stand) {
        return rungs.stream()
                .filter(rung -> mayServe(rung.kind(), stand, "with a reason") instanceof Verdict.Allowed)
                .toList();
    }

    private Optional<Rung> expected(Stand stand) {
        if (stand.proposed() != null) {
            return find(stand.proposed());
        }
        return stand.last() == null ? at(When.DUE) : next(stand.last());
    }
}
