package org.huiyin.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.huiyin.assessment.AssessmentReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./huiyin assess}: the ranking of a period, reckoned from the steps as they were known at a time. */
@Command(
        name = "assess",
        description = {
            "Reckon the ranking of a period from the recorded steps, as they were known at a time.",
            "Compares it byte for byte with what was published as of that time, if anything was."
        },
        footer = {
            "",
            "Example: ./huiyin assess --period 2022-09 --as-of 2022-10-05",
            "Exit code: 0, or 1 when a published ranking does not come out the same."
        })
final class Assess implements Callable<Integer> {

    @Option(
            names = "--period",
            required = true,
            paramLabel = "PERIOD",
            description = "2022-09 (assessment month), month/2022-09, 2022-Q3 or a campaign's name.")
    private String period = "";

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "2022-10-05 or 2022-10-05T09:00, in the city's zone; a day on which a ranking was published means"
                            + " that ranking. Default: now.")
    private String asOf = "";

    @Option(
            names = "--programme",
            paramLabel = "NAME",
            defaultValue = "three-lists",
            description = "Which programme (default: ${DEFAULT-VALUE}).")
    private String programme = "";

    @Option(names = "--publish", description = "Freeze it with its inputs and their fingerprint. Cannot be undone.")
    private boolean publish;

    @Option(
            names = "--reason",
            paramLabel = "WORDS",
            description = "Why it is published again, for everybody to read; not needed the first time.")
    private String reason = "";

    @Option(names = "--json", description = "Print the ranking's canonical bytes as the last line.")
    private boolean json;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Locale locale = language.locale();
        try (Application application = Application.quiet(database.open())) {
            AssessmentReport.Told told = application
                    .bean(AssessmentReport.class)
                    .tell(new AssessmentReport.Request(programme, period, asOf, publish, reason, locale));
            print(told, spec.commandLine().getOut());
            return told.sound() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void print(AssessmentReport.Told told, PrintWriter out) {
        out.println(told.title() + ", as of " + told.asOf());
        for (AssessmentReport.Section section : told.sections()) {
            out.println();
            out.println(section.kind());
            if (section.rows().size() > 1) {
                out.println(new TextTable(section.rows()));
            } else {
                out.println("nothing was counted");
            }
        }
        out.println();
        told.notes().forEach(out::println);
        out.println("inputs  " + told.inputsFingerprint());
        out.println("ranking " + told.resultFingerprint());
        if (json) {
            out.println(told.json());
        }
        out.flush();
    }
}
