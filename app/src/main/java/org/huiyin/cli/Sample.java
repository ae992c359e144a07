package org.huiyin.cli;

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
        footer = {
            "",
            "Exit code: 0 when everything agrees or nothing is drawn yet, 1 when something does not, 2 when not understood."
        })
final class Sample implements Callable<Integer> {

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "The month that was drawn from.")
    private String month = "";

    @Option(names = "--verify", description = "Name every fault, not only whether there is one.")
    private boolean verify;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        YearMonth asked = month();
        SampleTold told =
                new SampleTold(language.locale(), verify, spec.commandLine().getOut());
        try (Application application = Application.quiet(database.open())) {
            Verification verification = application.bean(Verification.class);
            if (asked.isAfter(verification.last())) {
                throw new CannotRun(told.future(asked, verification.last()));
            }
            List<Finding> findings = verification.of(asked);
            findings.forEach(told::tell);
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
}
