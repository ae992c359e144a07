package org.huiyin.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether everything one step speaks of exists, and its conditions make sense. */
final class StepNamesCheck {

    /** What a matter keeps besides its steps; {@code matter.Properties} knows the same. */
    private static final List<String> PROPERTIES = List.of(
            "title",
            "place",
            "category",
            "kind",
            "urgency",
            "confidential",
            "office",
            "lead",
            "co-handlers",
            "complained-of");

    /** What a correcting step says; {@code matter.TextPlace} reads the same. */
    private static final List<String> CORRECTING = List.of("text-of", "correction", "from-sign", "to-sign");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern NAME_IN_CONDITION =
            Pattern.compile("\\b(fields|times|last|overdue)\\s*(?:\\.\\s*(\\w+)|\\[\\s*[\"']([^\"']*)[\"']\\s*])");

    private final Cursor root;
    private final Problems problems;
    private final List<String> states;
    private final List<String> clocks;
    private final List<String> steps;

    StepNamesCheck(Cursor root, Problems problems) {
        this.root = root;
        this.problems = problems;
        this.states = root.get("states").keys();
        this.clocks = root.get("clocks").keys();
        this.steps = root.get("steps").keys();
    }

    void check(Cursor step) {
        step.get("from").items().forEach(s -> problems.unknown(s, "unknown-state", s.text(), states));
        targets(step);
        relations(step);
        publishing(step);
        form(step);
        Set<String> form = NamesCheck.formFields(step);
        NamesCheck.effectsOf(step).forEach(effects -> effects(effects, step, form));
        Cursor after = step.get("within").get("after");
        after.items().forEach(s -> problems.unknown(s, "unknown-step", s.text(), steps));
        Cursor proofs = step.get("carries-evidence-of");
        proofs.items().forEach(s -> problems.unknown(s, "unknown-step", s.text(), steps));
        step.get("guards").entries().forEach(guard -> condition(guard.get("must"), form));
        placeholders(step.get("done").get("zh"), form);
        placeholders(step.get("done").get("en"), form);
    }

    private void targets(Cursor step) {
        Cursor to = step.get("to");
        if (to.isText()) {
            problems.unknown(to, "unknown-state", to.text(), states);
        }
        if (step.get("from").items().isEmpty() && !to.exists()) {
            problems.add(step, "beginning-leads-nowhere", step.key());
        }
        Set<String> seen = new HashSet<>();
        boolean settled = false;
        for (Cursor branch : to.items()) {
            Cursor state = branch.get("state");
            problems.unknown(state, "unknown-state", state.text(), states);
            if (!seen.add(state.text())) {
                problems.add(state, "branch-twice", state.text());
            }
            if (settled) {
                problems.add(branch, "branch-never-taken", state.text());
            }
            settled |= !branch.get("when").exists();
            condition(branch.get("when"), NamesCheck.formFields(step));
        }
    }

    /** A step that corrects what is blanked has to say where and how. */
    private void publishing(Cursor step) {
        Set<String> form = NamesCheck.formFields(step);
        if (step.get("publishing").text().equals("corrects")) {
            CORRECTING.stream()
                    .filter(field -> !form.contains(field))
                    .forEach(field -> problems.add(step, "publishing-without-field", step.key(), field));
        }
    }

    private void relations(Cursor step) {
        List<String> from = step.get("from").texts();
        for (Cursor relation : step.get("by").entries()) {
            relation.each()
                    .filter(state -> !state.text().equals("any"))
                    .forEach(state -> problems.unknown(state, "not-among-from", state.text(), from));
        }
    }

    private void form(Cursor step) {
        List<String> needs = step.get("needs").texts();
        for (String part : List.of("needs", "takes")) {
            for (Cursor field : step.get(part).items()) {
                problems.unknown(
                        field, "unknown-field", field.text(), root.get("fields").keys());
                if (part.equals("takes") && needs.contains(field.text())) {
                    problems.add(field, "needed-and-taken", field.text());
                }
            }
        }
    }

    private void effects(Cursor effects, Cursor step, Set<String> form) {
        sets(effects.get("sets"), form);
        for (String what : List.of("starts", "stops", "pauses", "resumes")) {
            effects.get(what).items().forEach(c -> problems.unknown(c, "unknown-clock", c.text(), clocks));
        }
        for (Cursor due : effects.get("dues").entries()) {
            problems.unknown(due, "unknown-clock", due.key(), clocks);
            if (!effects.get("starts").texts().contains(due.key())) {
                problems.add(due, "due-not-started", due.key());
            }
            fieldOfType(due, form, List.of("date", "instant"));
        }
        Cursor extend = effects.get("extend");
        if (extend.exists()) {
            problems.unknown(
                    extend.get("clock"), "unknown-clock", extend.get("clock").text(), clocks);
            fieldOfType(extend.get("by"), form, List.of("integer"));
        }
        Cursor carries = effects.get("carries");
        if (carries.exists()) {
            problems.unknown(carries, "unknown-step", carries.text(), steps);
        }
        if (effects.get("merge").isTrue() && !form.contains("into")) {
            problems.add(step, "merge-without-into", step.key());
        }
    }

    private void sets(Cursor sets, Set<String> form) {
        for (Cursor both : sets.items()) {
            problems.unknown(both, "unknown-property", both.text(), PROPERTIES);
            problems.unknown(both, "field-not-in-form", both.text(), form);
        }
        for (Cursor property : sets.entries()) {
            problems.unknown(property, "unknown-property", property.key(), PROPERTIES);
            problems.unknown(property, "field-not-in-form", property.text(), form);
        }
    }

    private void fieldOfType(Cursor name, Set<String> form, List<String> types) {
        problems.unknown(name, "field-not-in-form", name.text(), form);
        String type = root.get("fields").get(name.text()).get("type").text();
        if (form.contains(name.text()) && !types.contains(type)) {
            problems.add(name, "wrong-type-of-field", name.text(), type, String.join(", ", types));
        }
    }

    private void placeholders(Cursor done, Set<String> form) {
        Set<String> known = new HashSet<>(form);
        known.add("unit");
        Matcher match = PLACEHOLDER.matcher(done.text());
        while (match.find()) {
            problems.unknown(done, "unknown-placeholder", match.group(1), known);
        }
    }

    private void condition(Cursor condition, Set<String> form) {
        if (!condition.isText()) {
            return;
        }
        for (Conditions.Mistake mistake : Conditions.mistakes(condition.text())) {
            problems.add(condition, "not-a-condition", condition.text(), mistake.column(), mistake.message());
        }
        Matcher match = NAME_IN_CONDITION.matcher(condition.text());
        while (match.find()) {
            String name =
                    match.group(2) == null ? match.group(3) : match.group(2).replace('_', '-');
            switch (match.group(1)) {
                case "fields" -> problems.unknown(condition, "field-not-in-form", name, form);
                case "times", "last" -> problems.unknown(condition, "unknown-step", name, steps);
                default -> problems.unknown(condition, "unknown-clock", name, clocks);
            }
        }
    }
}
