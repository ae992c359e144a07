package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.PeriodRule;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final ZoneId ZONE = TestClock.CITY;
    private final Measures measures =
            MeasuresReader.packaged().of("three-lists").getFirst();

    @ParameterizedTest
    @CsvSource({
        "2022-09, 2022-08-18T12:00, 2022-09-18T12:00, assessment-month/2022-09",
        "2022-01, 2021-12-18T12:00, 2022-01-18T12:00, assessment-month/2022-01",
        "month/2024-02, 2024-02-01T00:00, 2024-03-01T00:00, month/2024-02",
        "2022-Q3, 2022-07-01T00:00, 2022-10-01T00:00, quarter/2022-Q3",
        "quarter/2022-Q4, 2022-10-01T00:00, 2023-01-01T00:00, quarter/2022-Q4"
    })
    void a_period_is_from_instant_to_instant(String written, String from, String until, String key) {
        Period period = Period.parse(written, measures, ZONE).orElseThrow();

        assertThat(period.from()).isEqualTo(TestClock.instant(from));
        assertThat(period.until()).isEqualTo(TestClock.instant(until));
        assertThat(period.key()).isEqualTo(key);
        assertThat(Period.parse(key, measures, ZONE)).contains(period);
    }

    @ParameterizedTest
    @CsvSource({"2022-13", "2022", "september", "week/2022-09", "''", "2022-Q5", "../2022-09"})
    void what_is_no_period_is_refused(String written) {
        assertThat(Period.parse(written, measures, ZONE)).isEmpty();
    }

    @Test
    void periods_follow_each_other_without_a_gap_and_are_made_of_whole_stretches() {
        Random random = new Random(19);
        Instant first = TestClock.instant("2019-01-01T00:00");
        for (int trial = 0; trial < 5_000; trial++) {
            Instant at = first.plus(random.nextLong(6L * 366 * 24 * 3600 * 1000), ChronoUnit.MILLIS);
            int stretch = Stretches.of(measures, at, ZONE);
            for (PeriodRule rule : measures.periods().values()) {
                Period period = Period.holding(rule, at, ZONE);
                assertThat(period.holds(at)).isTrue();
                assertThat(Period.holding(rule, period.until(), ZONE).from()).isEqualTo(period.until());
                assertThat(period.before(measures, ZONE).orElseThrow().until()).isEqualTo(period.from());
                assertThat(stretch)
                        .isGreaterThanOrEqualTo(Stretches.name(period.from(), ZONE))
                        .isLessThan(Stretches.name(period.until(), ZONE));
            }
        }
    }

    @Test
    void noon_of_the_eighteenth_belongs_to_the_next_month() {
        PeriodRule rule = measures.periods().values().iterator().next();
        Instant noon = TestClock.instant("2022-09-18T12:00");

        assertThat(Period.holding(rule, noon.minusNanos(1000), ZONE).name()).isEqualTo("2022-09");
        assertThat(Period.holding(rule, noon, ZONE).name()).isEqualTo("2022-10");
    }
}
