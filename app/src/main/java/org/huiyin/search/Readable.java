package org.huiyin.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.text.Spelling;
import org.huiyin.track.Discretion;
import org.jspecify.annotations.Nullable;

/**
 * What one reader may read of a matter now, of its texts those that hold a word that is looked for. The index only proposes; a matter is shown when what was looked for stands in here, so whatever the
 * index holds tells nobody more than the page of the matter does.
 *
 * @param place as far as the reader may know it
 * @param units every unit that is named to the reader
 * @param everybodys whether it is what everybody reads
 */
record Readable(Matter matter, String title, List<String> texts, String place, Set<Integer> units, boolean everybodys) {

    /** For everybody; empty when the matter is a count and no more. */
    static Optional<Readable> everybody(Programme programme, Matter matter, List<Step> steps, List<String> words) {
        Publication publication = Publication.of(programme, matter, Publication.Eyes.EVERYBODY, steps);
        if (publication.countsOnly()) {
            return Optional.empty();
        }
        Readable readable = new Readable(
                matter,
                publication.title(matter),
                new ArrayList<>(),
                publication.place(matter.place()),
                new HashSet<>(),
                true);
        readable.add(programme, steps, words, publication::mayRead, publication::shown);
        return Optional.of(readable);
    }

    /** For staff; empty when they may not read the matter. */
    static Optional<Readable> staff(
            MatterLookup lookup, Actor reader, Matter matter, List<Step> steps, List<String> words) {
        if (!lookup.mayRead(reader, matter)) {
            return Optional.empty();
        }
        Discretion discretion = Discretion.of(lookup, reader, matter);
        Readable readable = new Readable(
                matter,
                discretion.title(matter),
                new ArrayList<>(),
                discretion.place(matter.place()),
                new HashSet<>(),
                false);
        readable.add(lookup.programmeOf(matter), steps, words, discretion::mayRead, discretion::shown);
        return Optional.of(readable);
    }

    private interface Shown {
        Object of(Step step, Field field, Object value);
    }

    /** Blanking a text takes long: only one that holds a word is looked at as it is shown. */
    private void add(
            Programme programme, List<Step> steps, List<String> words, BiPredicate<Step, Field> may, Shown shown) {
        for (Step step : steps) {
            List<Field> fields = programme
                    .step(step.name())
                    .map(rule -> rule.form().fields())
                    .orElse(List.of());
            for (Field field : fields) {
                Object value = step.fields().get(field.name());
                if (value != null && may.test(step, field)) {
                    add(step, field, value, words, shown);
                }
            }
        }
    }

    private void add(Step step, Field field, Object value, List<String> words, Shown shown) {
        switch (field.type()) {
            case TEXT, LONG_TEXT -> {
                String even = Spelling.of(String.valueOf(value));
                if (words.stream().anyMatch(word -> Match.stands(even, word))) {
                    texts.add(String.valueOf(shown.of(step, field, value)));
                }
            }
            case UNIT -> unit(value);
            case UNITS -> {
                if (value instanceof List<?> several) {
                    several.forEach(this::unit);
                }
            }
            case PHONE, INTEGER, NUMBER, TRUTH, DATE, INSTANT, CHOICE, CHOICES, PLACE, MATTER, POSITION, TRACK -> {
                // nothing that is looked for in words
            }
        }
    }

    private void unit(@Nullable Object value) {
        if (value instanceof Number unit) {
            units.add(unit.intValue());
        }
    }

    /** Whether the reader is told of what a sign of the index stands for. */
    boolean tells(String sign) {
        return sign.startsWith("#p") && place.startsWith(sign.substring(2))
                || sign.startsWith("#u") && units.contains(Integer.valueOf(sign.substring(2)));
    }
}
