package org.huiyin.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every version of the measures of every programme that has any. Immutable. */
public record Measuring(List<Measures> versions) {

    public Measuring {
        versions = versions.stream()
                .sorted(Comparator.comparing(Measures::programme).thenComparingInt(Measures::version))
                .toList();
    }

    /** The version that counts what happens on that day. */
    public Optional<Measures> inForce(String programme, LocalDate day) {
        return versions.stream()
                .filter(m ->
                        m.programme().equals(programme) && !m.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** All versions of one programme's measures, the oldest first. */
    public List<Measures> of(String programme) {
        return versions.stream().filter(m -> m.programme().equals(programme)).toList();
    }

    public Optional<Measures> version(String programme, int version) {
        return of(programme).stream().filter(m -> m.version() == version).findFirst();
    }

    /** The programmes that are measured; what has been measured longest comes first, and is what people see who name none. */
    public List<String> programmes() {
        return versions.stream()
                .sorted(Comparator.comparing(Measures::effectiveFrom).thenComparing(Measures::programme))
                .map(Measures::programme)
                .distinct()
                .toList();
    }
}
