package org.huiyin.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programme.Desk;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;

/**
 * A programme whose matters an office gives to a unit, over all its versions.
 *
 * @param waiting states in which a matter waits for that
 * @param worklists where those matters are found
 * @param answered lists on which answered matters stand
 */
record Routed(String programme, Set<String> waiting, Set<String> worklists, Set<String> answered) {

    static final String UNIT = "lead";
    static final String CATEGORY = "category";

    static List<Routed> all(Programmes programmes) {
        List<Routed> routed = new ArrayList<>();
        programmes.versions().stream()
                .collect(Collectors.groupingBy(Programme::name, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, versions) -> {
                    Routed one = new Routed(name, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
                    versions.forEach(one::add);
                    if (!one.waiting.isEmpty() && !one.answered.isEmpty()) {
                        routed.add(one);
                    }
                });
        return routed;
    }

    private void add(Programme programme) {
        for (Programme.StateRule state : programme.states().values()) {
            String worklist = state.worklist();
            boolean waits = programme.steps().values().stream()
                    .anyMatch(step -> step.from().contains(state.name()) && asksForUnit(step));
            if (state.desk() == Desk.OFFICE && worklist != null && waits) {
                waiting.add(state.name());
                worklists.add(worklist);
            }
            // whoever raised it is asked what they think of the answer: on that list answered matters stand
            if (state.desk() == Desk.RAISER) {
                answered.add(state.list());
            }
        }
    }

    /** Whether a step's form asks which unit is to handle the matter. */
    static boolean asksForUnit(StepRule step) {
        return step.form()
                .field(UNIT)
                .filter(field -> field.type() == Field.Type.UNIT)
                .isPresent();
    }
}
