package org.huiyin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.timetable.CalendarVersions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says by which calendar a command reckons: a shipped one, one in a file, or the one a city has published. */
final class CalendarOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            defaultValue = CalendarVersions.CITY,
            description =
                    "cn, cn-night or always as shipped, one your city has published (with --data or --database-url), or a file as ./huiyin calendar show prints it (default: ${DEFAULT-VALUE}).")
    private String calendar = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Reckon by the calendar published in this data directory.")
    private @Nullable Path data;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "Reckon by the calendar published in this database: jdbc:postgresql://host/name.")
    private @Nullable String url;

    @Option(
            names = "--calendar-version",
            paramLabel = "NUMBER",
            description = "Which published version (default: the one in force).")
    private @Nullable Integer version;

    /**
     * The calendar asked for.
     *
     * @throws org.huiyin.calendar.BadSpan when no calendar of that name is shipped
     */
    WorkCalendar calendar() {
        if (url == null && data == null) {
            if (version != null) {
                throw wrong("--calendar-version needs --data or --database-url");
            }
            return calendar.endsWith(".json") ? file(Path.of(calendar)) : WorkCalendar.named(calendar);
        }
        OpenDatabase database =
                url != null ? OpenDatabase.served(DatabaseOptions.address(url)) : OpenDatabase.own(existing());
        try (Application application = Application.quiet(database)) {
            CalendarVersions versions = application.bean(CalendarVersions.class);
            int number = version == null ? versions.current().number() : version;
            return versions.written(calendar, number)
                    .orElseThrow(() -> new CannotRun("There is no calendar " + calendar + " in version " + number))
                    .calendar();
        }
    }

    /** Reading must not set a database up. */
    private Path existing() {
        Path directory = data;
        if (directory == null || !Files.isDirectory(directory.resolve("postgresql"))) {
            throw new CannotRun("There is no data directory " + directory);
        }
        return DataOption.prepare(directory);
    }

    private WorkCalendar file(Path file) {
        try {
            return WrittenCalendar.read(Files.readString(file)).calendar();
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw new CannotRun(file + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
