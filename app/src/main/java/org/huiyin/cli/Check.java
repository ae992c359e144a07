package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.activity.KindReader;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.matter.ScenarioRun;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.programme.Phrases;
import org.huiyin.programme.Programme;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.ScenarioReader;
import org.huiyin.programme.Scenarios.Scenario;
import org.huiyin.register.RegisterReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin check}: whether definitions are right, and whether their scenarios come out as told. */
@Command(
        name = "check",
        description = "Check programme definitions and play their scenarios.",
        footer = {
            "",
            "DIR holds <name>/programme.yaml and <name>/scenarios.yaml, <name>/register.yaml",
            "or <name>/activity.yaml, or is one such folder.",
            "Exit code: 0 all is well, 1 something is wrong, 2 not understood.",
        })
final class Check implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Default: the programmes that come with Huiyin.")
    private @Nullable Path directory;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "zh",
            description = "Language of the sentences (default: ${DEFAULT-VALUE}).")
    private String language = "";

    @Mixin
    private CalendarOptions calendar = new CalendarOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int played;
    private int failed;
    private @Nullable WorkCalendar days;

    @Override
    public Integer call() {
        Path asked = directory;
        Path where = asked == null ? shipped("programmes") : asked;
        if (!Files.isDirectory(where)) {
            throw new CannotRun("There is no directory " + where);
        }
        Phrases say = Phrases.of(Locale.of(language));
        PrintWriter out = spec.commandLine().getOut();
        ProgrammeReader.Reading reading = new ProgrammeReader().read(where);
        reading.problems().forEach(problem -> wrong.add(problem.line(Locale.of(language))));
        List<Programme> programmes = reading.programmes().newest();
        RegisterReader.Reading registers = new RegisterReader().read(asked == null ? shipped("registers") : asked);
        registers.problems().forEach(problem -> wrong.add(problem.line(Locale.of(language))));
        KindReader.Reading activities = new KindReader().read(asked == null ? shipped("activities") : asked);
        activities.problems().forEach(problem -> wrong.add(problem.line(Locale.of(language))));
        if (programmes.isEmpty()
                && registers.registers().all().isEmpty()
                && activities.kinds().isEmpty()
                && wrong.isEmpty()) {
            wrong.add(say.say("check.none", List.of(where)));
        }
        rows.add(List.of(say.say("check.head", List.of()).split(" \\| ")));
        programmes.forEach(programme -> check(programme, where, say));
        out.println(new TextTable(rows));
        wrong.forEach(out::println);
        boolean good = wrong.isEmpty();
        int problems = wrong.size() - failed;
        out.println(
                good
                        ? say.say(
                                "check.good",
                                List.of(
                                        programmes.size(),
                                        played,
                                        registers.registers().all().size(),
                                        activities.kinds().size()))
                        : say.say("check.bad", List.of(problems, failed)));
        out.flush();
        return good ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void check(Programme programme, Path where, Phrases say) {
        Path folder = Files.isDirectory(where.resolve(programme.name())) ? where.resolve(programme.name()) : where;
        Path file = folder.resolve("scenarios.yaml");
        String shown = where.relativize(file).toString();
        int playedBefore = played;
        int failedBefore = failed;
        if (Files.exists(file)) {
            play(programme, new ScenarioReader().read(file, shown, programme), shown, say);
        } else {
            wrong.add(say.say("check.no-scenarios", List.of(programme.name())));
        }
        for (Path measures : versions(folder)) {
            new MeasuresReader()
                    .read(measures, where.relativize(measures).toString(), programme)
                    .problems()
                    .forEach(problem -> wrong.add(problem.line(Locale.of(language))));
        }
        rows.add(Stream.of(
                        programme.name(),
                        programme.version(),
                        programme.effectiveFrom(),
                        programme.states().size(),
                        programme.steps().size(),
                        programme.clocks().size(),
                        played - playedBefore,
                        failed - failedBefore)
                .map(String::valueOf)
                .toList());
    }

    /** The measures beside a programme: each version has a file. */
    private static List<Path> versions(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("measures.*\\.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void play(Programme programme, ScenarioReader.Reading reading, String file, Phrases say) {
        reading.problems().forEach(problem -> wrong.add(problem.line(Locale.of(language))));
        ScenarioRun run = new ScenarioRun(programme, reading.scenarios(), days(), ZONE);
        for (Scenario scenario : reading.scenarios().scenarios()) {
            played++;
            String differences = run.play(scenario).stream()
                    .map(difference -> difference.text(Locale.of(language)))
                    .collect(Collectors.joining("; "));
            if (!differences.isEmpty()) {
                failed++;
                wrong.add(say.say("check.failed", List.of(file, scenario.line(), scenario.name(), differences)));
            }
        }
    }

    /** The calendar asked for, read once. */
    private WorkCalendar days() {
        WorkCalendar known = days;
        if (known == null) {
            known = calendar.calendar();
            days = known;
        }
        return known;
    }

    /** A folder beside the built product. */
    private static Path shipped(String folder) {
        Path here = Path.of(folder);
        if (Files.isDirectory(here)) {
            return here;
        }
        String jar =
                Check.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return Path.of(jar).resolve("../../../" + folder).normalize();
    }
}
