package org.huiyin.programme;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A compiled CEL expression over what a step can know.
 *
 * <p>Variables: {@code fields} (the form as filled in), {@code state} (before the step), {@code round} (1 at first), {@code kind},
 * {@code urgency}, {@code category}, {@code by} (key of the relation the actor acts under), {@code times} (step name → how often it was
 * taken in this round before now), {@code last} (step name → the form as filled in when it was last
 * taken in this round), {@code overdue} (clock name → whether it ran out), {@code handled} (whether the actor, at any of their posts, belongs
 * to the lead or a co-handler). What is absent counts as null, 0, false or "";
 * a condition that cannot be evaluated does not hold.
 */
public record Condition(String source, Predicate<Map<String, Object>> test) {

    public boolean holds(Map<String, Object> variables) {
        return test.test(variables);
    }
}
