package org.huiyin.programme;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether every state can be reached and left, every step taken, and whoever's turn it is can act. */
final class FlowCheck {

    private static final Map<String, List<String>> ACTS = Map.of(
            "office", List.of("dispatcher"),
            "lead", List.of("lead", "lead-head"),
            "supervisor", List.of("supervisor"),
            "raiser", List.of("raiser"));

    private final Cursor root;
    private final Problems problems;

    FlowCheck(Cursor root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    void check() {
        List<Cursor> steps = root.get("steps").entries();
        if (steps.stream().noneMatch(FlowCheck::begins)) {
            problems.add(root.get("steps"), "nothing-begins");
            return;
        }
        Set<String> reached = reached(steps);
        for (Cursor state : root.get("states").entries()) {
            if (!reached.contains(state.key())) {
                problems.add(state, "unreachable", state.key());
            } else {
                leaving(state, steps);
            }
        }
        steps.stream()
                .filter(step ->
                        !begins(step) && step.get("from").texts().stream().noneMatch(reached::contains))
                .forEach(step -> problems.add(step, "step-never-taken", step.key()));
    }

    private Set<String> reached(List<Cursor> steps) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        steps.stream().filter(FlowCheck::begins).forEach(step -> next.addAll(targets(step)));
        while (!next.isEmpty()) {
            String state = next.remove();
            if (reached.add(state)) {
                steps.stream()
                        .filter(step -> step.get("from").texts().contains(state))
                        .forEach(step -> next.addAll(targets(step)));
            }
        }
        return reached;
    }

    private void leaving(Cursor state, List<Cursor> steps) {
        List<Cursor> open = steps.stream()
                .filter(step -> step.get("from").texts().contains(state.key()))
                .toList();
        boolean leads = open.stream().anyMatch(step -> targets(step).stream().anyMatch(to -> !to.equals(state.key())));
        if (!leads && !state.get("end").isTrue()) {
            problems.add(state, "dead-end", state.key());
        }
        String desk = state.get("desk").text();
        List<String> actors = ACTS.getOrDefault(desk, List.of());
        boolean acts = open.stream()
                .anyMatch(step ->
                        !targets(step).isEmpty() && actors.stream().anyMatch(who -> mayTake(step, who, state.key())));
        if (!actors.isEmpty() && !acts) {
            problems.add(state, "desk-cannot-act", state.key(), desk);
        }
    }

    private static boolean mayTake(Cursor step, String relation, String state) {
        Cursor by = step.get("by");
        if (by.node().isArray()) {
            return by.texts().contains(relation);
        }
        return by.get(relation).each().map(Cursor::text).anyMatch(in -> in.equals(state) || in.equals("any"));
    }

    private static boolean begins(Cursor step) {
        return step.get("from").node().isArray() && step.get("from").items().isEmpty();
    }

    private static List<String> targets(Cursor step) {
        Cursor to = step.get("to");
        return to.isText()
                ? List.of(to.text())
                : to.items().stream().map(branch -> branch.get("state").text()).toList();
    }
}
