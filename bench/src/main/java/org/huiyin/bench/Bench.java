package org.huiyin.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./huiyin bench}: what Huiyin can do, measured beside others in one run. */
@Command(
        name = "huiyin bench",
        description = "Measures Huiyin beside others; see docs/performance.md.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DeskBench.class,
            HttpBench.class,
            ListsBench.class,
            SheetsBench.class,
            StartBench.class,
            CalendarBench.class,
            SuggestBench.class,
            RederiveBench.class,
            AssessBench.class,
            LogBench.class,
            BoardBench.class,
            SearchBench.class,
            RegistersBench.class,
            AlikeBench.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
