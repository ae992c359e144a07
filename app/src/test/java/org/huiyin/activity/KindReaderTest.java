package org.huiyin.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.programme.Problem;
import org.junit.jupiter.api.Test;

/** Definitions of kinds, and the quotas they set. */
class KindReaderTest {

    private static final String KIND = """
            activity: duty
            version: 1
            name: {zh: 值班, en: Duty}
            planned-by: [unit-head]
            whom: nobody
            attendance: [list]
            report: {within: 2d}
            publicity: inside
            """;

    private final KindReader reader = new KindReader();

    @Test
    void every_kind_that_comes_with_huiyin_is_right() {
        KindReader.Reading reading = reader.read(Path.of("../activities"));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.kinds()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void a_quota_of_zero_is_refused_and_so_is_one_that_says_nothing() {
        assertThat(problems(quota("target: 0"))).containsExactly("定额不能是零。不要求就去掉这项定额。");
        assertThat(problems(quota("hint: 4"))).hasSize(2);
        assertThat(problems(quota("target: 4"))).isEmpty();
        assertThat(problems(quota("share: 1/3"))).isEmpty();
    }

    @Test
    void what_is_misspelt_or_makes_no_sense_is_told_with_its_line() {
        List<Problem> found = reader.read("activity.yaml", KIND + "sign-up: {seats: 10}\nfindngs: {}\n")
                .problems();

        assertThat(found).extracting(Problem::line).containsExactly(9, 10);
        assertThat(found.get(0).text(Locale.CHINESE)).contains("不能报名");
        assertThat(found.get(1).text(Locale.CHINESE)).contains("findings");
        assertThat(problems(KIND + "findings: {programme: three-lists, channel: grit}\n")
                        .getFirst())
                .contains("grit", "grid");
    }

    @Test
    void a_share_of_the_week_follows_the_working_calendar_and_is_rounded_up() {
        Kind kind = reader.read("activity.yaml", KIND + quotas("share: 1/3"))
                .kinds()
                .getFirst();
        Quota quota = kind.quotas().getFirst();
        Stretch usual = Stretch.holding(quota.per(), LocalDate.parse("2026-03-04"));
        Stretch festival = Stretch.holding(quota.per(), LocalDate.parse("2026-02-18"));
        WorkCalendar calendar = WorkCalendar.china();

        assertThat(quota.owed(usual.worked(calendar, usual.to()))).isEqualTo(2);
        assertThat(quota.owed(festival.worked(calendar, festival.to()))).isLessThanOrEqualTo(1);
        assertThat(usual.pace(calendar, LocalDate.parse("2026-03-04"), 4, 0)).isEqualTo(Stretch.Pace.BEHIND);
        assertThat(usual.pace(calendar, LocalDate.parse("2026-03-04"), 4, 1)).isEqualTo(Stretch.Pace.IN_TIME);
        assertThat(usual.pace(calendar, LocalDate.parse("2026-03-04"), 4, 3)).isEqualTo(Stretch.Pace.AHEAD);
        assertThat(usual.pace(calendar, LocalDate.parse("2026-03-09"), 4, 3)).isEqualTo(Stretch.Pace.BEHIND);
        assertThat(usual.pace(calendar, LocalDate.parse("2026-03-04"), 4, 4)).isEqualTo(Stretch.Pace.DONE);
    }

    private static String quota(String how) {
        return KIND + quotas(how);
    }

    private static String quotas(String how) {
        return """
                quotas:
                  days:
                    name: {zh: 定额, en: Quota}
                    owed-by: {roles: [unit-head], units: [town]}
                    per: week
                    counts: days
                    %s
                """.formatted(how);
    }

    private List<String> problems(String text) {
        return reader.read("activity.yaml", text).problems().stream()
                .map(problem -> problem.text(Locale.CHINESE))
                .toList();
    }
}
