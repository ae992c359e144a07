package org.huiyin.worklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Step;
import org.huiyin.programme.Field;
import org.huiyin.programme.StepRule;

/** What a form can say before anybody types: the matter's own properties, what it began with, and what an earlier step of this round wrote in the same words. */
final class Prefill {

    private Prefill() {}

    static Map<String, Object> of(StepRule rule, Matter matter, List<Step> history) {
        Map<String, Object> values = new HashMap<>();
        properties(matter).forEach((name, value) -> {
            if (rule.form().field(name).isPresent() && !value.isEmpty()) {
                values.put(name, value);
            }
        });
        values.putAll(beginning(rule, history));
        values.putAll(earlier(rule, matter, history));
        return values;
    }

    /** What was known when the matter began: the day until which minutes want it done. */
    private static Map<String, Object> beginning(StepRule rule, List<Step> history) {
        Map<String, Object> values = new HashMap<>();
        if (!history.isEmpty()) {
            history.getFirst()
                    .fields()
                    .forEach((name, value) -> rule.form()
                            .field(name)
                            .filter(field -> field.type() != Field.Type.LONG_TEXT)
                            .ifPresent(field -> values.put(name, value)));
        }
        return values;
    }

    /** What routing a matter again begins with. Its unit is chosen anew each time. */
    static Map<String, String> properties(Matter matter) {
        return Map.of("kind", matter.kind(), "category", matter.category(), "urgency", matter.urgency());
    }

    /** The latest other step of this round that answers all this form asks for: the draft of an answer, the days somebody asked for. */
    private static Map<String, Object> earlier(StepRule rule, Matter matter, List<Step> history) {
        Set<String> asked = rule.form().fields().stream()
                .filter(Field::required)
                .map(Field::name)
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return Map.of();
        }
        for (Step step : history.reversed()) {
            boolean covers = step.round() == matter.round()
                    && !step.name().equals(rule.name())
                    && step.fields().keySet().containsAll(asked);
            if (covers) {
                Map<String, Object> values = new HashMap<>(step.fields());
                values.keySet().removeIf(name -> rule.form().field(name).isEmpty());
                return values;
            }
        }
        return Map.of();
    }
}
