package org.huiyin.bench;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flowable.engine.ProcessEngine;
import org.huiyin.assessment.AddingUp;
import org.huiyin.assessment.CountScribe;
import org.huiyin.assessment.Counting;
import org.huiyin.matter.Desk;
import org.huiyin.matter.StepScribe;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.translog.LeafScribe;
import org.huiyin.translog.LogKeys;
import org.huiyin.translog.Sequencer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Steps a second: plain SQL, the Desk with all its rules at 32, 128 and 512 callers, and Flowable, in turns on one database. */
@Command(
        name = "desk",
        description = "Steps a second through the Desk, beside plain SQL and Flowable.",
        mixinStandardHelpOptions = true)
final class DeskBench implements Callable<Integer> {

    private static final int RAW_CALLERS = 32;
    private static final int MOST_CALLERS = 512;
    private static final List<Integer> DESK_CALLERS = List.of(32, 128, MOST_CALLERS);
    private static final String UNLOGGED = "unlogged";

    @Mixin
    private Loaded loaded = new Loaded();

    @Mixin
    private Turns turns = new Turns();

    @Option(names = "--writers", description = "Writers of the Desk (default: ${DEFAULT-VALUE}).")
    private int writers = 2;

    @Option(names = "--no-flowable", description = "Leave Flowable out.")
    private boolean withoutFlowable;

    @Option(names = "--no-counting", description = "Leave out what assessment counts with each step.")
    private boolean withoutCounting;

    @Option(
            names = "--no-log",
            description = "Leave out the public log: the entry of each step and the sequencer beside the Desk.")
    private boolean withoutLog;

    @Option(
            names = "--log-cost",
            description =
                    "Also take turns without the log on the same database, and say what share of those is left with it.")
    private boolean logCost;

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = loaded.start()) {
            database.fillOnce(loaded.matters(), true);
            database.openYear(RawSteps.YEAR);
            Map<String, Load> loads = measure(database);
            report(loads);
        }
        return 0;
    }

    private Map<String, Load> measure(BenchDatabase database) throws Exception {
        Map<String, Load> loads = new LinkedHashMap<>();
        try (ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor();
                ScheduledExecutorService sequencing = Executors.newSingleThreadScheduledExecutor();
                Desk desk = desk(database, !withoutLog);
                Desk unlogged = desk(database, false)) {
            addUp(beside, database);
            if (!withoutLog) {
                sequence(sequencing, database);
            }
            ProcessEngine flowable = withoutFlowable ? null : FlowableSteps.engine(database.pool());
            turn(database, desk, flowable, new LinkedHashMap<>(), turns.warm());
            unlogged(unlogged, new LinkedHashMap<>(), turns.warm());
            for (int round = 1; round <= turns.rounds(); round++) {
                System.err.println("round " + round + " of " + turns.rounds());
                turn(database, desk, flowable, loads, turns.each());
                unlogged(unlogged, loads, turns.each());
            }
            if (flowable != null) {
                flowable.close();
            }
        }
        return loads;
    }

    /** As a running application does. */
    private static void addUp(ScheduledExecutorService beside, BenchDatabase database) {
        AddingUp adding = new AddingUp(JdbcClient.create(database.pool()));
        beside.scheduleWithFixedDelay(adding::all, 2, 2, TimeUnit.SECONDS);
    }

    /** As a running application does: entries get their places and the head is signed while the Desk works. */
    private static void sequence(ScheduledExecutorService sequencing, BenchDatabase database) {
        JdbcClient.create(database.pool())
                .sql("update log_head set entering = null")
                .update();
        LogKeys keys = new LogKeys(database.directory().resolve("bench-log.key"), "bench.example/log");
        Sequencer sequencer = new Sequencer(City.equipment(database.pool(), List.of()), keys, Set.of());
        sequencing.scheduleWithFixedDelay(
                () -> LogBench.turn(sequencer), Sequencer.PAUSE_MILLIS, Sequencer.PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Desk desk(BenchDatabase database, boolean logging) {
        return new Desk(City.equipment(database.pool(), scribes(database, logging)), writers);
    }

    private List<StepScribe> scribes(BenchDatabase database, boolean logging) {
        List<StepScribe> scribes = new ArrayList<>();
        if (!withoutCounting) {
            scribes.add(new CountScribe(new Counting(MeasuresReader.packaged(), ZoneId.of("Asia/Shanghai"))));
        }
        if (logging) {
            scribes.add(new LeafScribe(ProgrammeReader.packaged(), Set.of(), database.pool()));
        }
        return scribes;
    }

    private static void turn(
            BenchDatabase database, Desk desk, @Nullable ProcessEngine flowable, Map<String, Load> loads, Duration time)
            throws Exception {
        loads.computeIfAbsent("raw", k -> new Load()).run(RAW_CALLERS, time, n -> new RawSteps(database.pool()));
        for (int callers : DESK_CALLERS) {
            loads.computeIfAbsent("desk" + callers, k -> new Load()).run(callers, time, n -> looping(desk));
        }
        if (flowable != null) {
            loads.computeIfAbsent("flowable", k -> new Load()).run(RAW_CALLERS, time, n -> new FlowableSteps(flowable));
        }
    }

    private void unlogged(Desk desk, Map<String, Load> loads, Duration time) throws Exception {
        if (logCost) {
            loads.computeIfAbsent(UNLOGGED, k -> new Load()).run(MOST_CALLERS, time, n -> looping(desk));
        }
    }

    private static Load.Caller looping(Desk desk) {
        Loop[] loop = {new Loop(desk)};
        return () -> {
            if (loop[0].ended()) {
                loop[0] = new Loop(desk);
            }
            loop[0].step();
        };
    }

    private void report(Map<String, Load> loads) {
        System.out.printf("%-10s %14s %10s %10s%n", "", "steps/s", "p50 ms", "p99 ms");
        loads.forEach((name, load) -> System.out.printf(
                "%-10s %,14.0f %10.2f %10.2f%n", name, load.perSecond(), load.millis(50), load.millis(99)));
        Load raw = loads.get("raw");
        Load most = loads.get("desk512");
        if (raw == null || most == null) {
            throw new IllegalStateException("nothing was measured");
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("matters", loaded.matters());
        figures.put("rawStepsPerSecond", Math.round(raw.perSecond()));
        DESK_CALLERS.forEach(n -> figures.put(
                "desk" + n + "StepsPerSecond",
                Math.round(load(loads, "desk" + n).perSecond())));
        figures.put("desk32P99Millis", load(loads, "desk32").millis(99));
        figures.put("ratioToRaw", Figures.ratio(most.perSecond(), raw.perSecond()));
        Load unlogged = loads.get(UNLOGGED);
        if (unlogged != null) {
            figures.put("withLogOfWithout", Figures.ratio(most.perSecond(), unlogged.perSecond()));
        }
        Load flowable = loads.get("flowable");
        if (flowable != null) {
            figures.put("flowableStepsPerSecond", Math.round(flowable.perSecond()));
            figures.put("ratioToFlowable", Figures.ratio(most.perSecond(), flowable.perSecond()));
        }
        Figures.print(figures, loaded.json());
    }

    private static Load load(Map<String, Load> loads, String name) {
        Load load = loads.get(name);
        if (load == null) {
            throw new IllegalStateException(name + " was not measured");
        }
        return load;
    }
}
