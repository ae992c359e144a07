package org.huiyin.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiyin.programme.PackagedYaml;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn every month, as {@code samples.yaml} of a programme says.
 *
 * @param state matters that entered it are drawn from
 * @param fromDays how long before the end of the month at most; null for those of the month itself
 * @param toDays how long before at least
 * @param attempts how many calls in vain are enough
 * @param rates the step that stores a rating given by call; null for none
 * @param withinDays how many days after the end of the month a look-back is made
 * @param shows the fields put before whoever looks back
 * @param holds the step by which a look-back ends that finds the answer true; null for none
 * @param fails the step by which one ends that finds it untrue; null for none
 */
record Plan(
        String programme,
        String kind,
        String state,
        @Nullable Integer fromDays,
        @Nullable Integer toDays,
        int percent,
        int attempts,
        @Nullable String rates,
        int withinDays,
        List<String> shows,
        @Nullable String holds,
        @Nullable String fails) {

    static final String CALLBACK = "callback";
    static final String LOOK_BACK = "look-back";

    private record Written(String programme, List<Line> samples) {}

    private record Line(
            String kind,
            String state,
            @Nullable Integer fromDays,
            @Nullable Integer toDays,
            int percent,
            @Nullable Integer attempts,
            @Nullable String rates,
            @Nullable Integer withinDays,
            @Nullable List<String> shows,
            @Nullable String holds,
            @Nullable String fails) {}

    /** The time in which a matter must have entered the state. */
    record Window(Instant from, Instant to) {}

    /** Those that come with Huiyin. */
    static List<Plan> packaged() {
        return PackagedYaml.all("programmes/*/samples.yaml", Written.class).stream()
                .flatMap(written -> written.samples().stream().map(line -> plan(written.programme(), line)))
                .toList();
    }

    private static Plan plan(String programme, Line line) {
        return new Plan(
                programme,
                line.kind(),
                line.state(),
                line.fromDays(),
                line.toDays(),
                line.percent(),
                line.attempts() == null ? 1 : line.attempts(),
                line.rates(),
                line.withinDays() == null ? 0 : line.withinDays(),
                line.shows() == null ? List.of() : line.shows(),
                line.holds(),
                line.fails());
    }

    /** Whether it draws from matters that are still in the state, rather than from those that entered it in the month. */
    boolean looksBack() {
        return fromDays != null;
    }

    /** The steps by which a look-back ends, whichever way. */
    List<String> looked() {
        return Stream.of(holds, fails).filter(Objects::nonNull).toList();
    }

    Window window(YearMonth month, ZoneId zone) {
        LocalDate end = month.plusMonths(1).atDay(1);
        LocalDate from = fromDays == null ? month.atDay(1) : end.minusDays(fromDays);
        LocalDate to = toDays == null ? end : end.minusDays(toDays);
        return new Window(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }

    /** The last day of looking back at what was drawn of that month. */
    LocalDate lastDay(YearMonth month) {
        return month.atEndOfMonth().plusDays(withinDays);
    }
}
