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
import java.util.concurrent.TimeUnit;
import org.huiyin.calendar.BadCalendar;
import org.huiyin.calendar.CalendarChange;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.matter.Foresight;
import org.huiyin.matter.Rederivation;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.timetable.CalendarVersion;
import org.huiyin.timetable.CalendarVersions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin calendar}: the versions of the city's calendar. */
@Command(
        name = "calendar",
        description = "List, show and publish versions of the city's working calendar.",
        synopsisSubcommandLabel = "COMMAND")
final class Calendar implements Runnable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int PAUSE_MILLIS = 500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "List the versions, newest first.")
    int list(@Mixin DatabaseOptions database) {
        try (Application application = Application.quiet(database.open())) {
            ZoneId zone = ZoneId.of("Asia/Shanghai");
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("version", "name", "published", "by", "why"));
            for (CalendarVersion one : application.bean(CalendarVersions.class).all()) {
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
            @Parameters(
                            arity = "0..1",
                            paramLabel = "NUMBER",
                            description = "Which version (default: the one in force).")
                    @Nullable
                    Integer number) {
        try (Application application = Application.quiet(database.open())) {
            CalendarVersions versions = application.bean(CalendarVersions.class);
            WrittenCalendar shown = number == null
                    ? versions.inForce()
                    : versions.written(number)
                            .orElseThrow(() -> new CannotRun("The calendar has no version " + number));
            out().println(shown.json());
            out().flush();
            return 0;
        }
    }

    @Command(
            name = "publish",
            description = {
                "Publish a year or a whole calendar from a JSON file, and take all open clocks over.",
                "Nothing is published when the file makes no calendar."
            })
    int publish(
            @Mixin DatabaseOptions database,
            @Parameters(paramLabel = "FILE", description = "One year ({\"year\": …}) or a whole calendar.") Path file,
            @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, for the record.")
                    String why,
            @Option(names = "--dry-run", description = "Only say what it would change.") boolean dry)
            throws SQLException {
        String json = read(file);
        if (why.strip().length() < 2 || why.length() > 200) {
            throw new CannotRun("--why needs 2 to 200 characters");
        }
        try (Application application = Application.quiet(database.open())) {
            CalendarVersions versions = application.bean(CalendarVersions.class);
            int basedOn = versions.current().number();
            WrittenCalendar now = versions.inForce();
            WrittenCalendar next = now.changedBy(json);
            now.checkSuccessor(next);
            tell(application, now, next);
            if (!dry) {
                int number = versions.publish(next, basedOn, operator(), why.strip())
                        .orElseThrow(() -> new CannotRun("Somebody published another version meanwhile; try again"));
                takeOver(application, number);
            }
            return 0;
        } catch (BadCalendar bad) {
            throw new CannotRun(file + ": " + bad.getMessage());
        }
    }

    private void tell(Application application, WrittenCalendar now, WrittenCalendar next) throws SQLException {
        CalendarChange change = now.calendar().changeTo(next.calendar());
        change.published().forEach(year -> out().printf("%d becomes a published year%n", year));
        change.days()
                .forEach(day -> out().printf(
                                "%s  %s: %s %s → %s %s%n",
                                day.date(), day.occasion(), day.was(), day.hoursWas(), day.is(), day.hoursAre()));
        Foresight.Foreseen foreseen = application.bean(Foresight.class).foresee(next.calendar(), change);
        out().printf(
                        "%s%,d open clocks would end later, %,d earlier, %,d become certain%n",
                        foreseen.whole() ? "" : "at least ", foreseen.later(), foreseen.earlier(), foreseen.certain());
        out().flush();
    }

    private void takeOver(Application application, int number) throws SQLException {
        out().printf("Version %d is published; taking over the open clocks%n", number);
        Rederivation rederivation = application.bean(Rederivation.class);
        ProgressBar bar = new ProgressBar(out());
        Rederivation.Went went = Rederivation.Went.ON;
        while (went != Rederivation.Went.DONE) {
            went = rederivation.batch();
            rederivation.progress().ifPresent(p -> bar.at("clocks", p.clocks(), Math.max(1, p.expected())));
            if (went == Rederivation.Went.SETTLING || went == Rederivation.Went.ELSEWHERE) {
                pause();
            }
        }
        rederivation.progress().ifPresent(p -> out().printf("%,d clocks taken over%n", p.clocks()));
        out().flush();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Stopped; the version is published and the service takes the rest over");
        }
    }

    /** Whoever may open the database from the console. */
    private static Actor operator() {
        String login = System.getProperty("user.name", "");
        return new Actor(0, 0, 0, Role.ADMIN, "命令行 " + login, Reach.NOWHERE, null);
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
