package org.huiyin.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.programme.Programme.ClockRule;

/** Whether everything a definition speaks of exists: states, lists, clocks, fields, steps. */
final class NamesCheck {

    private final Cursor root;
    private final Problems problems;
    private final Set<String> usedFields = new HashSet<>();
    private final Set<String> started = new HashSet<>();
    private final Set<String> dued = new HashSet<>();

    NamesCheck(Cursor root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    void check() {
        root.get("states").entries().forEach(this::state);
        root.get("fields").entries().forEach(this::field);
        StepNamesCheck stepNames = new StepNamesCheck(root, problems);
        for (Cursor step : root.get("steps").entries()) {
            stepNames.check(step);
            collect(step);
        }
        root.get("clocks").entries().forEach(this::clock);
        root.get("fields").entries().stream()
                .filter(field -> !usedFields.contains(field.key()))
                .forEach(field -> problems.add(field, "field-unused", field.key()));
    }

    private void collect(Cursor step) {
        usedFields.addAll(formFields(step));
        effectsOf(step).forEach(effects -> {
            started.addAll(effects.get("starts").texts());
            dued.addAll(effects.get("dues").keys());
        });
    }

    /** A step and its branches: everywhere effects may be written. */
    static Stream<Cursor> effectsOf(Cursor step) {
        return Stream.concat(Stream.of(step), step.get("to").items().stream());
    }

    static Set<String> formFields(Cursor step) {
        Set<String> names = new LinkedHashSet<>(step.get("needs").texts());
        names.addAll(step.get("takes").texts());
        return names;
    }

    private void state(Cursor state) {
        Cursor list = state.get("list");
        if (list.exists()) {
            problems.unknown(
                    list, "unknown-list", list.text(), root.get("lists").keys());
        }
        String desk = state.get("desk").maybeText().orElse("nobody");
        boolean works = !desk.equals("nobody") && !desk.equals("raiser");
        if (works != state.get("worklist").exists()) {
            problems.add(state, works ? "desk-without-worklist" : "worklist-without-desk", desk);
        }
        if (state.get("end").isTrue() && !desk.equals("nobody")) {
            problems.add(state.get("desk"), "end-with-desk", state.key());
        }
    }

    private void field(Cursor field) {
        String type = field.get("type").text();
        boolean chooses = type.equals("choice") || type.equals("choices");
        Cursor choices = field.get("choices");
        if (chooses != choices.exists()) {
            problems.add(field, chooses ? "choices-missing" : "choices-unasked", type);
        }
        if (choices.isText() && root.get("categories").keys().isEmpty()) {
            problems.add(choices, "no-categories");
        }
        boolean turned = field.get("min").node().isNumber()
                && field.get("max").node().isNumber()
                && field.get("min").node().asLong() > field.get("max").node().asLong();
        if (turned) {
            problems.add(field.get("max"), "min-above-max");
        }
    }

    private void clock(Cursor clock) {
        if (clock.get("lapse").exists()) {
            Cursor lapse = clock.get("lapse");
            problems.unknown(
                    lapse, "unknown-step", lapse.text(), root.get("steps").keys());
        }
        if (clock.get("calendar").exists()) {
            List<String> calendars =
                    new ArrayList<>(List.of(ClockRule.OF_LEAD, ClockRule.OF_OFFICE, ClockRule.OF_CITY));
            calendars.addAll(WrittenCalendar.SHIPPED);
            problems.unknown(
                    clock.get("calendar"),
                    "unknown-calendar",
                    clock.get("calendar").text(),
                    calendars);
        }
        if (!started.contains(clock.key())) {
            problems.add(clock, "clock-never-started", clock.key());
        }
        Cursor limit = clock.get("limit");
        if (!limit.exists() && !dued.contains(clock.key())) {
            problems.add(clock, "clock-without-limit", clock.key());
        }
        List<String> kinds = root.get("fields").get("kind").get("choices").keys();
        List<String> known = new ArrayList<>(kinds);
        known.addAll(root.get("fields").get("urgency").get("choices").keys());
        known.add("*");
        limit.entries().forEach(one -> problems.unknown(one, "unknown-kind", one.key(), known));
        boolean open = limit.node().isObject() && !limit.keys().contains("*");
        kinds.stream()
                .filter(kind -> open && !limit.keys().contains(kind))
                .forEach(kind -> problems.add(limit, "kind-without-limit", clock.key(), kind));
    }
}
