package org.huiyin.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is drawn every month, as {@code samples.yaml} of a programme says.
 *
 * @param state matters that entered it are drawn from
 * @param fromDays how long before the end of the month at most; null for those of the month itself
 * @param toDays how long before at least
 * @param attempts how many calls in vain are enough
 * @param rates the step that stores a rating given by call; null for none
 * @param looked the steps by which a look-back ends
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
        List<String> looked) {

    static final String CALLBACK = "callback";

    private static final JsonMapper KEBAB = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private record Written(String programme, List<Line> samples) {}

    private record Line(
            String kind,
            String state,
            @Nullable Integer fromDays,
            @Nullable Integer toDays,
            int percent,
            @Nullable Integer attempts,
            @Nullable String rates,
            @Nullable List<String> looked) {}

    /** The time in which a matter must have entered the state. */
    record Window(Instant from, Instant to) {}

    /** Those that come with Huiyin. */
    static List<Plan> packaged() {
        List<Plan> plans = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:programmes/*/samples.yaml")) {
                try (InputStream in = file.getInputStream()) {
                    Written written = KEBAB.convertValue(new Yaml().load(in), Written.class);
                    written.samples().forEach(line -> plans.add(plan(written.programme(), line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(plans);
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
                line.looked() == null ? List.of() : line.looked());
    }

    /** Whether it draws from matters that are still in the state, rather than from those that entered it in the month. */
    boolean looksBack() {
        return fromDays != null;
    }

    Window window(YearMonth month, ZoneId zone) {
        LocalDate end = month.plusMonths(1).atDay(1);
        LocalDate from = fromDays == null ? month.atDay(1) : end.minusDays(fromDays);
        LocalDate to = toDays == null ? end : end.minusDays(toDays);
        return new Window(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }
}
