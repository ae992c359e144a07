package org.huiyin.worklist;

import org.huiyin.frame.ClockFace;
import org.huiyin.frame.Page;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;

/**
 * One line of a worklist.
 *
 * @param clock what is due next; null when nothing runs
 * @param urgency normal, urgent or emergency, with its name for the reader
 * @param merged how many matters were merged into it
 * @param cursor its place in the list
 */
public record DeskRow(
        String number,
        int version,
        String title,
        String place,
        String category,
        String unit,
        @Nullable ClockFace clock,
        String state,
        String tone,
        String urgency,
        String urgencyTitle,
        int merged,
        String cursor) {

    /** How a row is named in a form: the matter and the version that was seen. */
    public String value() {
        return number + ":" + version;
    }

    public boolean pressing() {
        return urgency.equals("urgent") || urgency.equals("emergency");
    }

    static String tone(String list) {
        return switch (list) {
            case "problem", "task", "result" -> list;
            default -> "rest";
        };
    }

    static String category(Page page, Programme programme, String name) {
        Programme.Category category = programme.categories().get(name);
        return category == null ? name : page.t(category.title());
    }

    /** How the programme calls one of its choices. */
    static String choice(Page page, Programme programme, String field, String value) {
        return programme.steps().values().stream()
                .map(StepRule::form)
                .flatMap(form -> form.field(field).stream())
                .map(Field::choices)
                .flatMap(java.util.Collection::stream)
                .filter(choice -> choice.value().equals(value))
                .map(choice -> page.t(choice.title()))
                .findFirst()
                .orElse(value);
    }

    /** How the programme calls a kind; empty where it tells no kinds apart: then every matter has the same one, and no words for it. */
    static String kind(Page page, Programme programme, String kind) {
        String called = choice(page, programme, "kind", kind);
        return called.equals(kind) ? "" : called;
    }
}
