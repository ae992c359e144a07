package org.huiyin.handbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programme.StateRule;
import org.huiyin.programme.Relation;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Tone;

/**
 * What a drawing of a programme shows: which states stand in which column, and which arrows lead between them. Ways that lead to one state
 * from many (a withdrawal) are written on that state instead of drawn.
 *
 * @param columns states in columns, from left to right
 * @param gathered state → steps that lead there from many states
 */
record Chart(
        Programme programme, List<List<StateRule>> columns, List<Arrow> arrows, Map<String, List<StepRule>> gathered) {

    private static final int FEW_SOURCES = 2;
    private static final int TALL_COLUMN = 5;

    /** All steps that lead from one state to another. */
    record Arrow(String from, String to, List<StepRule> steps) {

        /** The way it usually goes: a likely step to where it leads first. */
        boolean likely() {
            return steps.stream()
                    .anyMatch(step -> step.tone() == Tone.LIKELY
                            && step.to().getFirst().state().equals(to));
        }

        /** Taken by Huiyin itself or by an import only. */
        boolean automatic() {
            return steps.stream().allMatch(step -> people(step, from).isEmpty());
        }
    }

    static Chart of(Programme programme) {
        Map<String, List<StepRule>> gathered = new LinkedHashMap<>();
        Map<List<String>, List<StepRule>> drawn = new LinkedHashMap<>();
        for (StepRule step : programme.steps().values()) {
            for (StepRule.Branch branch : step.to()) {
                List<String> sources = sources(step).stream()
                        .filter(from -> !from.equals(branch.state()))
                        .toList();
                if (step.from().isEmpty() || sources.size() > FEW_SOURCES && step.tone() != Tone.LIKELY) {
                    gathered.computeIfAbsent(branch.state(), state -> new ArrayList<>())
                            .add(step);
                } else {
                    sources.forEach(
                            from -> drawn.computeIfAbsent(List.of(from, branch.state()), way -> new ArrayList<>())
                                    .add(step));
                }
            }
        }
        List<Arrow> arrows = drawn.entrySet().stream()
                .map(way -> new Arrow(way.getKey().getFirst(), way.getKey().getLast(), way.getValue()))
                .toList();
        return new Chart(programme, columns(programme, spine(programme)), arrows, gathered);
    }

    /** The states from which a person may take a step, or, if nobody ever may, Huiyin does. */
    static List<String> sources(StepRule step) {
        List<String> people = step.from().stream()
                .filter(from -> !people(step, from).isEmpty())
                .toList();
        return people.isEmpty() ? List.copyOf(step.from()) : people;
    }

    static Set<Relation> people(StepRule step, String state) {
        Set<Relation> people = EnumSet.noneOf(Relation.class);
        people.addAll(step.by(state));
        people.remove(Relation.IMPORTER);
        people.remove(Relation.SYSTEM);
        return people;
    }

    /** The usual way from the beginning to the end: along the likely steps. */
    private static Set<String> spine(Programme programme) {
        Set<String> spine = new LinkedHashSet<>();
        List<String> next = new ArrayList<>();
        programme.steps().values().stream()
                .filter(step -> step.from().isEmpty())
                .flatMap(Chart::targets)
                .forEach(next::add);
        while (!next.isEmpty()) {
            String state = next.removeFirst();
            if (spine.add(state)) {
                programme.steps().values().stream()
                        .filter(step -> step.tone() == Tone.LIKELY
                                && !people(step, state).isEmpty())
                        .filter(step -> step.from().contains(state))
                        .flatMap(step -> targets(step).limit(1))
                        .forEach(next::add);
            }
        }
        return spine;
    }

    private static Stream<String> targets(StepRule step) {
        return step.to().stream().map(StepRule.Branch::state);
    }

    private static List<List<StateRule>> columns(Programme programme, Set<String> spine) {
        List<List<StateRule>> columns = new ArrayList<>();
        List<StateRule> aside = new ArrayList<>();
        for (String list : programme.lists().keySet()) {
            List<StateRule> states = programme.states().values().stream()
                    .filter(state -> state.list().equals(list))
                    .toList();
            List<StateRule> usual = states.stream()
                    .filter(state -> spine.contains(state.name()))
                    .toList();
            if (usual.isEmpty()) {
                aside.addAll(states);
            } else if (states.size() > TALL_COLUMN) {
                columns.add(
                        states.stream().filter(state -> !usual.contains(state)).toList());
                columns.add(usual);
            } else {
                columns.add(states);
            }
        }
        if (!aside.isEmpty()) {
            List<StateRule> first = new ArrayList<>(columns.isEmpty() ? List.of() : columns.removeFirst());
            first.addAll(aside);
            columns.addFirst(first);
        }
        return columns;
    }
}
