package org.huiyin.programme;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * One version of a mechanism's definition, as read from {@code programmes/<name>/programme.yaml}; immutable.
 * Maps keep the order of the file. A matter lives and is judged under the version it was raised under.
 */
public record Programme(
        String name,
        int version,
        LocalDate effectiveFrom,
        Text title,
        Map<String, ListRule> lists,
        Map<String, Category> categories,
        Map<String, StateRule> states,
        Map<String, StepRule> steps,
        Map<String, ClockRule> clocks,
        Publicity publicity,
        Map<String, Origin> origins) {

    /**
     * What is entered here from elsewhere, and by which step.
     *
     * @param fields field of the step → what of the origin goes into it
     * @param with field of the step → a value it always has
     * @param usual whether it goes there unless somebody chooses another programme
     */
    public record Origin(
            String name, String step, Map<String, String> fields, Map<String, String> with, boolean usual) {

        /** The fields of the step, from what is known; texts no longer than their field. */
        public Map<String, Object> filled(Form form, Map<String, Object> known) {
            Map<String, Object> filled = new LinkedHashMap<>(with);
            fields.forEach((field, fact) -> {
                Object value = known.get(fact);
                if (value != null) {
                    filled.put(
                            field,
                            form.field(field).map(one -> one.shortened(value)).orElse(value));
                }
            });
            return filled;
        }
    }

    /** One of the lists a matter stands on; exactly one at any time, which is what conservation counts. */
    public record ListRule(String name, Text title, boolean open) {}

    /** What a matter is about, with what the routing proposes. */
    public record Category(
            String name, Text title, @Nullable String unit) {}

    /**
     * A state: the list it counts on, whose desk it lies on, and under which worklist it is found there.
     *
     * @param desk who has to act next; {@code NOBODY} and {@code RAISER} put it on no worklist
     */
    public record StateRule(
            String name,
            Text title,
            String list,
            Desk desk,
            @Nullable String worklist,
            boolean end) {}

    /** On whose desk a state puts a matter. */
    public enum Desk {
        OFFICE,
        LEAD,
        SUPERVISOR,
        RAISER,
        NOBODY
    }

    /**
     * A named clock.
     *
     * @param limit the limit by the matter's kind ({@code consult}, {@code help} …), urgency before kind; {@code *} is the rest
     * @param limit may be empty: then the clock only starts with a due time of its own (see {@link StepRule.Effects#dues})
     * @param share how much of the lead's time each co-handler has, on a clock of its own; null when co-handlers have none
     * @param judged whether being late counts in the on-time rate
     * @param outlasts whether it goes on when the matter ends: a promise does, an answer's limit does not
     * @param lapse the step Huiyin takes when it runs out; null for none
     * @param calendar whose calendar it runs by: {@link #OF_LEAD} (a co-handler's clock by the co-handler's), {@link #OF_OFFICE}, {@link #OF_CITY},
     *     or the name of one that comes with Huiyin
     */
    public record ClockRule(
            String name,
            Text title,
            Map<String, Limit> limit,
            @Nullable Share share,
            boolean judged,
            boolean outlasts,
            @Nullable String lapse,
            String calendar) {

        public static final String OF_LEAD = "lead";
        public static final String OF_OFFICE = "office";
        public static final String OF_CITY = "city";

        /** The limit for a matter of this urgency and kind. */
        public Limit limitFor(String urgency, String kind) {
            Limit byUrgency = limit.get(urgency);
            if (byUrgency != null) {
                return byUrgency;
            }
            Limit byKind = limit.get(kind);
            Limit found = byKind != null ? byKind : limit.get("*");
            if (found == null) {
                throw new IllegalStateException("Clock " + name + " has no limit for " + kind);
            }
            return found;
        }
    }

    /** A part of a limit, such as two of three; rounded up to whole units. */
    public record Share(int numerator, int denominator) {

        public Limit of(Limit whole) {
            return whole.scaled(numerator, denominator);
        }

        /** What this part gains when the whole grows by so much; nothing when rounding had given it before. */
        public Optional<Limit> more(Limit whole, Limit by) {
            if (whole.measure() != by.measure()) {
                return Optional.of(of(by));
            }
            int grown =
                    of(new Limit(whole.amount() + by.amount(), by.measure())).amount();
            int gained = grown - of(whole).amount();
            return gained == 0 ? Optional.empty() : Optional.of(new Limit(gained, by.measure()));
        }
    }

    /** Whether everybody may read what a matter is called. Where nobody may, the public sees its matters as counts alone. */
    public boolean titleOpen() {
        return steps.values().stream()
                .filter(step -> step.from().isEmpty())
                .flatMap(step -> step.to().stream()
                        .flatMap(branch ->
                                Stream.ofNullable(branch.effects().sets().get("title")))
                        .flatMap(name -> step.form().field(name).stream()))
                .allMatch(field -> field.seen() == Field.Seen.PUBLIC || field.seen() == Field.Seen.MASKED);
    }

    /** Whether a matter in that state still takes in another that says the same: what a merge brings about on it must be possible there. */
    public boolean takesIn(String state) {
        return steps.values().stream()
                .filter(StepRule::merges)
                .flatMap(StepRule::carried)
                .flatMap(name -> step(name).stream())
                .anyMatch(carried -> carried.from().contains(state));
    }

    public Optional<StepRule> step(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** The rule of a state that this version is known to have. */
    public StateRule state(String state) {
        StateRule rule = states.get(state);
        if (rule == null) {
            throw new IllegalArgumentException("Programme " + name + " has no state " + state);
        }
        return rule;
    }
}
