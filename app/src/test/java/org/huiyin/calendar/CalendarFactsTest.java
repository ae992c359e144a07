package org.huiyin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huiyin.calendar.CalendarFacts.Day;
import org.huiyin.calendar.CalendarFacts.Override;
import org.huiyin.calendar.CalendarFacts.Year;
import org.junit.jupiter.api.Test;

class CalendarFactsTest {

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<String> HOURS = List.of("08:30-12:00", "14:30-17:30");

    @Test
    void overlapping_holidays_are_refused() {
        Day one = day("2022-10-01", true, "国庆节");
        Day other = day("2022-10-01", true, "中秋节");

        refused(of(year(2022, one, other)), "Holidays overlap: 2022-10-01 is both 国庆节 and 中秋节");
        refused(of(year(2022, one), year(2023, other)), "Holidays overlap");
    }

    @Test
    void a_make_up_workday_on_a_working_day_is_refused() {
        refused(of(year(2020, day("2020-02-03", false, "春节"))), "2020-02-03 (春节) is a working day already");
        refused(
                of(List.of(new Override(LocalDate.of(2022, 9, 28), HOURS, "补班"))),
                "2022-09-28 (补班) is a working day already");
    }

    @Test
    void a_day_of_another_year_and_a_year_published_twice_are_refused() {
        refused(of(year(2022, day("2020-10-01", true, "国庆节"))), "2020-10-01 (国庆节) is not of the year 2022");
        refused(of(year(2022), year(2022)), "The year 2022 is published twice");
    }

    @Test
    void zones_that_do_not_exist_or_change_their_clocks_are_refused() {
        refused(facts("Asia/Atlantis", WEEK, HOURS), "Not a time zone: \"Asia/Atlantis\"");
        refused(facts("America/New_York", WEEK, HOURS), "The zone America/New_York changes its clocks");
    }

    @Test
    void hours_that_make_no_sense_are_refused() {
        refused(facts("Asia/Shanghai", Set.of(), HOURS), "at least one working day");
        refused(facts("Asia/Shanghai", WEEK, List.of()), "needs hours");
        refused(facts("Asia/Shanghai", WEEK, List.of("8-12")), "Not a time of day: \"8\"");
        refused(facts("Asia/Shanghai", WEEK, List.of("08:30")), "Not working hours: \"08:30\"");
        refused(facts("Asia/Shanghai", WEEK, List.of("22:00-06:00")), "end before they start: 22:00-06:00");
        refused(facts("Asia/Shanghai", WEEK, List.of("08:30-12:00", "11:00-17:30")), "overlap");
    }

    @Test
    void two_overrides_for_one_day_are_refused() {
        Override off = new Override(LocalDate.of(2022, 9, 28), List.of(), "台风停工");

        refused(of(List.of(off, off)), "Two overrides for one day: 2022-09-28");
    }

    @Test
    void the_citys_own_days_win_over_the_published_ones() {
        WorkCalendar city = new WorkCalendar(of(List.of(
                new Override(LocalDate.of(2022, 9, 28), List.of(), "台风停工"),
                new Override(LocalDate.of(2022, 10, 1), HOURS, "值班"),
                new Override(LocalDate.of(2022, 9, 29), List.of("08:30-11:30"), "半日"))));
        Instant start = at("2022-09-27T10:00+08:00");

        assertThat(city.deadline(Span.of(start, Limit.parse("1wd"))).due()).isEqualTo(at("2022-09-29T11:30+08:00"));
        assertThat(city.deadline(Span.of(start, Limit.parse("2wd"))).due()).isEqualTo(at("2022-10-01T17:30+08:00"));
        assertThat(city.kind(LocalDate.of(2022, 9, 28))).isEqualTo(DayKind.HOLIDAY);
        assertThat(city.version()).isNotEqualTo(new WorkCalendar(of(List.of())).version());
    }

    @Test
    void near_due_is_a_whole_working_day_before_the_end_when_the_last_day_is_the_longest() {
        WorkCalendar city =
                new WorkCalendar(of(List.of(new Override(LocalDate.of(2022, 9, 26), List.of("06:00-22:00"), "防汛"))));

        Deadline deadline = city.deadline(Span.of(at("2022-09-19T10:00+08:00"), Limit.parse("5wd")));

        assertThat(deadline.due()).isEqualTo(at("2022-09-26T22:00+08:00"));
        assertThat(deadline.near()).isEqualTo(at("2022-09-23T17:30+08:00"));
    }

    @Test
    void an_unknown_calendar_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkCalendar.named("mars"))
                .withMessage("There is no calendar named mars");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkCalendar.named("../cn"))
                .withMessage("Not a calendar's name: \"../cn\"");
    }

    private static void refused(CalendarFacts facts, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(facts))
                .withMessageContaining(why);
    }

    private static CalendarFacts of(Year... years) {
        return new CalendarFacts("test", null, "Asia/Shanghai", WEEK, HOURS, true, List.of(years), List.of());
    }

    private static CalendarFacts of(List<Override> overrides) {
        Year year = year(2022, day("2022-09-30", true, "国庆节"), day("2022-10-01", true, "国庆节"));
        return new CalendarFacts("test", null, "Asia/Shanghai", WEEK, HOURS, true, List.of(year), overrides);
    }

    private static CalendarFacts facts(String zone, Set<DayOfWeek> week, List<String> hours) {
        return new CalendarFacts("test", null, zone, week, hours, false, List.of(), List.of());
    }

    private static Year year(int year, Day... days) {
        return new Year(year, List.of(), List.of(days));
    }

    private static Day day(String date, boolean off, String name) {
        return new Day(LocalDate.parse(date), off, name);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
