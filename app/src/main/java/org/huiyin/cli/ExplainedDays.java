package org.huiyin.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.huiyin.calendar.DayKind;
import org.huiyin.calendar.Explanation;
import org.huiyin.calendar.Explanation.Day;

/** Prints an explanation: a line a day, then what to beware of, near-due and, last, due. */
final class ExplainedDays {

    private final Words words;

    ExplainedDays(Locale locale) {
        this.words = new Words(locale);
    }

    void print(Explanation explanation, PrintWriter out) {
        out.println(words.text(
                "calendar.heading",
                explanation.span().start().atOffset(explanation.offset()).toString(),
                explanation.span().limit().toString(),
                explanation.version()));
        for (Day day : explanation.days()) {
            out.println(line(day));
        }
        if (explanation.span().standsStill()) {
            out.println(words.text("calendar.standing"));
        }
        if (explanation.deadline().provisional()) {
            out.println(words.text("calendar.provisional"));
        }
        out.println("near " + explanation.deadline().near().atOffset(explanation.offset()));
        out.println("due " + explanation.deadline().due().atOffset(explanation.offset()));
    }

    private String line(Day day) {
        LocalDate date = day.date();
        String weekday = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, words.locale());
        String kind = words.text("calendar.kind." + day.kind(), occasion(day.occasion()));
        String special = day.kind() == DayKind.WORKDAY && !day.occasion().isEmpty()
                ? words.text("calendar.special", occasion(day.occasion()))
                : "";
        String reason = words.text("calendar.reason." + day.reason(), time(day.counted()), time(day.stopped()));
        return date + " " + weekday + "  " + kind + special + words.text("calendar.join") + reason;
    }

    /** The holiday in the reader's language where it is known, else as it was published. */
    private String occasion(String name) {
        String key = "calendar.holiday." + name;
        return words.has(key) ? words.text(key) : name;
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
            said.append(words.text(key, Long.toString(amount))).append(' ');
        }
    }
}
