package org.huiyin.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Doctor.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./huiyin doctor}: folds every step again and compares what follows from them with what is stored. */
@Command(
        name = "doctor",
        description = {
            "Prove that every matter, clock, count, key and use of evidence follows from the recorded steps,",
            "and that each matter's steps follow one another without a gap.",
            "Reads one snapshot and changes nothing; it may run while people work: a demonstration that",
            "is being served from the directory is joined and left running."
        },
        footer = {"", "Exit code: 0 when every row is equal, 1 when one is not."})
final class Doctor implements Callable<Integer> {

    private static final int MOST_SHOWN = 20;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = Application.quiet(database.openBeside())) {
            Report report = application.bean(org.huiyin.matter.Doctor.class).examine(new StepsTold(out, "folded"));
            return tell(report, out);
        }
    }

    private static int tell(Report report, PrintWriter out) {
        out.printf("%,d steps of %,d matters folded again.%n", report.steps(), report.matters());
        report.differences().stream().limit(MOST_SHOWN).forEach(one -> out.println(describe(one)));
        if (report.sound()) {
            out.println("Every matter, clock, count, key and use of evidence is equal to what follows from the steps.");
            return 0;
        }
        out.printf(
                "%,d rows differ from what follows from the steps.%n",
                report.differences().size());
        return 1;
    }

    private static String describe(Difference difference) {
        return difference.table() + " " + (difference.matter() == 0 ? "" : difference.matter() + " ")
                + difference.what();
    }
}
