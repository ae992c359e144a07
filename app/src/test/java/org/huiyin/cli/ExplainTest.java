package org.huiyin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.calendar.WrittenCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void every_day_is_named_with_its_reason_and_the_last_line_is_when_it_is_due() {
        int exit = explain("--start", "2022-09-30T16:00", "--limit", "5wd");

        assertThat(exit).isZero();
        assertThat(lines())
                .contains(
                        "2022-09-30 周五  工作日：起始日，不计，次日起算",
                        "2022-10-01 周六  放假（国庆节）：不计",
                        "2022-10-08 周六  调休上班（国庆节）：计入 6 小时 30 分",
                        "2022-10-12 周三  工作日：计入 6 小时 30 分")
                .endsWith("due 2022-10-12T17:30+08:00");
    }

    @Test
    void english_readers_are_told_in_english() {
        explain(
                "--start",
                "2022-09-30T08:00Z",
                "--limit",
                "5wd",
                "--lang",
                "en",
                "--pause",
                "2022-10-08T10:00/2022-10-09T10:00");

        assertThat(lines())
                .contains(
                        "2022-10-03 Mon  holiday (National Day): skipped",
                        "2022-10-08 Sat  make-up workday (National Day): counted 1 h 30 min, stood still 5 h")
                .endsWith("due 2022-10-13T17:30+08:00");
    }

    @Test
    void a_calendar_in_a_file_is_reckoned_by(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("city.json");
        String shipped = WrittenCalendar.shipped("cn").json();
        Files.writeString(
                file,
                shipped.replaceFirst(
                        "\"overrides\"\\s*:\\s*\\[",
                        "\"overrides\": [{\"date\": \"2022-10-10\", \"hours\": [], \"name\": \"暴雨停工\"}"));

        explain("--start", "2022-09-30T16:00", "--limit", "5wd", "--calendar", file.toString());

        assertThat(lines()).contains("2022-10-10 周一  放假（暴雨停工）：不计").endsWith("due 2022-10-13T17:30+08:00");
    }

    @Test
    void what_names_no_calendar_is_refused(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"code\": \"cn\"");
        String[] span = {"--start", "2022-09-30T16:00", "--limit", "5wd"};

        assertThat(launched(with(span, "--calendar", "none.json"))).isEqualTo(1);
        assertThat(launched(with(span, "--calendar", broken.toString()))).isEqualTo(1);
        assertThat(launched(with(span, "--calendar-version", "2"))).isEqualTo(2);
        assertThat(launched(with(span, "--data", folder.resolve("none").toString())))
                .isEqualTo(1);
        assertThat(launched(with(span, "--data", folder.toString()))).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "none.json cannot be read",
                        "broken.json",
                        "needs --data",
                        "There is no data directory " + folder)
                .doesNotContain("\tat ");
    }

    /** As the launcher runs it, which says a failure in one sentence. */
    private int launched(String... arguments) {
        return Huiyin.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(with(new String[] {"explain"}, arguments));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void extensions_add_up() {
        explain("--start", "2022-09-30T16:00", "--limit", "5wd", "--extend", "3wd", "--extend", "2wd");

        assertThat(lines()).endsWith("due 2022-10-19T17:30+08:00");
    }

    @Test
    void the_end_of_a_day_is_printed_as_the_next_days_midnight() {
        explain("--start", "2022-09-16T09:00", "--limit", "15d");

        assertThat(lines())
                .contains("2022-10-02 周日  放假（国庆节）：期限末日非工作日，顺延", "2022-10-08 周六  调休上班（国庆节）：期限顺延至本日二十四时")
                .endsWith("due 2022-10-09T00:00+08:00");
    }

    @Test
    void an_unpublished_year_and_a_clock_that_stands_still_are_said_aloud() {
        explain("--start", "2026-12-31T10:00", "--limit", "5wd", "--pause", "2027-01-04T10:00/", "--lang", "en");

        assertThat(lines())
                .anyMatch(line -> line.startsWith("Beware: "))
                .anyMatch(line -> line.startsWith("The clock stands still"));
    }

    @Test
    void what_was_not_understood_is_said_in_one_sentence() {
        refused("Not a time: \"yesterday\"", "--start", "yesterday", "--limit", "5wd");
        refused("Not a time: \"2022-02-30T10:00\"", "--start", "2022-02-30T10:00", "--limit", "5wd");
        refused("Not a limit: \"5\"", "--start", "2022-09-30T16:00", "--limit", "5");
        refused("A limit cannot be negative", "--start", "2022-09-30T16:00", "--limit", "-5wd");
        refused("A limit cannot be negative", "--start", "2022-09-30T16:00", "--limit", "5wd", "--extend=-3wd");
        refused("shorter than ten years", "--start", "2022-09-30T16:00", "--limit", "120mo");
        refused("Not a pause", "--start", "2022-09-30T16:00", "--limit", "5wd", "--pause", "2022-10-08T10:00");
        refused(
                "A pause cannot end before it starts",
                "--start",
                "2022-09-30T16:00",
                "--limit",
                "5wd",
                "--pause",
                "2022-10-09T10:00/2022-10-08T10:00");
        refused(
                "There is no calendar named mars",
                "--start",
                "2022-09-30T16:00",
                "--limit",
                "5wd",
                "--calendar",
                "mars");
        refused("2000 to 2099", "--start", "9999-12-31T10:00", "--limit", "5wd");
        refused("shorter than ten years", "--start", "2022-09-30T16:00", "--limit", "2500wd");
        refused("cannot be nothing", "--start", "2022-09-30T16:00", "--limit", "0d");
        refused("where the calendar ends", "--start", "2099-12-30T10:00", "--limit", "400d");
        assertThat(explain("--start", "2022-09-30T16:00", "--limit", "5wd", "--lang", "fr"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Not a language");
    }

    private void refused(String why, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(explain(with(arguments, "--lang", "en"))).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(why).doesNotContain("\tat ");

        err.getBuffer().setLength(0);
        assertThat(explain(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString().lines().findFirst().orElse("")).containsPattern("\\p{IsHan}");
    }

    private int explain(String... arguments) {
        CommandLine line = new CommandLine(new Explain());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }
}
