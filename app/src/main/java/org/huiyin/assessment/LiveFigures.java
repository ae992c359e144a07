package org.huiyin.assessment;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.Measures.Dimension;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures as they are now, for pages: from tallies, without what is left out. */
@Component
class LiveFigures {

    private final CountedFigures counted;
    private final Exclusions exclusions;
    private final Organisation organisation;
    private final Counting counting;

    LiveFigures(CountedFigures counted, Exclusions exclusions, Organisation organisation, Counting counting) {
        this.counted = counted;
        this.exclusions = exclusions;
        this.organisation = organisation;
        this.counting = counting;
    }

    Roster roster() {
        return Roster.of(organisation.units().all());
    }

    /** What is left out of the figures of a period. Days are counted as they were: they say what happened, and judge nobody. */
    LeftOut leftOut(Selection of, Instant now) {
        if (of.period().ofDays()) {
            return LeftOut.NOTHING;
        }
        return LeftOut.of(
                exclusions.touching(
                        of.measures().programme(),
                        of.period().from(),
                        of.period().until()),
                now);
    }

    /** The figures the selection looks at: of a class its units only, of a place the towns in it only. */
    Figures of(Selection of, Instant now) {
        Figures all = counted.of(of.measures(), of.by().dimension(), of.period(), now, leftOut(of, now));
        if (of.by().dimension() == Dimension.TOWN && of.key() != null) {
            return kept(all, of::holdsTown);
        }
        if (!of.by().kind().isEmpty()) {
            return kept(all, unit -> kind(unit).equals(of.by().kind()));
        }
        return all;
    }

    /** What was counted for whom the selection is about: the one of its key, or all together. */
    Map<String, Long> counts(Selection of, Instant now) {
        Figures figures = of(of, now);
        String key = of.key();
        return key == null || of.by().dimension() == Dimension.TOWN ? figures.total() : figures.of(key);
    }

    /** The classes of units for which anything was counted in the period. */
    Set<String> kinds(Selection of, Instant now) {
        return of(of.by(By.ALL_UNITS), now).keys().stream().map(this::kind).collect(Collectors.toSet());
    }

    /** The same of the period before; null when there is none. */
    @Nullable
    Figures before(Selection of, Instant now) {
        return of.period()
                .before(of.measures(), counting.zone())
                .map(before -> of(of.in(before), now))
                .orElse(null);
    }

    private static Figures kept(Figures all, java.util.function.Predicate<String> which) {
        Figures kept = new Figures();
        all.keys().stream().filter(which).forEach(key -> all.of(key).forEach((part, n) -> kept.add(key, part, n)));
        return kept;
    }

    private String kind(String unit) {
        return organisation
                .units()
                .find(Integer.parseInt(unit))
                .map(Unit::kind)
                .map(Unit.Kind::key)
                .orElse("");
    }
}
