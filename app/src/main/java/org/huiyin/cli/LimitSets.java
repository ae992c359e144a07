package org.huiyin.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.calendar.BadSpan;
import org.huiyin.calendar.LimitPolicy;
import org.huiyin.calendar.Timetable;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.timetable.CalendarVersions;
import org.huiyin.timetable.LimitPolicies;
import org.huiyin.timetable.SetLimit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin limits}: how long clocks run, and setting it otherwise than the programmes do. */
@Command(
        name = "limits",
        description = "List the limits in force, who set them and why, and set others.",
        synopsisSubcommandLabel = "COMMAND")
final class LimitSets implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "List the limits in force, and those that were set, newest first.")
    int list(@Mixin DatabaseOptions database) {
        try (Application application = Application.quiet(database.open())) {
            LimitPolicies limits = application.bean(LimitPolicies.class);
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("limit", "is"));
            for (Programme programme : application.bean(Programmes.class).newest()) {
                programme.clocks().values().stream()
                        .filter(rule -> !rule.limit().isEmpty())
                        .forEach(rule -> limits.inForce(programme, rule)
                                .forEach((key, limit) -> rows.add(
                                        List.of(programme.name() + "/" + rule.name() + "/" + key, limit.toString()))));
            }
            out().println(new TextTable(rows));
            List<List<String>> changes = new ArrayList<>();
            changes.add(List.of("version", "limit", "was set to", "for open clocks too", "by", "why"));
            for (SetLimit one : application.bean(CalendarVersions.class).limitChanges()) {
                LimitPolicy set = one.policy();
                changes.add(List.of(
                        Integer.toString(one.number()),
                        set.programme() + "/" + set.clock() + "/" + set.key(),
                        set.limit() == null
                                ? "as the programme says"
                                : set.limit().toString(),
                        set.openToo() ? "yes" : "no",
                        one.publisher(),
                        one.why()));
            }
            out().println(new TextTable(changes));
            out().flush();
            return 0;
        }
    }

    @Command(
            name = "set",
            description = {
                "Set limits, such as three-lists/resolve/noise=3wd; nothing after = gives back what the programme says.",
                "They hold for clocks that begin from now on; with --open-too for running ones as well."
            })
    int set(
            @Mixin DatabaseOptions database,
            @Parameters(arity = "1..*", paramLabel = "PROGRAMME/CLOCK/KEY=LIMIT") List<String> wanted,
            @Option(names = "--open-too", description = "Reckon open clocks again by them.") boolean openToo,
            @Option(names = "--why", defaultValue = "", paramLabel = "TEXT", description = "Why, for the record.")
                    String why,
            @Option(names = "--dry-run", description = "Only say what it would change.") boolean dry)
            throws SQLException {
        try (Application application = Application.quiet(database.open())) {
            LimitPolicies limits = application.bean(LimitPolicies.class);
            Timetable timetable = application.bean(CalendarVersions.class).current();
            List<LimitPolicy> set =
                    wanted.stream().map(one -> limits.read(read(one, openToo))).toList();
            TakeOver takeOver = new TakeOver(application, out());
            takeOver.foresee(limits.tried(set));
            if (!dry) {
                int number = limits.set(set, timetable.number(), TakeOver.operator(), TakeOver.reason(why))
                        .orElseThrow(() -> new CannotRun(TakeOver.MEANWHILE));
                takeOver.run(number);
            }
            return 0;
        } catch (BadSpan bad) {
            throw new CannotRun("Not set: " + bad.getMessage());
        }
    }

    private static LimitPolicies.Wanted read(String written, boolean openToo) {
        String[] parts = written.split("[/=]", 4);
        if (parts.length < 4) {
            throw new CannotRun("Not a limit to set: " + written + "; write three-lists/resolve/noise=3wd");
        }
        return new LimitPolicies.Wanted(parts[0], parts[1], parts[2], parts[3], openToo);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
