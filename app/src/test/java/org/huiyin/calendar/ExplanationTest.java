package org.huiyin.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.huiyin.calendar.Explanation.Day;
import org.huiyin.calendar.Explanation.Reason;
import org.huiyin.calendar.Span.Pause;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final WorkCalendar CHINA = WorkCalendar.china();

    @Test
    void the_days_of_the_worked_example_are_counted_or_skipped_with_their_reason() {
        Explanation explanation = CHINA.explain(Span.of(at("2022-09-30T16:00+08:00"), Limit.parse("5wd")));

        assertThat(explanation.days())
                .extracting(Day::date)
                .startsWith(LocalDate.of(2022, 9, 30))
                .hasSize(13);
        assertThat(explanation.days().getFirst().reason()).isEqualTo(Reason.START_DAY);
        assertThat(explanation.days().subList(1, 8))
                .allMatch(day ->
                        day.reason() == Reason.NOT_WORKED && day.occasion().equals("国庆节"));
        assertThat(explanation.days().subList(8, 13))
                .allMatch(day -> day.reason() == Reason.COUNTED && day.counted().equals(Duration.ofMinutes(390)));
        assertThat(explanation.version()).isEqualTo(CHINA.version());
    }

    @Test
    void stopped_days_and_days_outside_the_hours_say_so() {
        Pause pause = new Pause(at("2022-09-29T08:30+08:00"), at("2022-09-30T10:00+08:00"));
        Span span = new Span(at("2022-09-28T18:00+08:00"), Limit.parse("2wh"), List.of(pause), List.of());

        assertThat(CHINA.explain(span).days())
                .extracting(Day::reason)
                .containsExactly(Reason.OUTSIDE_HOURS, Reason.STOPPED, Reason.PARTLY_STOPPED);
    }

    @Test
    void an_extension_in_another_measure_lists_its_days_after_the_limits() {
        Span span = new Span(at("2022-09-23T10:00+08:00"), Limit.parse("24h"), List.of(), List.of(Limit.parse("2wd")));

        assertThat(CHINA.explain(span).days())
                .extracting(day -> day.date().getDayOfMonth() + " " + day.measure() + " " + day.reason())
                .containsExactly(
                        "23 HOURS COUNTED",
                        "24 HOURS COUNTED",
                        "25 WORKING_DAYS NOT_WORKED",
                        "26 WORKING_DAYS COUNTED",
                        "27 WORKING_DAYS COUNTED");
    }

    @Test
    void what_was_counted_adds_up_to_the_limit_in_five_thousand_trials() {
        Random random = new Random(5_000);
        for (int trial = 0; trial < 5_000; trial++) {
            Instant start = at("2007-01-01T00:00+08:00").plusSeconds(random.nextLong(19L * 365 * 86_400));
            int amount = 1 + random.nextInt(30);
            Limit limit = Limit.parse(amount + List.of("wd", "wh", "h").get(random.nextInt(3)));
            Instant from = start.plusSeconds(random.nextLong(20 * 86_400));
            Pause pause = new Pause(from, from.plusSeconds(random.nextLong(10 * 86_400)));
            Span span = new Span(start, limit, List.of(pause), List.of());

            Explanation explanation = CHINA.explain(span);

            Duration counted = explanation.days().stream().map(Day::counted).reduce(Duration.ZERO, Duration::plus);
            Duration whole = limit.measure() == Limit.Measure.WORKING_DAYS
                    ? Duration.ofMinutes(390L * amount)
                    : Duration.ofHours(amount);
            assertThat(counted).as("%s", span).isEqualTo(whole);
            assertThat(explanation.deadline()).isEqualTo(CHINA.deadline(span));
        }
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
