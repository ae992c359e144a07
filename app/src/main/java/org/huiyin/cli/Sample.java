package org.huiyin.cli;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.huiyin.sample.Verification;
import org.huiyin.sample.Verification.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./huiyin sample}: shows the samples of a month and draws them again. */
@Command(
        name = "sample",
        description = {
            "Show the callback and look-back samples of a month.",
            "With --verify, draw them again from the recorded steps and the revealed seed."
        },
        footer = {"", "Exit code: 0 when everything agrees or nothing is drawn yet, 1 when something does not."})
final class Sample implements Callable<Integer> {

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "The month that was drawn from.")
    private String month = "";

    @Option(names = "--verify", description = "Name every fault, not only whether there is one.")
    private boolean verify;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        YearMonth asked = month();
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = Application.quiet(database.open())) {
            List<Finding> findings = application.bean(Verification.class).of(asked);
            findings.forEach(finding -> tell(finding, out));
            out.flush();
            return findings.stream().anyMatch(Finding.False.class::isInstance) ? 1 : 0;
        }
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Not a month: \"" + month + "\"; expected a year and a month, such as 2026-10",
                    e);
        }
    }

    private void tell(Finding finding, PrintWriter out) {
        switch (finding) {
            case Finding.NoSample none ->
                out.printf(
                        "%s of %s: nobody committed to a seed, so nothing was drawn.%n", none.kind(), none.programme());
            case Finding.NotDrawnYet yet -> {
                out.printf(
                        "%s of %s: not drawn yet.%n",
                        yet.sample().kind(), yet.sample().programme());
                out.printf(
                        "  commitment %s, made %s%n",
                        yet.sample().commitment(), yet.sample().committedAt());
            }
            case Finding.True sound -> {
                out.printf(
                        "%s of %s: %,d drawn from %,d; drawn again, the same.%n",
                        sound.sample().kind(), sound.sample().programme(), sound.chosen(), sound.from());
                out.printf(
                        "  commitment %s, made %s%n",
                        sound.sample().commitment(), sound.sample().committedAt());
                out.printf(
                        "  seed       %s, revealed %s%n",
                        sound.sample().seed(), sound.sample().drawnAt());
            }
            case Finding.False wrong -> {
                out.printf(
                        "%s of %s: does NOT agree.%n",
                        wrong.sample().kind(), wrong.sample().programme());
                if (verify) {
                    wrong.faults().forEach(fault -> out.println("  " + fault + "."));
                }
            }
        }
    }
}
