package org.huiyin.search;

import java.util.List;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Step;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Publishing;
import org.huiyin.track.Discretion;

/**
 * What each step adds to what can be found of its matter. Who may read a field is not decided here: {@link Publication} says what everybody
 * reads, {@link Discretion} what staff do. What is sealed is not in the step at all. Long numbers are entered as blanked; names are not looked for
 * here, which would take longer than the step itself, but where a matter is shown.
 */
final class Documents {

    private static final String CHANNEL = "channel";

    private final Programme programme;
    private final Matter matter;
    private final Publication everybody;

    /** Of a matter as it stands after the last of the steps that are added. */
    Documents(Programme programme, Matter matter) {
        this.programme = programme;
        this.matter = matter;
        this.everybody = Publication.of(programme, matter, Publication.Eyes.EVERYBODY);
    }

    /** Whether what was entered of a matter is to be entered anew, because a step changed who may read it. */
    static boolean turned(Programme programme, Step step, Matter before, Matter after) {
        return programme.step(step.name()).map(StepRule::publishing).orElse(Publishing.NONE) != Publishing.NONE
                || before.confidential() != after.confidential()
                || !java.util.Objects.equals(
                        programme.publicity().categories().get(before.category()),
                        programme.publicity().categories().get(after.category()));
    }

    void add(Step step, Vector vector) {
        StepRule rule = programme.step(step.name()).orElse(null);
        if (rule == null) {
            return;
        }
        if (step.seq() == 1) {
            vector.sign(Vector.stretch(step.matter()), Vector.EVERYBODY);
        }
        String title = rule.effects(step.toState()).sets().getOrDefault("title", "");
        for (Field field : rule.form().fields()) {
            Object value = step.fields().get(field.name());
            if (value != null && field.seen() != Field.Seen.SEALED) {
                char weight = field.name().equals(title) ? Vector.TITLE : weight(step, field);
                add(field, value, weight, vector);
            }
        }
    }

    private char weight(Step step, Field field) {
        if (everybody.mayRead(step, field)) {
            return Vector.EVERYBODY;
        }
        return Discretion.tells(field) ? Vector.ENTITLED : Vector.STAFF;
    }

    private void add(Field field, Object value, char weight, Vector vector) {
        switch (field.type()) {
            case TEXT, LONG_TEXT -> {
                String text = String.valueOf(value);
                vector.text(text, weight == Vector.TITLE ? shown(text) : text, weight);
            }
            case PLACE -> vector.placesOf(String.valueOf(value), weight);
            case UNIT -> unit(value, weight, vector);
            case UNITS -> {
                if (value instanceof List<?> units) {
                    units.forEach(unit -> unit(unit, weight, vector));
                }
            }
            case CHOICE -> {
                if (field.name().equals(CHANNEL)) {
                    vector.sign(Vector.channel(String.valueOf(value)), weight);
                }
            }
            case PHONE, INTEGER, NUMBER, TRUTH, DATE, INSTANT, CHOICES, MATTER, POSITION, TRACK -> {
                // nothing that is looked for in words
            }
        }
    }

    /** A title with its blanks; nothing of it where what is shown cannot be laid upon it sign for sign. */
    private String shown(String title) {
        String shown = matter.publicTitle();
        return title.equals(matter.title()) && shown.length() == title.length() ? shown : "";
    }

    private static void unit(Object value, char weight, Vector vector) {
        if (value instanceof Number unit) {
            vector.sign(Vector.unit(unit.longValue()), weight);
        }
    }
}
