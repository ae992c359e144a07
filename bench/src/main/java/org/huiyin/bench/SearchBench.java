package org.huiyin.bench;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.huiyin.assessment.CountScribe;
import org.huiyin.assessment.Counting;
import org.huiyin.matter.Desk;
import org.huiyin.matter.StepScribe;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.search.Entering;
import org.huiyin.search.FreshWords;
import org.huiyin.search.SearchScribe;
import org.huiyin.text.Words;
import org.huiyin.translog.LeafScribe;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long two-word searches take among many real texts, and what entering their words costs the Desk. */
@Command(
        name = "search",
        description = "Two-word searches among real texts, and what the index costs the Desk.",
        mixinStandardHelpOptions = true)
final class SearchBench implements Callable<Integer> {

    private static final List<String> READERS = List.of("", "hotline", "shashi", "chengguan", "duban");
    private static final int CALLERS = 128;
    private static final int CHUNK = 1000;
    private static final Words CUT = new Words();

    private static final String IDS = """
            select id from matter where id > :after order by id limit :limit
            """;
    private static final String TITLES = """
            update matter m set title = u.title, public_title = u.title from unnest(:ids::bigint[], :titles::text[]) u(id, title) where m.id = u.id
            """;
    private static final String RAISED = """
            insert into step (matter_id, seq, name, account, post, unit, role, occurred_at, recorded_at, from_state, to_state, round, programme,
              programme_version, fields, key)
            select m.id, 1, 'raise', 1, 0, 0, 'RESIDENT', m.raised_at, m.raised_at, '', 'raised', 1, 'three-lists', 1,
              jsonb_build_object('title', u.title, 'description', u.text, 'place', m.place), 'bench'
            from unnest(:ids::bigint[], :titles::text[], :texts::text[]) u(id, title, text) join matter m on m.id = u.id
            """;
    private static final String ENTERED = """
            select count(*) from search_document
            """;
    private static final String INDEX = """
            select indexdef from pg_indexes where indexname = 'search_document_words'
            """;
    private static final String SIZES = """
            select pg_total_relation_size('search_document'), pg_relation_size('search_document_words')
            """;

    @Mixin
    private Loaded loaded = new Loaded();

    @Mixin
    private Turns turns = new Turns();

    @Option(names = "--texts", description = "Where the real messages are (default: ${DEFAULT-VALUE}).")
    private Path texts = Path.of(System.getProperty("huiyin.root", "."), "..", "shared", "data", "teddy2020");

    @Option(names = "--samples", description = "Searches by each reader (default: ${DEFAULT-VALUE}).")
    private int samples = 400;

    @Option(names = "--only", description = "find or desk: measure only that (default: both).")
    private String only = "";

