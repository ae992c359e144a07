package org.huiyin.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.huiyin.alike.Alike;
import org.huiyin.alike.Alikes;
import org.huiyin.alike.ImprintScribe;
import org.huiyin.alike.Told;
import org.huiyin.matter.Desk;
import org.huiyin.matter.StepScribe;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Real messages taken in: looked for among all that came in before, then raised with their imprint kept; beside raising alone. */
@Command(
        name = "alike",
        description = "Messages taken in a second, each looked for among those before it.",
        mixinStandardHelpOptions = true)
final class AlikeBench implements Callable<Integer> {

    private static final int CALLERS = 64;
    private static final int SHOWN = 3;

    private static final String TRIM = """
            delete from imprint where matter_id not in (select matter_id from imprint order by matter_id limit :keep)
            """;

    @Option(names = "--before", description = "Messages that came in before (default: ${DEFAULT-VALUE}).")
    private int before = 20_000;

    @Option(names = "--texts", description = "Where the real messages are (default: ${DEFAULT-VALUE}).")
    private Path texts = Path.of(System.getProperty("huiyin.root", "."), "..", "shared", "data", "teddy2020");

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Mixin
    private Turns turns = new Turns();

    private final AtomicLong next = new AtomicLong();
    private final LongAdder found = new LongAdder();

    @Override
    public Integer call() throws Exception {
        RealTexts messages = RealTexts.read(texts);
        if (!messages.real()) {
            System.out.println("No messages at " + texts + ": made-up ones stand in, and the figures say little.");
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("messages", messages.count());
        try (BenchDatabase database = BenchDatabase.start(Path.of(""))) {
            database.openYear(RawSteps.YEAR);
            JdbcClient sql = JdbcClient.create(database.pool());
            Alikes alikes = new Alikes(sql, InstantSource.system());
            List<StepScribe> imprint = List.of(new ImprintScribe());
            try (Desk desk = new Desk(City.equipment(database.pool(), imprint), 2);
                    Desk plain = new Desk(City.equipment(database.pool(), List.of()), 2)) {
                Load.times(CALLERS, before, () -> raise(desk, message(messages)));
                sql.sql("vacuum analyze imprint").update();
                alikes.learnCommon();
                measure(new Taking(desk, plain, alikes, messages, () -> trim(sql, before)), figures);
            }
            figures.put("before", before);
            figures.put(
                    "imprints",
                    sql.sql("select count(*) from imprint").query(Long.class).single());
        }
        figures.forEach((name, value) -> System.out.printf("%-28s %s%n", name, value));
        Figures.print(figures, json);
        return 0;
    }

    /** Only what came before stays: whoever is measured looks among that many, not among all that the turns before took in. */
    private static void trim(JdbcClient sql, long keep) {
        sql.sql(TRIM).param("keep", keep).update();
        sql.sql("vacuum analyze imprint").update();
    }

    private record Taking(Desk desk, Desk plain, Alikes alikes, RealTexts messages, Runnable trim) {}

    private void measure(Taking taking, Map<String, Object> figures) throws Exception {
        Load raised = new Load();
        Load plainly = new Load();
        Load taken = new Load();
        turn(taking, new Load(), new Load(), new Load(), turns.warm());
        found.reset();
        for (int round = 1; round <= turns.rounds(); round++) {
            System.err.println("round " + round + " of " + turns.rounds());
            turn(taking, plainly, raised, taken, turns.each());
        }
        figures.put("raisedWithoutImprintPerSecond", Math.round(plainly.perSecond()));
        figures.put("raisedPerSecond", Math.round(raised.perSecond()));
        figures.put("intakesPerSecond", Math.round(taken.perSecond()));
        figures.put("intakeP99Millis", taken.millis(99));
        figures.put("shownAnIntake", Figures.ratio(found.sum(), taken.count()));
    }

    private void turn(Taking taking, Load plainly, Load raised, Load taken, java.time.Duration time) throws Exception {
        plainly.run(CALLERS, time, n -> () -> raise(taking.plain(), message(taking.messages())));
        raised.run(CALLERS, time, n -> () -> raise(taking.desk(), message(taking.messages())));
        taking.trim().run();
        taken.run(CALLERS, time, n -> () -> {
            Map<String, Object> said = message(taking.messages());
            Alikes.Wanted wanted =
                    new Alikes.Wanted(0, "three-lists", String.valueOf(said.get("category")), Told.of(said));
            List<Alike> alike = taking.alikes().of(wanted, SHOWN);
            found.add(alike.size());
            raise(taking.desk(), said);
        });
    }

    private Map<String, Object> message(RealTexts messages) {
        RealTexts.Message message = messages.message(next.getAndIncrement());
        return Map.of("title", message.title(), "description", message.text(), "category", "roads");
    }

    private static void raise(Desk desk, Map<String, Object> said) {
        new Loop(desk, said).step();
    }
}
