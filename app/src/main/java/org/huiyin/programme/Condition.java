package org.huiyin.programme;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A compiled CEL expression over what a step can know.
 *
 * <p>Variables: {@code fields} (the form as filled in), {@code state}, {@code round}, {@code kind}, {@code urgency}, {@code category},
 * {@code times} (step name → how often it was taken in this round, 0 when never), {@code overdue} (clock name → whether it ran out).
 */
public record Condition(String source, Predicate<Map<String, Object>> test) {

    public boolean holds(Map<String, Object> variables) {
        return test.test(variables);
    }
}
