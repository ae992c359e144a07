package org.huiyin.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.testing.TestClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages over a test's own database, for tests of other packages. */
public final class NoticeFixture {

    private NoticeFixture() {}

    public static Messages messages(JdbcClient database) {
        return new Messages(
                database,
                new NoticeSettings(21, 8, Duration.ofHours(1)),
                Calendars.only(WorkCalendar.china()),
                () -> false,
                TestClock.CITY);
    }

    /** What a person finds in the inbox at that time, newest first: the kinds, a digest with how many it holds. */
    public static List<String> inbox(JdbcClient database, long account, Instant now) {
        return new Inbox(database)
                .page(account, false, Inbox.Before.START, 1000, now).stream()
                        .map(one -> one.kind() + (one.gathered() > 0 ? " " + one.gathered() : ""))
                        .toList();
    }
}
