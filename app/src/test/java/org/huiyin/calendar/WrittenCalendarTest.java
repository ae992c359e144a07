package org.huiyin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WrittenCalendarTest {

    private static final String YEAR_2027 = """
            {"year": 2027, "papers": ["https://www.gov.cn/2027"], "days": [
              {"date": "2027-01-01", "isOffDay": true, "name": "元旦"},
              {"date": "2027-01-02", "isOffDay": true, "name": "元旦"},
              {"date": "2027-01-03", "isOffDay": false, "name": "元旦"}]}
            """;

    private final WrittenCalendar cn = WrittenCalendar.shipped("cn");

    @Test
    void what_is_written_down_reads_back_as_the_same_version() {
        for (String code : List.of("cn", "cn-night", "always")) {
            WrittenCalendar shipped = WrittenCalendar.shipped(code);

            WrittenCalendar again = WrittenCalendar.read(shipped.json());

            assertThat(again.calendar().version()).isEqualTo(shipped.calendar().version());
            assertThat(again.json()).isEqualTo(shipped.json());
        }
    }

    @Test
    void next_years_notice_makes_its_deadlines_certain() {
        Span span = Span.of(Instant.parse("2026-12-30T02:00:00Z"), Limit.parse("2wd"));
        assertThat(cn.calendar().deadline(span).provisional()).isTrue();

        WrittenCalendar next = cn.changedBy(YEAR_2027);

        assertThat(next.years()).endsWith(2026, 2027);
        assertThat(next.calendar().deadline(span).provisional()).isFalse();
        assertThat(next.calendar().deadline(span).due()).isEqualTo(Instant.parse("2027-01-03T09:30:00Z"));
        CalendarChange change = cn.calendar().changeTo(next.calendar());
        assertThat(change.published()).containsExactly(2027);
        assertThat(change.from()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(change.days())
                .extracting(CalendarChange.Day::is)
                .containsExactly(DayKind.HOLIDAY, DayKind.HOLIDAY, DayKind.MAKE_UP_WORKDAY);
    }

    @Test
    void the_citys_own_days_are_set_and_set_again() {
        LocalDate storm = LocalDate.of(2026, 7, 20);

        WrittenCalendar off = cn.withDays(storm, storm.plusDays(1), List.of(), "台风停工");
        WrittenCalendar half = off.withDays(storm, storm, List.of("14:30-17:30"), "下午复工");

        assertThat(off.calendar().kind(storm)).isEqualTo(DayKind.HOLIDAY);
        assertThat(half.calendar().kind(storm)).isEqualTo(DayKind.WORKDAY);
        assertThat(half.calendar().kind(storm.plusDays(1))).isEqualTo(DayKind.HOLIDAY);
    }

    @Test
    void what_makes_no_calendar_is_refused_by_name() {
        refused("overlap", () -> cn.changedBy(YEAR_2027.replace("2027-01-02", "2027-01-01")));
        refused("already-worked", () -> cn.changedBy(YEAR_2027.replace("2027-01-03", "2027-01-04")));
        refused("other-year", () -> cn.changedBy(YEAR_2027.replace("2027-01-02", "2024-01-02")));
        refused("not-read", () -> cn.changedBy(YEAR_2027.replace("2027-01-02", "2027-02-29")));
        refused("year-missing", () -> cn.changedBy(YEAR_2027.replace("2027", "2028")));
        refused("year-empty", () -> cn.changedBy("{\"year\": 2027, \"papers\": [], \"days\": []}"));
        refused("not-json", () -> cn.changedBy("{\"year\": 2027, "));
        refused("not-read", () -> cn.changedBy("{\"year\": 2027, \"dayz\": []}"));
        refused("missing", () -> cn.changedBy("{}"));
        refused("not-read", () -> cn.changedBy("[]"));
        refused("changing-zone", () -> cn.changedBy(cn.json().replace("Asia/Shanghai", "America/New_York")));
        refused("no-zone", () -> cn.changedBy(cn.json().replace("Asia/Shanghai", "Asia/Atlantis")));
        refused("hours-end-first", () -> cn.changedBy(cn.json().replace("08:30-12:00", "12:00-08:30")));
        LocalDate monday = LocalDate.of(2026, 7, 20);
        refused("end-before-start", () -> cn.withDays(monday, monday.minusDays(1), List.of(), "停工"));
        refused("already-worked", () -> cn.withDays(monday, monday, List.of("08:30-12:00", "14:30-17:30"), "上班"));
        refused("too-many-days", () -> cn.withDays(monday, monday.plusYears(1), List.of(), "停工"));
        LocalDate afar = LocalDate.of(2100, 1, 4);
        refused("unknown-year", () -> cn.withDays(afar, afar, List.of(), "停工"));
        refused("missing", () -> cn.withDays(monday, monday, List.of(), ""));
    }

    @Test
    void what_may_not_follow_the_version_in_force_is_refused() {
        WrittenCalendar next = cn.changedBy(YEAR_2027);

        refused("nothing-new", () -> cn.checkSuccessor(WrittenCalendar.read(cn.json())));
        refused("year-lost", () -> next.checkSuccessor(cn));
        refused("other-calendar", () -> cn.checkSuccessor(WrittenCalendar.shipped("cn-night")));
        refused(
                "other-zone",
                () -> cn.checkSuccessor(WrittenCalendar.read(cn.json().replace("Asia/Shanghai", "Asia/Urumqi"))));
        cn.checkSuccessor(next);
    }

    private static void refused(String slug, ThrowingCallable what) {
        assertThatExceptionOfType(BadCalendar.class)
                .isThrownBy(what)
                .satisfies(bad -> assertThat(bad.slug()).as(bad.getMessage()).isEqualTo(slug));
    }
}
