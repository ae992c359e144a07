package org.huiyin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final WorkCalendar CHINA = WorkCalendar.china();

    @Test
    void five_working_days_over_the_national_day_of_2022_end_on_the_twelfth() {
        Span span = Span.of(at("2022-09-30T16:00+08:00"), Limit.parse("5wd"));

        Deadline deadline = CHINA.deadline(span);

        assertThat(deadline.due()).isEqualTo(at("2022-10-12T17:30+08:00"));
        assertThat(deadline.near()).isEqualTo(at("2022-10-11T17:30+08:00"));
        assertThat(deadline.provisional()).isFalse();
    }

    @Test
    void a_deadline_that_reaches_into_an_unpublished_year_is_provisional() {
        Instant start = at("2026-12-30T10:00+08:00");

        assertThat(CHINA.deadline(Span.of(start, Limit.parse("1wd"))).provisional())
                .isFalse();
        assertThat(CHINA.deadline(Span.of(start, Limit.parse("2wd"))).provisional())
                .isTrue();
        assertThat(CHINA.deadline(Span.of(start, Limit.parse("3wh"))).provisional())
                .isFalse();
        assertThat(CHINA.deadline(Span.of(start, Limit.parse("1d"))).provisional())
                .isFalse();
        assertThat(CHINA.deadline(Span.of(start, Limit.parse("2d"))).provisional())
                .isTrue();
    }

    @Test
    void hours_around_the_clock_are_certain_even_in_an_unpublished_year() {
        Span span = Span.of(at("2027-05-01T10:00+08:00"), Limit.parse("24h"));

        assertThat(CHINA.deadline(span).provisional()).isFalse();
    }

    @Test
    void a_clock_that_stands_still_ends_where_it_would_if_it_went_on_at_once() {
        Instant start = at("2022-09-30T16:00+08:00");
        Limit limit = Limit.parse("5wd");
        Span still = new Span(start, limit, List.of(new Span.Pause(at("2022-10-08T09:00+08:00"), null)), List.of());

        assertThat(still.standsStill()).isTrue();
        assertThat(CHINA.deadline(still)).isEqualTo(CHINA.deadline(Span.of(start, limit)));
    }

    @Test
    void times_the_calendar_does_not_know_are_refused() {
        for (String far : List.of("0000-01-01T00:00Z", "1999-12-31T15:59Z", "2099-12-31T16:00Z", "9999-12-31T00:00Z")) {
            assertThatThrownBy(() -> CHINA.deadline(Span.of(at(far), Limit.parse("1h"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2000 to 2099");
        }
        for (String limit : List.of("1wd", "3wm", "2h", "1d", "1mo")) {
            assertThatThrownBy(() -> CHINA.deadline(Span.of(at("2099-12-31T15:59Z"), Limit.parse(limit))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2099");
        }
    }

    @Test
    void a_version_names_the_calendar_its_last_year_and_its_facts() {
        assertThat(CHINA.version()).matches("cn-2026-[0-9a-f]{8}");
        assertThat(WorkCalendar.named("cn-night").version()).isNotEqualTo(CHINA.version());
        assertThat(WorkCalendar.named("always").version()).matches("always-[0-9a-f]{8}");
    }

    @Test
    void a_day_tells_what_it_is() {
        assertThat(CHINA.kind(LocalDate.of(2022, 9, 30))).isEqualTo(DayKind.WORKDAY);
        assertThat(CHINA.kind(LocalDate.of(2022, 10, 3))).isEqualTo(DayKind.HOLIDAY);
        assertThat(CHINA.kind(LocalDate.of(2022, 10, 8))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(CHINA.kind(LocalDate.of(2022, 10, 15))).isEqualTo(DayKind.REST_DAY);
        assertThat(CHINA.kind(LocalDate.of(2020, 2, 3))).isEqualTo(DayKind.WORKDAY);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
