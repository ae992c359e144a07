package org.huiyin.matter;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;

/**
 * Everything the conditions of a programme may look at when a step is asked for.
 *
 * @param known the variables of {@link org.huiyin.programme.Condition}
 */
record Situation(@Nullable Matter before, Kin kin, Map<String, Object> known, Instant occurred) {

    /**
     * What bears on a step besides the matter itself.
     *
     * @param target the matter named in the field {@code into}, when the step merges
     * @param merged the matters merged into this one
     * @param last the earlier steps of this round that the step has to know, each as it was last taken
     * @param holding how many matters stand where this very step took them for whoever now asks
     */
    record Kin(@Nullable Matter target, List<Matter> merged, Map<String, Step> last, long holding) {

        static final Kin NONE = new Kin(null, List.of(), Map.of(), 0);
    }

    static Situation of(
            Programme programme, @Nullable Matter before, Kin kin, Map<String, Object> values, Instant occurred) {
        Map<String, Object> known = new HashMap<>();
        Map<String, Object> times = new HashMap<>();
        Map<String, Object> overdue = new HashMap<>();
        if (before != null) {
            before.times().forEach((step, taken) -> times.put(step, (long) taken.thisRound()));
            before.clocks().stream()
                    .filter(clock -> clock.open() && clock.unit() == null)
                    .forEach(clock -> overdue.put(clock.name(), clock.overdueAt(occurred)));
        }
        known.put("fields", values);
        known.put("times", times);
        known.put("overdue", overdue);
        Map<String, Object> last = new HashMap<>();
        kin.last().forEach((name, step) -> last.put(name, step.fields()));
        known.put("last", last);
        known.put("holding", kin.holding());
        known.put("state", before == null ? "" : before.state());
        known.put("round", before == null ? 1L : (long) before.round());
        known.put("kind", before == null ? "" : before.kind());
        known.put("urgency", before == null ? "" : before.urgency());
        known.put("category", before == null ? "" : before.category());
        return new Situation(before, kin, known, occurred);
    }

    /** Where the step leads: the first branch that holds, or nowhere. */
    String toState(StepRule rule) {
        for (StepRule.Branch branch : rule.to()) {
            if (branch.when() == null || branch.when().holds(known)) {
                return branch.state();
            }
        }
        return before == null ? "" : before.state();
    }

    /**
     * Why the programme forbids the step now.
     *
     * @param filled whether the form is filled in; if not, conditions on its fields are left out
     */
    Optional<Refusal> forbidden(StepRule rule, WorkCalendar calendar, boolean filled) {
        StepRule.Window window = rule.within();
        if (window != null && before != null && closed(window, before, calendar)) {
            return Optional.of(new Refusal.WindowClosed(window.refusal()));
        }
        return rule.guards().stream()
                .filter(guard -> filled || !guard.condition().source().contains("fields"))
                .filter(guard -> !guard.condition().holds(known))
                .findFirst()
                .map(guard -> new Refusal.GuardFailed(guard.slug(), guard.refusal()));
    }

    private boolean closed(StepRule.Window window, Matter matter, WorkCalendar calendar) {
        Optional<Instant> opened = window.after().stream()
                .map(matter.times()::get)
                .filter(Objects::nonNull)
                .map(Matter.Taken::last)
                .max(Comparator.naturalOrder());
        Limit from = window.from();
        return opened.isEmpty()
                || occurred.isAfter(
                        calendar.deadline(Span.of(opened.get(), window.limit())).due())
                || (from != null && occurred.isBefore(calendar.opening(opened.get(), from)));
    }
}
