package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.calendar.BadCalendar;
import org.huiyin.calendar.CalendarChange;
import org.huiyin.calendar.Timetable;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;
import org.huiyin.timetable.CalendarVersion;
import org.huiyin.timetable.CalendarVersions;
import org.huiyin.timetable.UnitCalendars;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin calendar}: the calendars in their versions. */
@Command(
        name = "calendar",
        description = "List, show and publish the working calendars, and give units one of their own.",
        synopsisSubcommandLabel = "COMMAND")
final class Calendar implements Runnable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final String NAME = "Which calendar (default: ${DEFAULT-VALUE}, the city's).";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "List the calendars, and the versions of one, newest first.")
    int list(
            @Mixin DatabaseOptions database,
            @Option(names = "--calendar", defaultValue = CalendarVersions.CITY, paramLabel = "NAME", description = NAME)
                    String calendar) {
        try (Application application = Application.quiet(database.open())) {
            ZoneId zone = ZoneId.of("Asia/Shanghai");
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("version", "name", "published", "by", "why"));
            CalendarVersions versions = application.bean(CalendarVersions.class);
            versions.inForceAll()
                    .forEach(one ->
                            out().println("calendar " + one.code() + "  " + one.title("zh") + " · " + one.title("en")));
            out().println();
            for (CalendarVersion one : versions.all(known(versions, calendar).code())) {
                rows.add(List.of(
                        Integer.toString(one.number()),
                        one.name(),
                        TIME.format(one.publishedAt().atZone(zone)),
                        one.publisher(),
                        one.why()));
            }
            out().println(new TextTable(rows));
            out().flush();
            return 0;
        }
    }

    @Command(name = "show", description = "Print a version as JSON, to read or to edit and publish.")
    int show(
            @Mixin DatabaseOptions database,
            @Option(names = "--calendar", defaultValue = CalendarVersions.CITY, paramLabel = "NAME", description = NAME)
                    String calendar,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "NUMBER",
                            description = "Which version (default: the one in force).")
                    @Nullable
                    Integer number) {
        try (Application application = Application.quiet(database.open())) {
            CalendarVersions versions = application.bean(CalendarVersions.class);
            WrittenCalendar shown = number == null
                    ? known(versions, calendar)
                    : versions.written(calendar, number)
                            .orElseThrow(
                                    () -> new CannotRun("There is no calendar " + calendar + " in version " + number));
            out().println(shown.json());
            out().flush();
            return 0;
        }
    }

    @Command(
            name = "publish",
            description = {
                "Publish a year or a whole calendar from a JSON file, and take open clocks over.",
                "A whole calendar whose \"code\" is new becomes another calendar.",
                "Nothing is published when the file makes no calendar."
            })
    int publish(
            @Mixin DatabaseOptions database,
            @Parameters(paramLabel = "FILE", description = "One year ({\"year\": …}) or a whole calendar.") Path file,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, for the record.")
                    String why,
            @Option(names = "--calendar", defaultValue = CalendarVersions.CITY, paramLabel = "NAME", description = NAME)
                    String calendar,
            @Option(names = "--dry-run", description = "Only say what it would change.") boolean dry)
            throws SQLException {
        String json = read(file);
        String reason = TakeOver.reason(why);
        try (Application application = Application.quiet(database.open())) {
            CalendarVersions versions = application.bean(CalendarVersions.class);
            Timetable timetable = versions.current();
            WrittenCalendar now = known(versions, calendar);
            WrittenCalendar next = versions.checked(now.changedBy(json));
            tell(versions.inForce(next.code()).orElse(now), next);
            new TakeOver(application, out()).foresee(timetable.with(next.calendar()));
            if (!dry) {
                int number = versions.publish(next, timetable.number(), TakeOver.operator(), reason)
                        .orElseThrow(() -> new CannotRun(TakeOver.MEANWHILE));
                new TakeOver(application, out()).run(number);
            }
            return 0;
        } catch (BadCalendar bad) {
            throw new CannotRun(file + ": " + bad.getMessage());
        }
    }

    @Command(
            name = "units",
            description = {
                "List the units that go by a calendar of their own, or give one a calendar and take its open clocks over.",
                "Units below it follow."
            })
    int units(
            @Mixin DatabaseOptions database,
            @Parameters(arity = "0..1", paramLabel = "UNIT", description = "The code of a unit.") @Nullable String unit,
            @Option(
                            names = "--calendar",
                            paramLabel = "NAME",
                            description = "Which one; left out: that of the unit above.")
                    @Nullable
                    String calendar,
            @Option(names = "--why", defaultValue = "", paramLabel = "TEXT", description = "Why, for the record.")
                    String why,
            @Option(names = "--dry-run", description = "Only say what it would change.") boolean dry)
            throws SQLException {
        try (Application application = Application.quiet(database.open())) {
            CalendarVersions versions = application.bean(CalendarVersions.class);
            Units all = application.bean(Organisation.class).units();
            if (unit == null) {
                versions.unitsOwn().forEach((id, code) -> out().printf("%s  %s%n", code, all.path(id, Locale.CHINESE)));
                out().flush();
                return 0;
            }
            int id = all.find(unit).map(Unit::id).orElseThrow(() -> new CannotRun("There is no unit " + unit));
            String code = calendar == null ? null : known(versions, calendar).code();
            Timetable timetable = versions.current();
            UnitCalendars calendars = application.bean(UnitCalendars.class);
            new TakeOver(application, out()).foresee(calendars.tried(id, code));
            if (!dry) {
                String reason = TakeOver.reason(why);
                int number = calendars
                        .give(id, code, timetable.number(), TakeOver.operator(), reason)
                        .orElseThrow(() -> new CannotRun(TakeOver.MEANWHILE));
                new TakeOver(application, out()).run(number);
            }
            return 0;
        }
    }

    private static WrittenCalendar known(CalendarVersions versions, String calendar) {
        return versions.inForce(calendar).orElseThrow(() -> new CannotRun("There is no calendar named " + calendar));
    }

    private void tell(WrittenCalendar now, WrittenCalendar next) {
        CalendarChange change = now.calendar().changeTo(next.calendar());
        change.published().forEach(year -> out().printf("%d becomes a published year%n", year));
        change.days()
                .forEach(day -> out().printf(
                                "%s  %s: %s %s → %s %s%n",
                                day.date(), day.occasion(), day.was(), day.hoursWas(), day.is(), day.hoursAre()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be read");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
