package org.huiyin.assessment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The exclusions in force at one instant. Immutable. */
final class LeftOut {

    static final LeftOut NOTHING = new LeftOut(List.of());

    private final List<Exclusion> all;
    private final Map<Long, List<Exclusion>> byMatter = new HashMap<>();

    private LeftOut(List<Exclusion> all) {
        this.all = all;
        all.forEach(one -> byMatter.computeIfAbsent(one.matter(), m -> new java.util.ArrayList<>())
                .add(one));
    }

    static LeftOut of(List<Exclusion> exclusions, Instant at) {
        return new LeftOut(exclusions.stream().filter(one -> one.inForce(at)).toList());
    }

    boolean covers(long matter, int unit, Instant at) {
        List<Exclusion> some = byMatter.get(matter);
        return some != null && some.stream().anyMatch(one -> one.covers(matter, unit, at));
    }

    List<Exclusion> all() {
        return all;
    }

    Long[] matters() {
        return all.stream().map(Exclusion::matter).toArray(Long[]::new);
    }

    Integer[] units() {
        return all.stream().map(Exclusion::unit).toArray(Integer[]::new);
    }

    Long[] froms() {
        return all.stream()
                .map(one -> org.huiyin.matter.Columns.micros(one.from()))
                .toArray(Long[]::new);
    }

    Long[] untils() {
        return all.stream()
                .map(one -> org.huiyin.matter.Columns.micros(one.until()))
                .toArray(Long[]::new);
    }
}
