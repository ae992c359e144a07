package org.huiyin.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.huiyin.calendar.BadCalendar;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CalendarVersionsTest {

    private static final Actor ADMIN = new Actor(7, 17, 1, Role.ADMIN, "周管理员", Reach.NOWHERE, null);

    private final TestClock clock = TestClock.at("2026-03-03T09:00");
    private final DataSource database = TestDatabase.fresh();
    private final CalendarVersions versions = new CalendarVersions(JdbcClient.create(database), clock);
    private final CalendarVersions elsewhere = new CalendarVersions(JdbcClient.create(database), clock);

    @Test
    void the_first_version_is_the_one_that_came_with_huiyin() {
        assertThat(versions.current().number()).isEqualTo(1);
        assertThat(versions.current().calendar().version())
                .isEqualTo(WorkCalendar.china().version());
        assertThat(versions.all("cn"))
                .singleElement()
                .satisfies(one -> assertThat(one.shipped()).isTrue());
    }

    @Test
    void publishing_records_who_when_and_why_and_is_in_force_everywhere() {
        String before = versions.current().calendar().version();
        WrittenCalendar next = storm(versions.inForce());

        assertThat(versions.publish(next, 1, ADMIN, "台风停工一天")).contains(2);

        assertThat(versions.all("cn").getFirst())
                .isEqualTo(new CalendarVersion(
                        "cn", 2, next.calendar().version(), false, clock.instant(), "周管理员", "台风停工一天"));
        assertThat(elsewhere.current().number()).isEqualTo(2);
        assertThat(elsewhere.current().calendar().version())
                .isEqualTo(next.calendar().version());
        assertThat(elsewhere.named(before)).isPresent();
        assertThat(elsewhere.numbered(1).calendar().version()).isEqualTo(before);
        assertThat(elsewhere.named("cn-1999-00000000")).isEmpty();
    }

    @Test
    void of_two_who_publish_at_once_the_second_is_told() {
        WrittenCalendar next = storm(versions.inForce());
        versions.publish(next, 1, ADMIN, "台风停工一天");

        assertThat(elsewhere.publish(next, 1, ADMIN, "台风停工一天")).isEmpty();
        assertThat(versions.all("cn")).hasSize(2);
    }

    @Test
    void what_is_refused_leaves_everything_as_it_was() {
        versions.current();
        assertThatExceptionOfType(BadCalendar.class)
                .isThrownBy(() -> versions.publish(versions.inForce(), 1, ADMIN, "再来一次"))
                .satisfies(bad -> assertThat(bad.slug()).isEqualTo("nothing-new"));

        assertThat(versions.all("cn")).hasSize(1);
    }

    @Test
    void a_newer_huiyin_does_not_put_its_calendar_over_what_the_city_published() {
        versions.publish(storm(versions.inForce()), 1, ADMIN, "台风停工一天");

        assertThat(new CalendarVersions(JdbcClient.create(database), clock)
                        .current()
                        .number())
                .isEqualTo(2);
    }

    @Test
    void a_newer_huiyin_puts_its_calendar_over_an_older_one_it_shipped() {
        versions.current();
        JdbcClient.create(database)
                .sql("update calendar_version set version = 'cn-2025-00000000' where code = 'cn'")
                .update();

        assertThat(new CalendarVersions(JdbcClient.create(database), clock)
                        .current()
                        .number())
                .isEqualTo(2);
    }

    private static WrittenCalendar storm(WrittenCalendar before) {
        LocalDate day = LocalDate.of(2026, 7, 20);
        return before.withDays(day, day, List.of(), "台风停工");
    }
}
