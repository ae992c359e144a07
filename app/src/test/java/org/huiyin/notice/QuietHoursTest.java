package org.huiyin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private final QuietHours quiet =
            new QuietHours(settings(21, 8), Calendars.only(WorkCalendar.china()), TestClock.CITY);

    @ParameterizedTest
    @CsvSource({
        // within a working day: at once
        "2026-03-03T08:00, 2026-03-03T08:00",
        "2026-03-03T20:59, 2026-03-03T20:59",
        // the evening and the small hours wait for the morning
        "2026-03-03T21:00, 2026-03-04T08:00",
        "2026-03-04T03:30, 2026-03-04T08:00",
        "2026-03-04T07:59, 2026-03-04T08:00",
        // Friday night, Saturday noon and Sunday wait for Monday
        "2026-03-06T22:00, 2026-03-09T08:00",
        "2026-03-07T12:00, 2026-03-09T08:00",
        // the first of October waits for the eighth; Saturday the tenth makes up for it and is worked
        "2026-10-01T10:00, 2026-10-08T08:00",
        "2026-10-10T10:00, 2026-10-10T10:00",
    })
    void a_message_waits_for_the_next_working_morning(String at, String delivered) {
        assertThat(quiet.deliverAt(TestClock.instant(at))).isEqualTo(TestClock.instant(delivered));
    }

    @Test
    void hours_that_leave_no_time_to_be_told_are_refused() {
        assertThatThrownBy(() -> settings(8, 21)).hasMessageContaining("quiet-from");
    }

    private static NoticeSettings settings(int from, int to) {
        return new NoticeSettings(from, to, Duration.ofHours(1));
    }
}
