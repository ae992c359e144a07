package org.huiyin.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Every version of every programme this installation knows, those that have been in force longest first: where programmes share a word, theirs is
 * the usual one. Immutable; publishing a version makes another object.
 */
public record Programmes(List<Programme> versions) {

    public Programmes {
        Map<String, LocalDate> since = versions.stream()
                .collect(Collectors.toMap(
                        Programme::name, Programme::effectiveFrom, BinaryOperator.minBy(Comparator.naturalOrder())));
        versions = versions.stream()
                .sorted(Comparator.comparing((Programme one) -> Objects.requireNonNull(since.get(one.name())))
                        .thenComparing(Programme::name)
                        .thenComparingInt(Programme::version))
                .toList();
    }

    /** The version a matter raised on that day falls under. */
    public Optional<Programme> inForce(String name, LocalDate day) {
        return versions.stream()
                .filter(p -> p.name().equals(name) && !p.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** The newest version of each programme, in force or not yet. */
    public List<Programme> newest() {
        return versions.stream()
                .filter(p -> versions.stream().noneMatch(q -> q.name().equals(p.name()) && q.version() > p.version()))
                .toList();
    }

    /** The newest version of one, in force or not yet. */
    public Optional<Programme> newest(String name) {
        return versions.stream().filter(p -> p.name().equals(name)).reduce((earlier, later) -> later);
    }

    /** The very version a matter was raised under. */
    public Programme version(String name, int version) {
        return versions.stream()
                .filter(p -> p.version() == version && p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Programme " + name + " has no version " + version));
    }
}
