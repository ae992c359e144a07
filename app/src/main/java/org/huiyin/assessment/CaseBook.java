package org.huiyin.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Measures.Dimension;

/**
 * Every time something was counted in some periods, as it was known at an instant, with the matters it was counted for. What is counted from it
 * and what is listed from it cannot differ.
 */
public final class CaseBook {

    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final Map<Long, Named> matters = new HashMap<>();
    private final List<Overdue> overdue = new ArrayList<>();
    private final Map<String, Map<Dimension, Figures>> figures = new HashMap<>();

    /**
     * One time a matter was counted.
     *
     * @param seq the step it was counted by, or the clock
     * @param unit for which; 0 when there is none
     * @param town the place's town or street, or what there is of it
     * @param parts what it was counted as
     */
    public record Entry(long matter, int seq, int unit, String town, String category, Instant at, List<String> parts) {}

    /** How a matter is called: its title without what identifies a person, empty when it is kept off the board. */
    public record Named(MatterNumber number, String title) {}

    /** A matter whose deadline is over and which was not answered. */
    public record Overdue(long matter, int unit, String town, String category, Instant due) {}

    void add(Period period, Entry entry) {
        entries.computeIfAbsent(period.key(), key -> new ArrayList<>()).add(entry);
    }

    void name(long matter, Named named) {
        matters.put(matter, named);
    }

    void add(Overdue one) {
        overdue.add(one);
    }

    void add(CaseBook other) {
        other.entries.forEach((period, some) ->
                entries.computeIfAbsent(period, key -> new ArrayList<>()).addAll(some));
        matters.putAll(other.matters);
        overdue.addAll(other.overdue);
    }

    /** Everything that was counted as that part, oldest first. */
    public List<Entry> of(Period period, String part) {
        return entries.getOrDefault(period.key(), List.of()).stream()
                .filter(entry -> entry.parts().contains(part))
                .sorted(java.util.Comparator.comparing(Entry::at)
                        .thenComparingLong(Entry::matter)
                        .thenComparingInt(Entry::seq))
                .toList();
    }

    public Named named(long matter) {
        return Objects.requireNonNull(matters.get(matter), () -> "matter " + matter + " was not counted");
    }

    /** What was overdue at the instant, the longest first. */
    public List<Overdue> overdue() {
        return overdue.stream()
                .sorted(java.util.Comparator.comparing(Overdue::due).thenComparingLong(Overdue::matter))
                .toList();
    }

    public Figures figures(Period period, Dimension by) {
        return figures.computeIfAbsent(period.key(), key -> new EnumMap<>(Dimension.class))
                .computeIfAbsent(by, dimension -> count(period, dimension));
    }

    private Figures count(Period period, Dimension by) {
        Figures counted = new Figures();
        for (Entry entry : entries.getOrDefault(period.key(), List.of())) {
            String key = switch (by) {
                case UNIT -> Integer.toString(entry.unit());
                case TOWN -> entry.town();
                case CATEGORY -> entry.category();
            };
            entry.parts().forEach(part -> counted.add(key, part, 1));
        }
        return counted;
    }
}
