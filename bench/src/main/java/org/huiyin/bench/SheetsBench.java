package org.huiyin.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huiyin.account.ByLogin;
import org.huiyin.frame.Page;
import org.huiyin.frame.Pages;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.sheet.Exports;
import org.huiyin.sheet.Imports;
import org.huiyin.sheet.SheetFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A large table on its way in and out: how long it takes, and how much live heap it needs beyond what the idle service has. */
@Command(
        name = "sheets",
        description = "Import and export of many rows: seconds and extra heap.",
        mixinStandardHelpOptions = true)
final class SheetsBench implements Callable<Integer> {

    private static final long EVERY_ROWS = 5_000;

    @Option(names = "--rows", description = "Rows of the table (default: ${DEFAULT-VALUE}).")
    private int rows = 100_000;

    @Option(names = "--data", description = "Keep the database here instead of a temporary directory.")
    private Path data = Path.of("");

    private final Map<String, String> results = new LinkedHashMap<>();

    /** A piece of work that tells how far it is. */
    private interface Work {
        long run(Exports.Progress progress) throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = BenchDatabase.start(data);
                ServedApp app = ServedApp.start(database)) {
            Page page =
                    app.bean(Pages.class).of(app.bean(ByLogin.class).of("duban").orElseThrow(), Locale.CHINESE);
            Path table = database.directory().resolve("matters.csv");
            write(app, table);
            Imports imports = app.bean(Imports.class);
            var intake = imports.find("matters", page.reader()).orElseThrow();
            measure("check csv", progress -> clean(imports.take(page, intake, table, true, progress)));
            time("store csv", progress -> clean(imports.take(page, intake, table, false, progress)));
            measure("check again, all known", progress -> clean(imports.take(page, intake, table, true, progress)));
            Exports exports = app.bean(Exports.class);
            var list = exports.find("desk", page.reader()).orElseThrow();
            for (SheetFormat format : SheetFormat.values()) {
                Path out = database.directory().resolve("desk." + format.extension());
                measure("export " + format.extension(), progress -> {
                    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
                        return exports.write(page, list, Map.of("list", "to-dispatch"), format, file, progress)
                                .rows();
                    }
                });
                results.put(format.extension() + " size", Files.size(out) / 1024 + " KB");
            }
            var edits = imports.find("edits", page.reader()).orElseThrow();
            Path back = database.directory().resolve("desk.xlsx");
            measure("bring xlsx back", progress -> clean(imports.take(page, edits, back, true, progress)));
        }
        results.forEach((what, came) -> System.out.printf("%-28s %s%n", what, came));
        return 0;
    }

    private static long clean(Imports.Came came) {
        if (came.faulty() > 0) {
            throw new IllegalStateException(came.faults().getFirst().toString());
        }
        return came.rows();
    }

    /** Once for the time; once more for the heap, which asks for collections and is slow. */
    private void measure(String what, Work work) throws IOException {
        time(what, work);
        long idle = live();
        long[] most = {idle};
        long[] next = {EVERY_ROWS};
        work.run((done, of) -> {
            if (done >= next[0]) {
                next[0] = done + EVERY_ROWS;
                most[0] = Math.max(most[0], live());
            }
        });
        results.merge(what, ", %d MB more heap".formatted((most[0] - idle) >> 20), String::concat);
    }

    private void time(String what, Work work) throws IOException {
        long begin = System.nanoTime();
        long done = work.run(Exports.Progress.SILENT);
        results.put(what, "%,d rows in %.1f s".formatted(done, (System.nanoTime() - begin) / 1e9));
        System.err.println(what + " " + results.get(what));
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void write(ServedApp app, Path table) throws IOException {
        var places = app.bean(Organisation.class).places();
        List<String> villages = places.roots().stream()
                .flatMap(root -> places.subtree(root.code()).stream())
                .filter(place -> place.level() == Place.Level.VILLAGE)
                .map(Place::code)
                .toList();
        List<String> kinds = List.of("求助", "投诉举报", "咨询");
        List<String> categories = List.of("道路与路灯", "噪声扰民", "物业管理", "停车与占道", "");
        try (BufferedWriter out = Files.newBufferedWriter(table, StandardCharsets.UTF_8)) {
            out.write("标题,具体情况,所在地,诉求类型,事项分类,您的称呼,联系电话\r\n");
            for (int i = 0; i < rows; i++) {
                out.write("第%d号 路口路灯不亮,连续三晚不亮，老人夜里走路摔倒过，请尽快安排检修并回电告知结果第%d,%s,%s,%s,王先生,138%08d\r\n"
                        .formatted(
                                i,
                                i,
                                villages.get(i % villages.size()),
                                kinds.get(i % kinds.size()),
                                categories.get(i % categories.size()),
                                i));
            }
        }
    }
}
