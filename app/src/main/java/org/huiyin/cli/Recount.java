package org.huiyin.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.huiyin.assessment.Refilling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./huiyin recount}: what is counted, filled again from the steps. */
@Command(
        name = "recount",
        description = {
            "Empty the facts and tallies of assessment and fill them again from the recorded steps.",
            "For an upgrade from a version that did not count yet. Nobody can take a step meanwhile."
        })
final class Recount implements Callable<Integer> {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws SQLException {
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = Application.quiet(database.open())) {
            long steps = application.bean(Refilling.class).refill(new StepsTold(out, "counted"));
            out.printf("%,d steps counted again.%n", steps);
        }
        return 0;
    }
}
