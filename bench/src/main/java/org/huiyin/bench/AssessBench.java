package org.huiyin.bench;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.huiyin.assessment.Counting;
import org.huiyin.assessment.Period;
import org.huiyin.assessment.Recount;
import org.huiyin.matter.Desk;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measuring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How long leaders' pages, rankings and pages of units take, as people get them over HTTP, and how long it takes to count every part of every unit
 * again from the steps, for each month of all years.
 */
@Command(
        name = "assess",
        description =
                "Cockpit, rankings and pages of units on many matters; all measures counted again from the steps.",
        mixinStandardHelpOptions = true)
final class AssessBench implements Callable<Integer> {

    private static final int READERS = 2;
    private static final Map<String, List<String>> PAGES = pages();

    @Mixin
    private Loaded loaded = new Loaded();

    @Option(names = "--samples", description = "Times each page is asked for (default: ${DEFAULT-VALUE}).")
    private int samples = 200;

    @Option(names = "--rounds", description = "How often all is counted again (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    private static Map<String, List<String>> pages() {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put("leader", List.of("/cockpit", "/cockpit?place=421002", "/units/jz-cg"));
        pages.put(
                "duban",
                List.of(
                        "/cockpit",
                        "/desk/assessment?by=department",
                        "/desk/assessment?by=town",
                        "/desk/assessment?by=place",
                        "/desk/assessment?by=category"));
        pages.put("chengguan-head", List.of("/units/jz-cg", "/desk/assessment?by=department"));
        return pages;
    }

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = loaded.start();
                ServedApp app = ServedApp.start(database)) {
            new AssessFilled(app.bean(Desk.Equipment.class)).once(loaded.matters());
            Map<String, Histogram> times = measure(app);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("matters", loaded.matters());
            report(times, figures);
            recount(app, figures);
            Figures.print(figures, loaded.json());
        }
        return 0;
    }

    private Map<String, Histogram> measure(ServedApp app) throws Exception {
        String month = "&period=" + YearMonth.now(AssessFilled.ZONE).minusMonths(1);
        Map<String, Histogram> times = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> reader : PAGES.entrySet()) {
            HttpClient browser = app.signedIn(reader.getKey());
            for (String path : reader.getValue()) {
                times.put(reader.getKey() + " " + path, PageTimes.sample(app, browser, path, samples));
                if (path.startsWith("/desk/assessment")) {
                    times.put(
                            reader.getKey() + " " + path + " last month",
                            PageTimes.sample(app, browser, path + month, samples));
                }
            }
        }
        return times;
    }

    private static void report(Map<String, Histogram> times, Map<String, Object> figures) {
        System.out.printf("%-56s %9s %9s%n", "", "p50 ms", "p99 ms");
        double worst = 0;
        for (Map.Entry<String, Histogram> one : times.entrySet()) {
            double p99 = one.getValue().getValueAtPercentile(99) / 1000.0;
            System.out.printf(
                    "%-56s %9.1f %9.1f%n", one.getKey(), one.getValue().getValueAtPercentile(50) / 1000.0, p99);
            worst = Math.max(worst, p99);
        }
        figures.put("pages", times.size());
        figures.put("worstPageP99Millis", worst);
    }

    private void recount(ServedApp app, Map<String, Object> figures) {
        Instant now = InstantSource.system().instant();
        Counting counting = app.bean(Counting.class);
        Measures measures = app.bean(Measuring.class)
                .inForce("three-lists", now.atZone(AssessFilled.ZONE).toLocalDate())
                .orElseThrow();
        List<Period> months = months(measures, now);
        Recount recount = new Recount(app.bean(Desk.Equipment.class), counting, READERS);
        long best = Long.MAX_VALUE;
        long steps = 0;
        for (int round = 1; round <= rounds; round++) {
            long begun = System.nanoTime();
            steps = recount.all("three-lists", months, now);
            long took = (System.nanoTime() - begun) / 1_000_000;
            System.out.printf("%,d steps counted again for %d months in %,d ms%n", steps, months.size(), took);
            best = Math.min(best, took);
        }
        figures.put("steps", steps);
        figures.put("months", months.size());
        figures.put("recountBestMillis", best);
        figures.put("recountStepsPerSecond", steps * 1000 / Math.max(1, best));
    }

    /** Every assessment month of the years that are filled. */
    private static List<Period> months(Measures measures, Instant now) {
        List<Period> months = new ArrayList<>();
        YearMonth last = YearMonth.from(now.atZone(AssessFilled.ZONE)).plusMonths(1);
        for (int back = 0; back <= 12 * AssessFilled.YEARS; back++) {
            months.add(Period.parse(last.minusMonths(back).toString(), measures, AssessFilled.ZONE)
                    .orElseThrow());
        }
        return months;
    }
}