    @Override
    public Integer call() throws Exception {
        RealTexts messages = RealTexts.read(texts);
        if (!messages.real()) {
            System.out.println("No messages at " + texts + ": made-up ones stand in, and the figures say little.");
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("matters", loaded.matters());
        figures.put("messages", messages.count());
        try (BenchDatabase database = loaded.start()) {
            if (!only.equals("desk")) {
                find(database, messages, figures);
            }
            if (!only.equals("find")) {
                desk(database, messages, figures);
            }
        }
        Figures.print(figures, loaded.json());
        return 0;
    }

    private void find(BenchDatabase database, RealTexts messages, Map<String, Object> figures) throws Exception {
        try (ServedApp app = ServedApp.start(database)) {
            database.fillOnce(loaded.matters(), false);
            JdbcClient sql = JdbcClient.create(database.pool());
            say(sql, messages);
            enter(app, sql, figures);
            sql.sql(SIZES).query(row -> {
                figures.put("documentMegabytes", row.getLong(1) >> 20);
                figures.put("indexMegabytes", row.getLong(2) >> 20);
            });
            Histogram all = new Histogram(60_000_000L, 3);
            for (String reader : READERS) {
                Histogram times = search(app, reader, messages);
                System.out.printf(
                        "%-12s p50 %6.1f ms  p99 %6.1f ms  max %6.1f ms%n",
                        reader.isEmpty() ? "visitor" : reader,
                        times.getValueAtPercentile(50) / 1000.0,
                        times.getValueAtPercentile(99) / 1000.0,
                        times.getMaxValue() / 1000.0);
                all.add(times);
            }
            figures.put("searchP50Millis", all.getValueAtPercentile(50) / 1000.0);
            figures.put("searchP99Millis", all.getValueAtPercentile(99) / 1000.0);
        }
    }

    /** Unless an earlier run did. Its words are put into the index when all are there, which takes a third of the time. */
    private void enter(ServedApp app, JdbcClient sql, Map<String, Object> figures) throws Exception {
        if (sql.sql(ENTERED).query(Long.class).single() >= loaded.matters()) {
            return;
        }
        long begun = System.nanoTime();
        String index = sql.sql(INDEX).query(String.class).single();
        sql.sql("drop index search_document_words").update();
        long entered = app.bean(Entering.class).all(n -> {
            if (n % 10_000 == 0) {
                System.err.printf("\r%,d matters entered", n);
            }
        });
        app.bean(FreshWords.class).fold();
        sql.sql(index).update();
        figures.put("enteredPerSecond", entered * 1_000_000_000L / Math.max(1, System.nanoTime() - begun));
        sql.sql("vacuum analyze search_document").update();
    }

    /** Gives each loaded matter a message, unless an earlier run did. */
    private static void say(JdbcClient sql, RealTexts messages) {
        if (sql.sql("select exists (select 1 from step where key = 'bench')")
                .query(Boolean.class)
                .single()) {
            return;
        }
        long after = 0;
        while (true) {
            List<Long> ids = sql.sql(IDS)
                    .param("after", after)
                    .param("limit", CHUNK)
                    .query((row, n) -> row.getLong(1))
                    .list();
            if (ids.isEmpty()) {
                break;
            }
            List<RealTexts.Message> said = ids.stream().map(messages::message).toList();
            String[] titles = said.stream().map(RealTexts.Message::title).toArray(String[]::new);
            Long[] numbers = ids.toArray(Long[]::new);
            sql.sql(TITLES).param("ids", numbers).param("titles", titles).update();
            sql.sql(RAISED)
                    .param("ids", numbers)
                    .param("titles", titles)
                    .param("texts", said.stream().map(RealTexts.Message::text).toArray(String[]::new))
                    .update();
            after = ids.getLast();
            System.err.print("\rmessages until " + after);
        }
        System.err.println();
        sql.sql("vacuum analyze matter").update();
    }

    private Histogram search(ServedApp app, String reader, RealTexts messages) throws Exception {
        HttpClient browser = reader.isEmpty() ? ServedApp.visitor() : app.signedIn(reader);
        Histogram micros = new Histogram(60_000_000L, 3);
        Random chance = new Random(8311);
        for (int n = 0; n < samples + samples / 10; n++) {
            String words = twoWords(messages.message(chance.nextInt(1_000_000)), chance);
            String path = "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
            long from = System.nanoTime();
            HttpResponse<String> page = app.get(browser, path);
            if (page.statusCode() != 200) {
                throw new IllegalStateException(words + " answered " + page.statusCode());
            }
            if (n >= samples / 10) {
                micros.recordValue((System.nanoTime() - from) / 1000);
            }
        }
        return micros;
    }

    /** Two words of Chinese that stand in one message. */
    private static String twoWords(RealTexts.Message message, Random chance) {
        List<String> words = CUT.of(message.title() + "。" + message.text()).stream()
                .filter(word -> word.length() > 1 && word.codePoints().allMatch(Character::isIdeographic))
                .distinct()
                .toList();
        return words.size() < 2
                ? "路灯 小区"
                : words.get(chance.nextInt(words.size())) + " " + words.get(chance.nextInt(words.size()));
    }

    private void desk(BenchDatabase database, RealTexts messages, Map<String, Object> figures) throws Exception {
        database.openYear(RawSteps.YEAR);
        JdbcClient.create(database.pool())
                .sql("update log_head set entering = null")
                .update();
        Load without = new Load();
        Load with = new Load();
        try (Desk plain = new Desk(City.equipment(database.pool(), scribes(database, false)), 2);
                Desk entering = new Desk(City.equipment(database.pool(), scribes(database, true)), 2)) {
            FreshWords fresh = new FreshWords(database.pool());
            run(plain, messages, new Load(), turns.warm());
            run(entering, fresh, messages, new Load(), turns.warm());
            for (int round = 1; round <= turns.rounds(); round++) {
                System.err.println("round " + round + " of " + turns.rounds());
                run(plain, messages, without, turns.each());
                run(entering, fresh, messages, with, turns.each());
            }
        }
        figures.put("deskStepsPerSecond", Math.round(without.perSecond()));
        figures.put("deskWithIndexStepsPerSecond", Math.round(with.perSecond()));
        figures.put("indexCost", Figures.ratio(without.perSecond() - with.perSecond(), without.perSecond()));
    }

    /** Folding goes on beside, as in the application; what is left at the end is folded in the time that is measured. */
    private static void run(Desk desk, FreshWords fresh, RealTexts messages, Load load, Duration time)
            throws Exception {
        try (ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor()) {
            beside.scheduleWithFixedDelay(() -> fold(fresh), 1, 1, TimeUnit.SECONDS);
            run(desk, messages, load, time);
            load.settle(() -> {
                beside.shutdown();
                if (!beside.awaitTermination(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("Folding does not come to its end");
                }
                fresh.fold();
                fresh.merge();
            });
        }
    }

    private static void fold(FreshWords fresh) {
        try {
            fresh.fold();
        } catch (SQLException e) {
            throw new IllegalStateException("What was said lately cannot be folded", e);
        }
    }

    private static void run(Desk desk, RealTexts messages, Load load, Duration time) throws Exception {
        load.run(CALLERS, time, n -> {
            long[] next = {System.nanoTime() & 0xFFFFF};
            Loop[] loop = {new Loop(desk, messages.message(next[0]))};
            return () -> {
                if (loop[0].ended()) {
                    loop[0] = new Loop(desk, messages.message(++next[0]));
                }
                loop[0].step();
            };
        });
    }

    private static List<StepScribe> scribes(BenchDatabase database, boolean search) {
        List<StepScribe> scribes = new ArrayList<>();
        scribes.add(new CountScribe(new Counting(MeasuresReader.packaged(), ZoneId.of("Asia/Shanghai"))));
        scribes.add(new LeafScribe(ProgrammeReader.packaged(), Set.of(), database.pool()));
        if (search) {
            scribes.add(new SearchScribe(ProgrammeReader.packaged()));
        }
        return scribes;
    }
}
