package org.huiyin.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huiyin.calendar.WrittenCalendar;
import org.huiyin.matter.Rederivation;
import org.huiyin.org.Actor;
import org.huiyin.timetable.CalendarVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long it takes to take every open clock over into a published calendar, with the whole application and all its counts at work. */
@Command(
        name = "rederive",
        description = "Publish a calendar that moves every deadline, and take all open clocks over.",
        mixinStandardHelpOptions = true)
final class RederiveBench implements Callable<Integer> {

    /** Two open clocks a matter: a contact and an answer. Each is due a week after it begins, which no version says: all of them move. */
    private static final String CLOCKS = """
            insert into clock (matter_id, ordinal, name, round, started_at, span_limit, pauses, extensions, due_at, near_at, provisional, recorded,
              calendar, stopped_at, met, running)
            select id, o, (array['contact', 'resolve'])[1 + o], 1, now() + interval '10 days' + id % 10000 * interval '1 minute',
              (array['1wd', '10wd'])[1 + o], '', '', now() + interval '17 days' + id % 10000 * interval '1 minute',
              now() + interval '16 days' + id % 10000 * interval '1 minute', false, false, 'cn', null, false, true
            from (select id from matter order by id limit :matters) m cross join generate_series(0, 1) o
            """;

    @Mixin
    private Loaded loaded = new Loaded();

    @Option(names = "--clocks", description = "Open clocks (default: ${DEFAULT-VALUE}).")
    private int clocks = 1_000_000;

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = loaded.start()) {
            database.fillOnce(Math.max(loaded.matters(), clocks / 2), false);
            JdbcClient sql = JdbcClient.create(database.pool());
            sql.sql("truncate clock").update();
            sql.sql(CLOCKS).param("matters", clocks / 2).update();
            sql.sql("vacuum analyze clock").update();
            sql.sql("checkpoint").update();
            try (ServedApp app = ServedApp.start(database)) {
                measure(app);
            }
        }
        return 0;
    }

    private void measure(ServedApp app) throws Exception {
        CalendarVersions versions = app.bean(CalendarVersions.class);
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(14);
        WrittenCalendar next = versions.inForce().withDays(day, day, List.of(), "停电");
        Rederivation pass = app.bean(Rederivation.class);
        versions.publish(next, versions.current().number(), Actor.SYSTEM, "measured");
        long from = System.nanoTime();
        long taken = 0;
        double seconds = 0;
        Rederivation.Went went = Rederivation.Went.ON;
        while (went == Rederivation.Went.ON || went == Rederivation.Went.ELSEWHERE) {
            went = pass.batch();
            long now = pass.progress().map(Rederivation.Progress::clocks).orElse(0L);
            if (now > taken) {
                taken = now;
                seconds = (System.nanoTime() - from) / 1e9;
                System.err.printf("\r%,d clocks", taken);
            }
        }
        System.err.println();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("clocks", taken);
        figures.put("seconds", Figures.ratio(seconds, 1));
        figures.put("clocksPerSecond", Math.round(taken / seconds));
        figures.put("lookedThroughSeconds", Figures.ratio((System.nanoTime() - from) / 1e9, 1));
        Figures.print(figures, loaded.json());
    }
}
