package org.huiyin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line. A new command is a class of this package, named here once. */
@Command(
        name = "huiyin",
        description = "Huiyin 回音: closed-loop casework for a city.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Demo.class,
            Serve.class,
            Check.class,
            Replay.class,
            Import.class,
            Export.class,
            Doctor.class,
            Assess.class,
            Bulletin.class,
            Recount.class,
            Reindex.class,
            Explain.class,
            Learn.class,
            LearnCity.class,
            Route.class,
            Alike.class,
            HotTopics.class,
            Sample.class,
            Calendar.class,
            LimitSets.class,
            Key.class,
            Keys.class,
            Verify.class,
            Detect.class,
            Read.class,
            Audit.class,
            PublicLog.class,
            Rehearse.class
        },
        footer = {
            "",
            "Handled by the launcher itself:",
            "  test   Run every test, browser journeys included.",
            "  bench  Measure: ./huiyin bench --help",
        })
public final class Huiyin {

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Say what the command does.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private Huiyin() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        var line = line();
        if (arguments.length == 0) {
            line.usage(line.getOut());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }

    /** Its exit code is 0 when a command did its work, 1 when it could not, 2 when it was not understood. */
    static CommandLine line() {
        return new CommandLine(new Huiyin())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Sentences::whyItFailed)
                .setParameterExceptionHandler(Sentences::whatWasNotUnderstood);
    }
}
