package org.huiyin.bench;

import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long the first and the hundredth page of each list take, as people who are not administrators get them: whole pages over HTTP. */
@Command(
        name = "lists",
        description = "First and hundredth page of every worklist and of the board.",
        mixinStandardHelpOptions = true)
final class ListsBench implements Callable<Integer> {

    private static final List<String> WORKLISTS =
            List.of("to-dispatch", "to-sign", "in-hand", "near-due", "overdue", "returned", "to-review", "suspended");
    private static final List<String> READERS = List.of("hotline", "shashi", "chengguan", "chengguan-head", "duban");
    private static final Pattern NEXT = Pattern.compile("<a[^>]*rel=\"next\"[^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("href=\"([^\"]+)\"");
    private static final int PAGES = 99;

    @Mixin
    private Loaded loaded = new Loaded();

    @Option(names = "--samples", description = "Times each page is asked for (default: ${DEFAULT-VALUE}).")
    private int samples = 200;

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = loaded.start();
                ServedApp app = ServedApp.start(database)) {
            database.fillOnce(loaded.matters(), false);
            Map<String, Histogram> times = measure(app);
            report(times);
        }
        return 0;
    }

    private Map<String, Histogram> measure(ServedApp app) throws Exception {
        Map<String, Histogram> times = new LinkedHashMap<>();
        for (String reader : READERS) {
            HttpClient browser = app.signedIn(reader);
            for (String list : WORKLISTS) {
                measure(app, browser, reader + " " + list, "/desk?list=" + list, times);
            }
        }
        HttpClient visitor = ServedApp.visitor();
        for (String list : List.of("problem", "task", "result")) {
            measure(app, visitor, "board " + list, "/board?list=" + list, times);
            measure(app, visitor, "board " + list + " county", "/board?list=" + list + "&place=421002", times);
            measure(app, visitor, "board " + list + " category", "/board?list=" + list + "&category=roads", times);
        }
        return times;
    }

    private void measure(ServedApp app, HttpClient browser, String name, String first, Map<String, Histogram> times)
            throws Exception {
        times.put(name + " first", PageTimes.sample(app, browser, first, samples));
        String hundredth = first;
        int page = 1;
        for (; page <= PAGES; page++) {
            Matcher next = NEXT.matcher(app.get(browser, hundredth).body());
            if (!next.find()) {
                break;
            }
            Matcher address = ADDRESS.matcher(next.group());
            if (!address.find()) {
                break;
            }
            hundredth = address.group(1).replace("&amp;", "&");
        }
        if (page > 1) {
            times.put(name + " page " + page, PageTimes.sample(app, browser, hundredth, samples));
        }
        System.err.println(name + ": " + page + " pages walked");
    }

    private void report(Map<String, Histogram> times) {
        System.out.printf("%-44s %9s %9s%n", "", "p50 ms", "p99 ms");
        Histogram all = new Histogram(60_000_000L, 3);
        double worst = 0;
        for (Map.Entry<String, Histogram> one : times.entrySet()) {
            double p99 = one.getValue().getValueAtPercentile(99) / 1000.0;
            System.out.printf(
                    "%-44s %9.1f %9.1f%n", one.getKey(), one.getValue().getValueAtPercentile(50) / 1000.0, p99);
            worst = Math.max(worst, p99);
            all.add(one.getValue());
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("matters", loaded.matters());
        figures.put("lists", times.size());
        figures.put("p50Millis", all.getValueAtPercentile(50) / 1000.0);
        figures.put("p99Millis", all.getValueAtPercentile(99) / 1000.0);
        figures.put("worstListP99Millis", worst);
        Figures.print(figures, loaded.json());
    }
}
