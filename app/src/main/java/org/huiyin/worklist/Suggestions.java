package org.huiyin.worklist;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Step;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;
import org.huiyin.programme.Programme;

/** Which units are likely to answer for a matter: the one a returning unit proposed, then those whose duties sound like it, nearest first. */
final class Suggestions {

    private static final int MOST = 6;

    private Suggestions() {}

    private record Likely(Unit unit, int alike, int near) {}

    static List<Integer> of(Units units, Programme programme, Matter matter, List<Step> history) {
        Set<Integer> found = new LinkedHashSet<>();
        history.stream()
                .filter(step -> step.round() == matter.round())
                .map(step -> step.fields().get("proposed-unit"))
                .filter(Number.class::isInstance)
                .reduce((earlier, later) -> later)
                .ifPresent(unit -> found.add(((Number) unit).intValue()));
        Programme.Category category = programme.categories().get(matter.category());
        String about = matter.title();
        if (category != null) {
            units.find(category.unit()).ifPresent(unit -> found.add(unit.id()));
            units.answeringFor(category.name(), matter.place()).forEach(unit -> found.add(unit.id()));
            about = category.title().in(Locale.CHINESE) + " " + about;
        }
        Set<String> pairs = pairs(about);
        units.all().stream()
                .map(unit -> likely(unit, matter.place(), pairs))
                .filter(likely -> likely.alike() > 0)
                .sorted(Comparator.comparing(Likely::alike)
                        .thenComparing(Likely::near)
                        .reversed())
                .forEach(likely -> found.add(likely.unit().id()));
        found.removeIf(unit -> units.find(unit).map(known -> !known.active()).orElse(true));
        return found.stream().limit(MOST).toList();
    }

    private static Likely likely(Unit unit, String place, Set<String> pairs) {
        String own = unit.place();
        boolean answers = unit.active() && (own == null || place.startsWith(own));
        int alike = !answers
                ? 0
                : unit.duties().stream()
                        .mapToInt(duty -> common(duty, pairs))
                        .max()
                        .orElse(0);
        return new Likely(unit, alike, own == null ? 0 : own.length());
    }

    private static int common(String duty, Set<String> pairs) {
        return (int) pairs(duty).stream().filter(pairs::contains).count();
    }

    /** Chinese has no spaces; two characters together are nearly always a word. */
    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        Stream.of(text.split("[\\p{Punct}\\s、，。与和及]+")).forEach(part -> {
            for (int i = 0; i + 2 <= part.length(); i++) {
                pairs.add(part.substring(i, i + 2));
            }
        });
        return pairs;
    }
}
