package org.huiyin.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long the working calendar takes to say and to explain a deadline, measured by JMH in a JVM of its own. */
@Command(
        name = "calendar",
        description = "A deadline of 15 working days, and its explanation.",
        mixinStandardHelpOptions = true)
final class CalendarBench implements Callable<Integer> {

    @Option(names = "--seconds", description = "Seconds measured for each (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(CalendarMeasures.class.getName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            figures.put(name + "Nanos", Figures.ratio(result.getPrimaryResult().getScore(), 1));
            figures.put(
                    name + "ErrorNanos", Figures.ratio(result.getPrimaryResult().getScoreError(), 1));
        }
        Figures.print(figures, json);
        return 0;
    }
}
