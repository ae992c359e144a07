package org.huiyin.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * What one record says happened, as steps to be taken in this order. Pure; it names places, units and other records and knows no ids.
 *
 * @param id the record's own number
 * @param line where it stands in the file
 * @param spot the names of the places it lies in, outermost first, below the city; empty for the city as a whole
 * @param lead the unit that handled it
 * @param span when it was raised, due and done by the file's own account
 * @param likeness what tells duplicates from originals
 * @param twin the record it was merged into; null when it was not
 */
record Life(
        String id,
        long line,
        List<Text> spot,
        Lead lead,
        Span span,
        Likeness likeness,
        @Nullable String twin,
        List<Planned> steps) {

    /** A unit by its name, and the places it answers for. */
    record Lead(Text name, List<Text> spot) {}

    /**
     * By the file's account.
     *
     * @param due null when the record has no due time
     * @param done null while it is open
     */
    record Span(
            Instant raised, @Nullable Instant due, @Nullable Instant done) {

        boolean judged() {
            return due != null && done != null;
        }

        boolean onTime() {
            return due != null && done != null && !done.isAfter(due);
        }
    }

    /**
     * Which records may be one and the same thing.
     *
     * @param keys equal for records that may be, the strongest first
     */
    record Likeness(boolean duplicate, boolean original, List<String> keys) {

        static final Likeness NONE = new Likeness(false, false, List.of());
    }

    /**
     * One step to be taken.
     *
     * @param key tells it from the record's other steps
     */
    record Planned(String key, String step, Instant at, Map<String, Object> fields) {

        Planned(String step, Instant at, Map<String, Object> fields) {
            this(step, step, at, fields);
        }
    }

    Life {
        spot = List.copyOf(spot);
        steps = List.copyOf(steps);
    }

    /** The same record merged into another at the time it was done; it is closed when that one is. */
    Life mergedInto(Life original, Instant at) {
        List<Planned> life = new ArrayList<>();
        steps.stream()
                .filter(step -> step.step().equals("raise") || step.step().equals("dispatch"))
                .forEach(life::add);
        life.add(new Planned("merge", at, Map.of()));
        original.steps().stream()
                .filter(step -> step.step().equals("close"))
                .forEach(close -> life.add(new Planned("close", close.at(), Map.of())));
        return new Life(id, line, spot, lead, span, likeness, original.id(), life);
    }
}
