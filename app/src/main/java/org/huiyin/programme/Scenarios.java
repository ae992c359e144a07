package org.huiyin.programme;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scenarios of one programme: who there is, and what happens when they act. */
public record Scenarios(String programme, List<String> units, Map<String, Person> people, List<Scenario> scenarios) {

    /** Somebody in the scenarios; {@code unit} is "" for residents. */
    public record Person(String name, String role, String unit) {}

    /** Given these acts, when this one, then that. */
    public record Scenario(String name, int line, List<Act> given, Act when, List<Expectation> then) {}

    /**
     * One step somebody takes.
     *
     * @param at when it is recorded, on the city's clocks
     * @param occurred when it happened, for imports; null for the same moment
     * @param matter which matter, by its name in the scenario
     * @param with the form as filled in, names of units and matters not yet resolved
     */
    public record Act(
            LocalDateTime at,
            @Nullable LocalDateTime occurred,
            String who,
            String does,
            String matter,
            Map<String, Object> with,
            int evidence) {}

    /** What is expected of one matter afterwards: what is expected by its name, such as {@code state}. */
    public record Expectation(String of, Map<String, Object> expected) {}
}
