package org.huiyin.worklist;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.calendar.DayKind;
import org.huiyin.calendar.Explanation;
import org.huiyin.calendar.Explanation.Day;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Timetable;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;

/** Says line by line how a deadline came about. Days that follow each other and are alike share a line. */
final class DaysInWords {

    private final Page page;
    private final List<String> lines = new ArrayList<>();

    private DaysInWords(Page page) {
        this.page = page;
    }

    static List<String> of(Page page, WorkCalendar calendar, Clock clock) {
        DaysInWords words = new DaysInWords(page);
        words.heading(clock);
        if (!clock.recorded()) {
            if (!calendar.code().equals(Timetable.CITY)) {
                words.lines.add(page.t(
                        "worklist.clock.by-calendar",
                        calendar.title(page.locale().getLanguage())));
            }
            words.days(calendar.explain(clock.span()));
        }
        return words.lines;
    }

    private void heading(Clock clock) {
        if (clock.recorded()) {
            lines.add(page.t("worklist.clock.recorded"));
            return;
        }
        lines.add(page.t(
                "worklist.clock.from", clock.span().start(), limit(clock.span().limit())));
        for (Limit more : clock.span().extensions()) {
            lines.add(page.t("worklist.clock.extended", limit(more)));
        }
    }

    private String limit(Limit limit) {
        return page.t("worklist.limit." + limit.measure(), limit.amount());
    }

    private void days(Explanation explanation) {
        List<Day> days = explanation.days();
        int from = 0;
        while (from < days.size()) {
            int to = from;
            while (to + 1 < days.size() && alike(days.get(from), days.get(to + 1))) {
                to++;
            }
            lines.add(line(days.get(from), days.get(to).date()));
            from = to + 1;
        }
        if (explanation.span().standsStill()) {
            lines.add(page.t("calendar.standing"));
        }
        if (explanation.deadline().provisional()) {
            lines.add(page.t("calendar.provisional"));
        }
    }

    private static boolean alike(Day one, Day next) {
        return one.kind() == next.kind()
                && one.reason() == next.reason()
                && one.occasion().equals(next.occasion())
                && one.counted().equals(next.counted())
                && one.stopped().equals(next.stopped())
                && one.measure() == next.measure();
    }

    private String line(Day day, LocalDate last) {
        String when = day.date().equals(last)
                ? page.date(day.date())
                : page.t("worklist.clock.days", page.date(day.date()), page.date(last));
        String kind = page.t("calendar.kind." + day.kind(), occasion(day.occasion()));
        String special = day.kind() == DayKind.WORKDAY && !day.occasion().isEmpty()
                ? page.t("calendar.special", occasion(day.occasion()))
                : "";
        String reason = page.t("calendar.reason." + day.reason(), time(day.counted()), time(day.stopped()));
        return when + " " + kind + special + page.t("calendar.join") + reason;
    }

    private String occasion(String name) {
        String key = "calendar.holiday." + name;
        return page.texts().has(key) ? page.t(key) : name;
    }

    private String time(Duration time) {
        StringBuilder said = new StringBuilder();
        append(said, time.toHours(), "calendar.hours");
        append(said, time.toMinutesPart(), "calendar.minutes");
        append(said, time.toSecondsPart(), "calendar.seconds");
        return said.toString().strip();
    }

    private void append(StringBuilder said, long amount, String key) {
        if (amount > 0) {
            said.append(page.t(key, Long.toString(amount))).append(' ');
        }
    }
}
