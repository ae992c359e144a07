package org.huiyin.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.replay.Life.Planned;

/** All steps of all records in the order in which they happened. */
final class Schedule {

    /** Steps asked for at once: enough to fill the writers' batches, few enough to keep records near the order of events. */
    private static final int WINDOW = 2000;

    /**
     * One step of one record.
     *
     * @param late comes after what happened at the same instant to other records
     * @param alone bears on a record merged or merged into, so nothing may run beside it
     */
    record Event(Life life, Planned step, boolean late, boolean alone) {}

    private final List<Event> events = new ArrayList<>();

    /** The steps that have happened by now; what lies ahead has not. */
    Schedule(List<Life> lives, Instant now) {
        Set<String> related = new HashSet<>();
        for (Life life : lives) {
            if (life.twin() != null) {
                related.add(life.id());
                related.add(life.twin());
            }
        }
        for (Life life : lives) {
            boolean alone = related.contains(life.id());
            for (Planned step : life.steps()) {
                boolean begins = step == life.steps().getFirst();
                if (begins || !step.at().isAfter(now)) {
                    boolean late =
                            life.twin() != null && !begins && !step.step().equals("dispatch");
                    events.add(new Event(life, step, late, alone && !begins));
                }
            }
        }
        // stable: steps of one record keep their order
        events.sort(Comparator.comparing((Event event) -> event.step().at()).thenComparing(Event::late));
    }

    int size() {
        return events.size();
    }

    /** The steps in portions that may be asked for together. */
    List<List<Event>> windows() {
        List<List<Event>> windows = new ArrayList<>();
        List<Event> window = new ArrayList<>();
        for (Event event : events) {
            boolean full = window.size() == WINDOW;
            if (!window.isEmpty() && (full || event.alone() || window.getLast().alone())) {
                windows.add(window);
                window = new ArrayList<>();
            }
            window.add(event);
        }
        windows.add(window);
        return windows;
    }
}
