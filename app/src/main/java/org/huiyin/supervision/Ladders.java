package org.huiyin.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.huiyin.calendar.Limit;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.programme.PackagedYaml;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/** Every version of every ladder; a clock is judged by the one in force on the day it began. */
record Ladders(List<Ladder> versions, ZoneId zone) {

    private static final String UNTIL_DUE = "until-due";

    private record Written(
            String programme,
            String effectiveFrom,
            String climbs,
            Set<String> nearDue,
            Set<String> overdue,
            List<WrittenRung> rungs) {}

    private record WrittenRung(
            String kind,
            Text name,
            Text number,
            String after,
            String answer,
            String by,
            String to,
            @Nullable String step,
            @Nullable String note,
            Text text) {}

    /** Those that come with Huiyin. */
    static Ladders packaged(ZoneId zone) {
        return new Ladders(
                PackagedYaml.all("programmes/*/ladder*.yaml", Written.class).stream()
                        .map(Ladders::ladder)
                        .sorted(Comparator.comparing(Ladder::effectiveFrom))
                        .toList(),
                zone);
    }

    private static Ladder ladder(Written written) {
        return new Ladder(
                written.programme(),
                LocalDate.parse(written.effectiveFrom()),
                written.climbs(),
                Set.copyOf(written.nearDue()),
                Set.copyOf(written.overdue()),
                written.rungs().stream().map(Ladders::rung).toList());
    }

    private static Rung rung(WrittenRung written) {
        Rung.When when = switch (written.after()) {
            case "near" -> Rung.When.NEAR;
            case "due" -> Rung.When.DUE;
            case "lapse" -> Rung.When.LAPSE;
            default -> Rung.When.LATER;
        };
        return new Rung(
                written.kind(),
                written.name(),
                written.number(),
                when,
                when == Rung.When.LATER ? Limit.parse(written.after()) : null,
                written.answer().equals(UNTIL_DUE) ? null : Limit.parse(written.answer()),
                written.by().equals("machine"),
                written.to().equals("heads"),
                written.step(),
                written.note(),
                written.text());
    }

    /** The ladder that judges a clock of this programme begun at that time. */
    Optional<Ladder> of(String programme, Instant began) {
        LocalDate day = began.atZone(zone).toLocalDate();
        return versions.stream()
                .filter(ladder -> ladder.programme().equals(programme)
                        && !ladder.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** A clock that runs, and the ladder it climbs when it is late. */
    record Climbing(Clock clock, Ladder ladder) {}

    /** The matter's own clock that climbs, if it runs now. */
    Optional<Climbing> climbing(Matter matter) {
        return matter.clocks().stream()
                .filter(clock -> clock.running() && clock.unit() == null)
                .flatMap(clock -> of(matter.programme(), clock.span().start()).stream()
                        .filter(ladder -> ladder.climbs().equals(clock.name()))
                        .map(ladder -> new Climbing(clock, ladder)))
                .findFirst();
    }

    /** The clocks any ladder listens to. */
    Set<String> clocks(Function<Ladder, Set<String>> reminded) {
        Set<String> names = new TreeSet<>();
        versions.forEach(ladder -> {
            names.add(ladder.climbs());
            names.addAll(reminded.apply(ladder));
        });
        return names;
    }

    Set<String> programmes() {
        Set<String> names = new TreeSet<>();
        versions.forEach(ladder -> names.add(ladder.programme()));
        return names;
    }

    /** What a kind is called, in any ladder; by its own name when none knows it (any more). */
    Text name(String kind) {
        return versions.stream()
                .flatMap(ladder -> ladder.find(kind).stream())
                .map(Rung::name)
                .reduce((earlier, later) -> later)
                .orElse(new Text(kind, kind));
    }

    /** Every kind there is, lowest first: those of the tallest ladder, then what only others have. */
    List<Rung> kinds() {
        Map<String, Rung> kinds = new LinkedHashMap<>();
        versions.reversed().stream()
                .sorted(Comparator.comparing((Ladder ladder) -> ladder.rungs().size())
                        .reversed())
                .flatMap(ladder -> ladder.rungs().stream())
                .forEach(rung -> kinds.putIfAbsent(rung.kind(), rung));
        return List.copyOf(kinds.values());
    }
}
