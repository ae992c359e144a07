package org.huiyin.bench;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.huiyin.register.FactOutcome;
import org.huiyin.register.FactRequest;
import org.huiyin.register.Keeping;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long the pages of a large register take, for people who reach all of it and for those who reach a street: whole pages over HTTP. */
@Command(
        name = "registers",
        description = "Pages of a register: lists, filters, search, a page far down, a card.",
        mixinStandardHelpOptions = true)
final class RegistersBench implements Callable<Integer> {

    private static final int BATCH = 2_000;
    private static final List<String> KINDS = List.of("city", "county", "town", "town", "town", "town");
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂";
    private static final Pattern NEXT = Pattern.compile("<a[^>]*rel=\"next\"[^>]*href=\"([^\"]+)\"");
    private static final int FAR = 60;

    @Option(names = "--entries", description = "Entries of the register (default: ${DEFAULT-VALUE}).")
    private int entries = 1_000_000;

    @Option(names = "--samples", description = "Times each page is asked for (default: ${DEFAULT-VALUE}).")
    private int samples = 200;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Option(names = "--data", description = "Keep the database here instead of a temporary directory.")
    private Path data = Path.of("");

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = BenchDatabase.start(data);
                ServedApp app = ServedApp.start(database)) {
            double perSecond = fill(app, JdbcClient.create(database.pool()));
            Map<String, Histogram> times = new LinkedHashMap<>();
            for (String reader : List.of("leader", "shashi", "chaoyang", "chengguan-head")) {
                HttpClient browser = app.signedIn(reader);
                for (Map.Entry<String, String> page : pages().entrySet()) {
                    times.put(reader + " " + page.getKey(), PageTimes.sample(app, browser, page.getValue(), samples));
                }
                times.put(reader + " page " + FAR, PageTimes.sample(app, browser, far(app, browser), samples));
            }
            report(times, perSecond);
        }
        return 0;
    }

    private static Map<String, String> pages() {
        String root = "/desk/registers/deputies";
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("all registers", "/desk/registers");
        pages.put("first page", root);
        pages.put("a county", root + "?place=421002");
        pages.put("a town", root + "?place=421002005");
        pages.put("a kind", root + "?kind=city");
        pages.put("a kind in a town", root + "?kind=city&place=421002005");
        pages.put("a surname", root + "?q=%E7%8E%8B");
        pages.put("a name", root + "?q=%E7%8E%8B%E7%A7%80%E8%8B%B1");
        pages.put("a number", root + "?q=RD-4711");
        pages.put("those who left", root + "?state=left");
        return pages;
    }

    /** Pages are walked as a reader walks them. */
    private static String far(ServedApp app, HttpClient browser) throws Exception {
        String page = "/desk/registers/deputies";
        for (int n = 1; n < FAR; n++) {
            Matcher next = NEXT.matcher(app.get(browser, page).body());
            if (!next.find()) {
                return page;
            }
            page = next.group(1).replace("&amp;", "&");
        }
        return page;
    }

    /** Through the same door as everybody's; a database that holds entries already is used as it is. */
    private double fill(ServedApp app, JdbcClient sql) {
        long there = sql.sql("select count(*) from register_entry where register = 'deputies'")
                .query(Long.class)
                .single();
        Register register = app.bean(Registers.class).of("deputies");
        Keeping keeping = app.bean(Keeping.class);
        List<String> villages = villages(app.bean(Organisation.class));
        List<Unit> towns = app.bean(Organisation.class).units().all().stream()
                .filter(unit -> unit.kind() == Unit.Kind.TOWN)
                .toList();
        long from = System.nanoTime();
        List<FactRequest> batch = new ArrayList<>();
        for (int n = (int) there; n < entries; n++) {
            String village = villages.get((int) (n * 7919L % villages.size()));
            batch.add(FactRequest.enter(register, fields(n, village, unit(towns, village)), "bench-" + n));
            if (batch.size() == BATCH || n == entries - 1) {
                if (keeping.keep(Actor.SYSTEM, batch, false).stream().anyMatch(FactOutcome::refused)) {
                    throw new IllegalStateException("an entry was refused");
                }
                batch.clear();
                System.err.print("\rentered " + (n + 1));
            }
        }
        System.err.println();
        double seconds = (System.nanoTime() - from) / 1e9;
        sql.sql("vacuum analyze register_entry").update();
        return Math.max(0, entries - there) / seconds;
    }

    private static List<String> villages(Organisation organisation) {
        return organisation.places().subtree("").stream()
                .filter(place -> place.level() == Place.Level.VILLAGE)
                .map(Place::code)
                .toList();
    }

    private static int unit(List<Unit> towns, String village) {
        return towns.stream()
                .filter(unit -> village.startsWith(Objects.requireNonNullElse(unit.place(), "-")))
                .findFirst()
                .orElse(towns.getFirst())
                .id();
    }

    private static Map<String, Object> fields(int n, String village, int unit) {
        int one = (int) (n * 2654435761L >>> 7 & 0xffff);
        String name = "" + SURNAMES.charAt(one % SURNAMES.length())
                + GIVEN.charAt(one / 7 % GIVEN.length())
                + GIVEN.charAt(one / 211 % GIVEN.length());
        return Map.of(
                "name",
                name,
                "level",
                KINDS.get(n % KINDS.size()),
                "congress",
                5,
                "seat",
                "席-" + n,
                "sex",
                n % 3 == 0 ? "female" : "male",
                "id-number",
                "42100219%010d".formatted(n),
                "place",
                village,
                "unit",
                (long) unit,
                "on",
                "2022-01-10");
    }

    private void report(Map<String, Histogram> times, double perSecond) {
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
        figures.put("entries", entries);
        figures.put("enteredPerSecond", Math.round(perSecond));
        figures.put("p50Millis", all.getValueAtPercentile(50) / 1000.0);
        figures.put("p99Millis", all.getValueAtPercentile(99) / 1000.0);
        figures.put("worstPageP99Millis", worst);
        Figures.print(figures, json);
    }
}
