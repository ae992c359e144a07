package org.huiyin.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.huiyin.calendar.BadSpan;
import org.huiyin.calendar.Explanation;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./huiyin explain}: a deadline, and every day counted or skipped on the way to it. */
@Command(
        name = "explain",
        description = "Explain a deadline day by day; the last line is when it is due.",
        footer = {"", "Example: ./huiyin explain --start 2022-09-30T16:00 --limit 5wd --extend 3wd"})
final class Explain implements Callable<Integer> {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm[:ss]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Option(
            names = "--start",
            required = true,
            paramLabel = "TIME",
            description = "When the clock began: 2022-09-30T16:00, in the calendar's zone unless an offset follows.")
    private String start = "";

    @Option(
            names = "--limit",
            required = true,
            paramLabel = "LIMIT",
            description = "90wm, 2wh, 5wd (working minutes, hours, days), 24h, 15d, 3mo (around the clock).")
    private String limit = "";

    @Option(
            names = "--pause",
            paramLabel = "FROM/TO",
            description = "The clock stood still; FROM/ when it still does. May be repeated.")
    private List<String> pauses = new ArrayList<>();

    @Option(names = "--extend", paramLabel = "LIMIT", description = "An extension granted. May be repeated.")
    private List<String> extensions = new ArrayList<>();

    @Mixin
    private CalendarOptions calendar = new CalendarOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Locale locale = language.locale();
        Explanation explanation = explain(new Words(locale));
        PrintWriter out = spec.commandLine().getOut();
        new ExplainedDays(locale).print(explanation, out);
        out.flush();
        return 0;
    }

    private Explanation explain(Words words) {
        try {
            WorkCalendar days = calendar.calendar();
            return days.explain(new Span(
                    instant(start, days.offset()),
                    Limit.parse(limit),
                    pauses.stream().map(pause -> pause(pause, days.offset())).toList(),
                    extensions.stream().map(Limit::parse).toList()));
        } catch (BadSpan e) {
            throw new ParameterException(
                    spec.commandLine(),
                    words.text(
                            "calendar.refused." + e.slug(),
                            e.arguments().stream().map(this::asWritten).toArray()),
                    e);
        }
    }

    /** Times are written in the city's zone, and said so again. */
    private Object asWritten(Object about) {
        return about instanceof Instant at
                ? at.atOffset(calendar.calendar().offset()).toLocalDateTime()
                : about;
    }

    private static Span.Pause pause(String written, ZoneOffset offset) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            throw new BadSpan("no-pause", "Not a pause: \"" + written + "\"", written);
        }
        Instant from = instant(written.substring(0, slash), offset);
        String to = written.substring(slash + 1);
        return new Span.Pause(from, to.isEmpty() ? null : instant(to, offset));
    }

    private static Instant instant(String written, ZoneOffset offset) {
        try {
            return switch (TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.toInstant(offset);
                default -> throw new IllegalStateException(written);
            };
        } catch (DateTimeParseException e) {
            throw new BadSpan(e, "no-time", "Not a time: \"" + written + "\"", written);
        }
    }
}
