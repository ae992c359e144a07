package org.huiyin.programme;

import java.util.List;
import java.util.stream.Stream;

/** Whether what a definition says of entries from elsewhere speaks of a step with which matters begin, and of its fields. */
final class OriginCheck {

    /** What is known of whatever comes from elsewhere; more is known by the name of the field it is for. */
    private static final List<String> WORDS =
            List.of("title", "text", "place", "where", "position", "unit", "source", "day", "due", "channel");

    private final Cursor root;
    private final Problems problems;

    OriginCheck(Cursor root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    void check() {
        for (Cursor origin : root.get("origins").entries()) {
            Cursor named = origin.get("step");
            List<String> steps = root.get("steps").keys();
            if (!steps.contains(named.text())) {
                problems.unknown(named, "unknown-step", named.text(), steps);
                continue;
            }
            Cursor step = root.get("steps").get(named.text());
            if (!step.get("from").texts().isEmpty()) {
                problems.add(named, "origin-begins-nothing", named.text());
            }
            List<String> fields = Stream.concat(step.get("needs").texts().stream(), step.get("takes").texts().stream())
                    .toList();
            Stream.concat(origin.get("fields").entries().stream(), origin.get("with").entries().stream())
                    .forEach(field -> problems.unknown(field, "unknown-field", field.key(), fields));
            origin.get("fields").entries().forEach(this::word);
        }
    }

    private void word(Cursor field) {
        if (!field.text().equals(field.key()) && !WORDS.contains(field.text())) {
            problems.add(field, "unknown-word", field.text(), String.join(", ", WORDS));
        }
    }
}
