package org.huiyin.programme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether everything measures speak of exists, and whether formulas end. */
final class MeasuresCheck {

    private static final Pattern NAME =
            Pattern.compile("\\b(fields|times|overdue|left)(?:\\.([a-z_]+)|\\[\"([a-z-]+)\"])");

    private final Cursor root;
    private final Programme programme;
    private final Problems problems;
    private final List<String> parts;
    private final List<String> measures;

    MeasuresCheck(Cursor root, Programme programme, Problems problems) {
        this.root = root;
        this.programme = programme;
        this.problems = problems;
        this.parts = root.get("parts").keys();
        this.measures = root.get("measures").keys();
    }

    void check() {
        root.get("parts").entries().forEach(this::part);
        root.get("measures").entries().forEach(this::measure);
        root.get("measures").entries().forEach(measure -> cycle(measure, new ArrayDeque<>()));
        Cursor by = root.get("ranking").get("by");
        problems.unknown(by, "unknown-measure", by.text(), measures);
        root.get("alarms").entries().forEach(this::alarm);
        for (Cursor campaign : root.get("campaigns").entries()) {
            if (campaign.get("until").text().compareTo(campaign.get("from").text()) < 0) {
                problems.add(campaign.get("until"), "ends-before-it-begins", campaign.key());
            }
        }
        for (Cursor period : root.get("periods").entries()) {
            if (period.get("day").exists() != period.get("at").exists()) {
                problems.add(period, "day-and-hour-together", period.key());
            }
        }
    }

    private void part(Cursor part) {
        boolean ofClock = part.get("clock").exists();
        if (ofClock == part.get("on").exists()) {
            problems.add(part, "on-or-clock", part.key());
        }
        part.get("on")
                .items()
                .forEach(step -> problems.unknown(
                        step, "unknown-step", step.text(), programme.steps().keySet()));
        if (ofClock) {
            Cursor clock = part.get("clock");
            problems.unknown(
                    clock, "unknown-clock", clock.text(), programme.clocks().keySet());
            for (String key : List.of("when", "unit", "daily")) {
                if (part.get(key).exists()) {
                    problems.add(part.get(key), "not-of-a-clock", key);
                }
            }
        } else if (part.get("kept").exists()) {
            problems.add(part.get("kept"), "only-of-a-clock", "kept");
        }
        if (part.get("when").isText()) {
            condition(part.get("when"), part.get("on").texts());
        }
    }

    private void condition(Cursor when, List<String> on) {
        for (Conditions.Mistake mistake : Conditions.countingMistakes(when.text())) {
            problems.add(when, "not-a-condition", when.text(), mistake.column(), mistake.message());
        }
        for (String step : Conditions.recalled(when.text())) {
            problems.add(when, "counting-recalls-nothing", step);
        }
        Set<String> form = new LinkedHashSet<>();
        on.forEach(step ->
                programme.step(step).ifPresent(rule -> rule.form().fields().forEach(f -> form.add(f.name()))));
        Matcher match = NAME.matcher(when.text());
        while (match.find()) {
            String name =
                    match.group(2) == null ? match.group(3) : match.group(2).replace('_', '-');
            switch (match.group(1)) {
                case "fields" -> problems.unknown(when, "field-not-in-form", name, form);
                case "times" ->
                    problems.unknown(
                            when, "unknown-step", name, programme.steps().keySet());
                default ->
                    problems.unknown(
                            when, "unknown-clock", name, programme.clocks().keySet());
            }
        }
    }

    private void measure(Cursor measure) {
        boolean rate = measure.get("over").exists();
        measure.get("of")
                .entries()
                .forEach(one -> problems.unknown(
                        one, rate ? "unknown-part" : "unknown-measure", one.key(), rate ? parts : measures));
        measure.get("over").items().forEach(one -> problems.unknown(one, "unknown-part", one.text(), parts));
    }

    /** A measure that adds up itself, by however long a way, has no value. */
    private void cycle(Cursor measure, Deque<String> way) {
        if (way.contains(measure.key())) {
            if (way.peekLast() != null && way.peekLast().equals(measure.key())) {
                List<String> round = new ArrayList<>(way.reversed());
                round.add(measure.key());
                problems.add(measure, "formula-in-a-circle", String.join(" → ", round));
            }
            return;
        }
        way.push(measure.key());
        if (!measure.get("over").exists()) {
            for (String next : measure.get("of").keys()) {
                if (measures.contains(next)) {
                    cycle(root.get("measures").get(next), way);
                }
            }
        }
        way.pop();
    }

    private void alarm(Cursor alarm) {
        alarm.get("measures").items().forEach(one -> problems.unknown(one, "unknown-measure", one.text(), measures));
        Cursor of = alarm.get("of");
        if (of.exists()) {
            problems.unknown(of, "unknown-part", of.text(), parts);
        }
        alarm.get("over").each().forEach(one -> problems.unknown(one, "unknown-part", one.text(), parts));
        List<String> needed = switch (alarm.get("kind").text()) {
            case "rate" -> List.of("measures", "above");
            case "share" -> List.of("of", "over", "above");
            case "after" -> List.of("of", "over");
            case "rush" -> List.of("of", "within", "above");
            case "rater" -> List.of("of", "above");
            default -> List.of();
        };
        needed.stream().filter(key -> !alarm.get(key).exists()).forEach(key -> problems.add(alarm, "missing-key", key));
    }
}
